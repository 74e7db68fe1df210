/// A key of the JSON format, made from any string, so that unknown keys can be seen and refused.
struct FormatKey: CodingKey, ExpressibleByStringLiteral {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init(stringLiteral value: String) { stringValue = value }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// The decoder's object, which may have the given keys and no others: a misspelt key is an error, not a default.
  func object(_ what: String, keys: [String]) throws -> KeyedDecodingContainer<FormatKey> {
    let container = try container(keyedBy: FormatKey.self)
    for key in container.allKeys.map(\.stringValue).sorted() where !keys.contains(key) {
      throw malformed("unknown key \"\(key)\" in \(what); expected \(keys.joined(separator: ", "))")
    }
    return container
  }

  /// The only key of the decoder's object, which says what kind of thing it is.
  func onlyKey(_ what: String, among keys: [String]) throws -> (KeyedDecodingContainer<FormatKey>, String) {
    let container = try container(keyedBy: FormatKey.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1, keys.contains(key.stringValue) else {
      let found = container.allKeys.map { "\"\($0.stringValue)\"" }.sorted().joined(separator: ", ")
      throw malformed(
        "expected \(what): one key among \(keys.joined(separator: ", ")), not \(found.isEmpty ? "none" : found)")
    }
    return (container, key.stringValue)
  }

  /// An error at the place where the decoder stands, which is also part of the message.
  func malformed(_ message: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: codingPath, debugDescription: "\(place(codingPath)): \(message)"))
  }
}

/// How messages name a place in the file: `groups[0].constraints[2].linear`.
private func place(_ path: [any CodingKey]) -> String {
  guard !path.isEmpty else { return "model" }
  var result = ""
  for key in path {
    if let index = key.intValue {
      result += "[\(index)]"
    } else {
      result += (result.isEmpty ? "" : ".") + key.stringValue
    }
  }
  return result
}
