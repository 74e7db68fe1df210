/// A small JSON reader (RFC 8259) that knows where everything stands.
///
/// Foundation's decoder says of a broken file only that it is broken, at least on Linux; a user needs line and column, of a
/// wrong value too. For files of Apus's own formats, which are flat: nesting is limited.
struct JSONDocument: Sendable {
  /// A value and the offset of its first byte.
  struct Value: Sendable {
    let offset: Int
    let content: Content
  }

  enum Content: Sendable {
    case null
    case boolean(Bool)
    /// A number; nil if it is no integer that fits.
    case number(Int?)
    case string(String)
    case array([Value])
    case object([String: Value])
  }

  let bytes: [UInt8]
  let file: String
  private(set) var root = Value(offset: 0, content: .null)
  private var index = 0

  private static let maximumDepth = 64

  /// Reads a whole document. O(bytes).
  init(_ bytes: [UInt8], file: String) throws(InputError) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    root = try value(depth: 0)
    skipSpace()
    if index < bytes.count { throw unexpected("the end of the file") }
  }

  /// A document that something else than this reader has read.
  init(root: Value, _ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    self.root = root
  }

  /// Reads documents that stand one after the other. O(bytes).
  static func jsonDocuments(_ bytes: [UInt8], file: String) throws(InputError) -> [JSONDocument] {
    var reader = JSONDocument(root: Value(offset: 0, content: .null), bytes, file: file)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    var documents: [JSONDocument] = []
    repeat {
      documents.append(JSONDocument(root: try reader.value(depth: 0), bytes, file: file))
      reader.skipSpace()
    } while reader.index < bytes.count
    return documents
  }

  /// An error at an offset.
  func error(_ message: String, at offset: Int) -> InputError {
    InputError(file: file, offset: offset, in: bytes, message: message)
  }

  /// The error that something else stands at `offset`.
  func unexpected(_ expected: String, at offset: Int) -> InputError {
    let token = bytes[min(offset, bytes.count)...].prefix { !Self.endsToken($0) }
    let shown = token.isEmpty ? bytes[min(offset, bytes.count)...].prefix(1) : token
    return error(
      "expected \(expected), found \(shown.isEmpty ? "the end of the file" : InputError.quoted(shown))", at: offset)
  }

  private func unexpected(_ expected: String) -> InputError { unexpected(expected, at: index) }

  /// Whether a byte is space or structure.
  private static func endsToken(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case " ", "\t", "\r", "\n", ",", ":", "[", "]", "{", "}": true
    default: false
    }
  }
}

// MARK: - Parsing

extension JSONDocument {
  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 0x20 || 0x09...0x0A ~= bytes[index] || bytes[index] == 0x0D {
      index += 1
    }
  }

  /// Moves over the byte if it is next, behind space.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value(depth: Int) throws(InputError) -> Value {
    skipSpace()
    let offset = index
    guard depth < Self.maximumDepth else {
      throw error("the JSON is nested too deeply, expected an Apus file", at: offset)
    }
    if skip("{") { return Value(offset: offset, content: try object(depth: depth)) }
    if skip("[") { return Value(offset: offset, content: try array(depth: depth)) }
    if skip("\"") { return Value(offset: offset, content: .string(try string())) }
    while index < bytes.count, !Self.endsToken(bytes[index]) { index += 1 }
    switch String(decoding: bytes[offset..<index], as: UTF8.self) {
    case "null": return Value(offset: offset, content: .null)
    case "true", "false": return Value(offset: offset, content: .boolean(bytes[offset] == UInt8(ascii: "t")))
    case let token:
      guard isNumber(offset..<index) else { throw unexpected("a JSON value", at: offset) }
      return Value(offset: offset, content: .number(Int(token)))
    }
  }

  /// Whether the bytes are a number: `-`?, digits without leading zeros, a fraction?, an exponent?.
  private func isNumber(_ range: Range<Int>) -> Bool {
    var rest = bytes[range]
    func skip(_ characters: String) -> Bool {
      guard let first = rest.first, characters.utf8.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    func skipDigits() -> Bool {
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      rest.removeFirst(digits.count)
      return !digits.isEmpty
    }
    _ = skip("-")
    guard skip("0") || skipDigits() else { return false }
    if skip("."), !skipDigits() { return false }
    if skip("eE") {
      _ = skip("+-")
      if !skipDigits() { return false }
    }
    return rest.isEmpty
  }

  private mutating func array(depth: Int) throws(InputError) -> Content {
    var values: [Value] = []
    if skip("]") { return .array(values) }
    repeat { values.append(try value(depth: depth + 1)) } while skip(",")
    guard skip("]") else { throw unexpected("',' or ']'") }
    return .array(values)
  }

  private mutating func object(depth: Int) throws(InputError) -> Content {
    var values: [String: Value] = [:]
    if skip("}") { return .object(values) }
    repeat {
      guard skip("\"") else { throw unexpected("a key in double quotes") }
      let offset = index - 1
      let key = try string()
      guard skip(":") else { throw unexpected("':'") }
      let value = try value(depth: depth + 1)
      guard values.updateValue(value, forKey: key) == nil else {
        throw error("the key \(InputError.quoted(Array(key.utf8)[...])) is there twice, expected it once", at: offset)
      }
    } while skip(",")
    guard skip("}") else { throw unexpected("',' or '}'") }
    return .object(values)
  }

  /// The rest of a string behind its opening quote.
  private mutating func string() throws(InputError) -> String {
    let start = index - 1
    var text: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let valid = String(validating: text, as: UTF8.self) else {
          throw error("the string is not UTF-8, expected UTF-8", at: start)
        }
        return valid
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case ..<0x20: throw error("found a control character, expected it to be escaped", at: index - 1)
      default: text.append(byte)
      }
    }
    throw error("the file ends within the string that begins here, expected '\"'", at: start)
  }

  /// What stands behind a backslash.
  private mutating func escape() throws(InputError) -> Unicode.Scalar {
    let start = index - 1
    let simple: [UInt8: Unicode.Scalar] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
    ]
    if index < bytes.count, let scalar = simple[bytes[index]] {
      index += 1
      return scalar
    }
    if let unit = hexadecimalUnit() {
      if let scalar = Unicode.Scalar(unit) { return scalar }
      if index < bytes.count, bytes[index] == UInt8(ascii: "\\"), UTF16.isLeadSurrogate(unit) {
        index += 1
        if let trail = hexadecimalUnit(), UTF16.isTrailSurrogate(trail) {
          return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
        }
      }
    }
    throw error("found an invalid escape sequence, expected one of JSON's", at: start)
  }

  /// Reads `uXXXX`.
  private mutating func hexadecimalUnit() -> UInt16? {
    guard index + 5 <= bytes.count, bytes[index] == UInt8(ascii: "u") else { return nil }
    let digits = bytes[index + 1..<index + 5]
    guard digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    index += 5
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
