#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What `JSONDecoder` says of a file, with line and column.
extension JSONSyntax {
  /// Decodes a whole file. O(bytes).
  ///
  /// - Throws: ``InputError`` at the place where it is no JSON, or not what is expected there.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8], file: String
  ) throws(InputError) -> Value {
    let syntax = try JSONSyntax(bytes, file: file)
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw syntax.located(error)
    } catch { throw InputError(file: file, message: "\(error)") }
  }

  /// The decoder's error at its place in the file.
  public func located(_ error: DecodingError) -> InputError {
    switch error {
    case .keyNotFound(let key, let context):
      return self.error(at: context.codingPath, "the key '\(key.stringValue)' is missing, expected it here")
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      let place = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
      return self.error(at: context.codingPath, "\(place): expected \(Self.word(for: type)), found something else")
    case .dataCorrupted(let context): return self.error(at: context.codingPath, context.debugDescription)
    @unknown default: return self.error(at: [], "\(error)")
    }
  }

  private static func word(for type: Any.Type) -> String {
    switch "\(type)" {
    case "Int", "Int32": "an integer"
    case "Double": "a number"
    case "String": "a string"
    case "Bool": "true or false"
    case let name where name.hasPrefix("Array"): "an array"
    default: "an object"
    }
  }
}
