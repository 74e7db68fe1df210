/// What is wrong with a file or an argument that a user gave, and what was expected instead.
///
/// One broken input gives exactly one error. Its ``description`` is one line in the form compilers use, so that
/// editors can jump to the place.
public struct InputError: Error, Equatable, Sendable {
  /// The file as the user named it, or the name of the instance where there is no file.
  public let file: String
  /// The line, counted from 1, where it is known.
  public let line: Int?
  /// The column, counted from 1 in Unicode scalars, where it is known.
  public let column: Int?
  /// What is wrong and what was expected, without the place.
  public let message: String

  /// Creates an error about `file`, at a place in it if there is one.
  public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension InputError {
  /// An error at an offset of the file's bytes. O(offset), for it counts the lines; columns count Unicode scalars.
  init(file: String, offset: Int, in bytes: [UInt8], message: String) {
    let offset = min(offset, bytes.count)
    var line = 1
    var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : 0
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    // All bytes but those that continue a UTF-8 sequence.
    let column = 1 + bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
    self.init(file: file, line: line, column: column, message: message)
  }
}

extension InputError: CustomStringConvertible {
  /// `file:line:column: what is wrong and what was expected`, one printable line.
  public var description: String {
    var place = Self.escaped(file)
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    return "\(place): \(Self.escaped(message))"
  }
}

extension InputError {
  /// The longest offending token that is shown, in bytes.
  static let longestToken = 40

  /// The token in single quotes, safe for a terminal: what is not printable is escaped, what is too long is cut.
  static func quoted(_ token: ArraySlice<UInt8>) -> String {
    var shown = token.prefix(longestToken)
    let isCut = shown.count < token.count
    if isCut {
      // Do not cut within a UTF-8 sequence: its first byte is the last one that is not a continuation byte.
      while let last = shown.last, last & 0xC0 == 0x80 { shown.removeLast() }
      if let last = shown.last, last >= 0xC0 { shown.removeLast() }
    }
    let text: String
    if let valid = String(validating: shown, as: UTF8.self) {
      text = escaped(valid)
    } else {
      text = shown.map { (0x20..<0x7F).contains($0) ? String(UnicodeScalar($0)) : hexadecimal($0) }.joined()
    }
    return isCut ? "'\(text)…'" : "'\(text)'"
  }

  /// `\xNN`.
  static func hexadecimal(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  /// The text with all control, format and other invisible scalars written as `\u{...}`.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
