/// A word, a number or a sign of a text in LP format.
struct LPToken {
  enum Kind: Equatable {
    case word(String)
    case number(Double)
    /// `<`, `>` or `=`.
    case relation(Character)
    /// `+` or `-`.
    case sign(Character)
    case colon
    case end
  }

  let kind: Kind
  let text: String
  let line: Int
  let column: Int
  /// Whether it is the first on its line.
  let isFirst: Bool
}

extension LPToken {
  /// All tokens of a text. Comments run from `\` to the end of the line.
  static func tokens(of text: String) throws(ProgramError) -> [LPToken] {
    var tokens: [LPToken] = []
    var line = 0
    for content in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let bytes = Array(content.utf8.prefix { $0 != UInt8(ascii: "\\") })
      var place = 0
      var isFirst = true
      while place < bytes.count {
        let begin = place
        let byte = bytes[place]
        if isBlank(byte) {
          place += 1
          continue
        }
        let kind: Kind
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="):
          // `<=`, `=<`, `<` and so on: the direction is what is not `=`.
          var relation = byte
          place += 1
          if place < bytes.count, isRelation(bytes[place]) {
            if relation == UInt8(ascii: "=") { relation = bytes[place] }
            place += 1
          }
          kind = .relation(Character(Unicode.Scalar(relation)))
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
          place += 1
          kind = .sign(Character(Unicode.Scalar(byte)))
        case UInt8(ascii: ":"):
          place += 1
          kind = .colon
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
          place = endOfNumber(bytes, from: place)
          let word = String(decoding: bytes[begin..<place], as: UTF8.self)
          guard let value = Double(word), value.isFinite else {
            throw ProgramError(line: line, column: begin + 1, "found \(ProgramError.quoted(word)), expected a number")
          }
          kind = .number(value)
        default:
          while place < bytes.count, isName(bytes[place]) { place += 1 }
          guard place > begin else {
            let found = String(decoding: bytes[begin...begin], as: UTF8.self)
            throw ProgramError(
              line: line, column: begin + 1, "found \(ProgramError.quoted(found)), which no name or number begins with")
          }
          kind = .word(String(decoding: bytes[begin..<place], as: UTF8.self))
        }
        let word = String(decoding: bytes[begin..<place], as: UTF8.self)
        tokens.append(LPToken(kind: kind, text: word, line: line, column: begin + 1, isFirst: isFirst))
        isFirst = false
      }
    }
    tokens.append(LPToken(kind: .end, text: "the end of the text", line: line, column: 1, isFirst: true))
    return tokens
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  private static func isRelation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
  }

  /// What names are made of: everything but blanks and the signs of the format.
  private static func isName(_ byte: UInt8) -> Bool {
    !isBlank(byte) && byte > 0x20 && byte != 0x7F && !isRelation(byte)
      && ![
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "^"),
      ].contains(byte)
  }

  /// Digits, a point and digits, and an exponent if there is a whole one.
  private static func endOfNumber(_ bytes: [UInt8], from begin: Int) -> Int {
    func isDigit(_ place: Int) -> Bool {
      place < bytes.count && bytes[place] >= UInt8(ascii: "0") && bytes[place] <= UInt8(ascii: "9")
    }
    var place = begin
    while isDigit(place) { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") { place += 1 }
    while isDigit(place) { place += 1 }
    guard place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") else { return place }
    var exponent = place + 1
    if exponent < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[exponent]) { exponent += 1 }
    guard isDigit(exponent) else { return place }
    while isDigit(exponent) { exponent += 1 }
    return exponent
  }
}
