/// Line and column for files that are read by `JSONDecoder`, which knows neither.
public struct JSONSyntax: Sendable {
  private let document: JSONDocument

  /// Reads the bytes as JSON. O(bytes).
  ///
  /// - Throws: ``InputError`` at the first place that is no JSON.
  public init(_ bytes: [UInt8], file: String) throws(InputError) { document = try JSONDocument(bytes, file: file) }

  /// Whether the first byte that is no space opens an object.
  public static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { $0 != 0x20 && !(0x09...0x0D).contains($0) } == UInt8(ascii: "{")
  }

  /// The string that the outermost object has at a key, nil if there is none.
  public func string(_ key: String) -> String? {
    guard case .object(let members) = document.root.content, case .string(let text)? = members[key]?.content else {
      return nil
    }
    return text
  }

  /// The error that something is wrong with the value at a coding path, or with the nearest value around it.
  public func error(at path: [any CodingKey], _ message: String) -> InputError {
    var value = document.root
    for key in path {
      switch value.content {
      case .object(let members):
        guard let next = members[key.stringValue] else { return document.error(message, at: value.offset) }
        value = next
      case .array(let elements):
        guard let index = key.intValue, elements.indices.contains(index) else {
          return document.error(message, at: value.offset)
        }
        value = elements[index]
      default: return document.error(message, at: value.offset)
      }
    }
    return document.error(message, at: value.offset)
  }
}
