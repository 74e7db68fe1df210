/// How wide text is, on paper and in a terminal.
extension GanttText {
  /// An estimate of the width of a text in a common sans-serif font of the given size; rather too wide than too narrow.
  package static func width(_ text: String, size: Double) -> Double {
    var ems = 0.0
    for character in text { ems += emWidth(character) }
    return ems * size
  }

  /// The text, or as much of its beginning as fits the width together with an ellipsis.
  package static func fitted(_ text: String, width limit: Double, size: Double) -> String {
    if width(text, size: size) <= limit { return text }
    return cut(text, limit: limit / size - 0.9, measure: emWidth) + "…"
  }

  /// The number of terminal columns that a text takes.
  static func columns(_ text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text cut with an ellipsis to a number of columns, and filled up with spaces to exactly that many on request.
  static func fitted(_ text: String, columns limit: Int, padded: Bool = false) -> String {
    var text = text
    if columns(text) > limit {
      text = limit < 1 ? "" : cut(text, limit: Double(limit - 1)) { Double(columns(of: $0)) } + "…"
    }
    return padded ? text + String(repeating: " ", count: max(0, limit - columns(text))) : text
  }

  private static func cut(_ text: String, limit: Double, measure: (Character) -> Double) -> String {
    var total = 0.0
    var result = ""
    for character in text {
      total += measure(character)
      if total > limit { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result
  }

  /// Two columns for East Asian wide characters and emoji, none for lone marks and joiners, one for the rest.
  static func columns(of character: Character) -> Int {
    var widest = 0
    for scalar in character.unicodeScalars {
      let properties = scalar.properties
      if scalar.value == 0xFE0F || (properties.isEmojiPresentation || isWide(scalar)) { return 2 }
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: continue
      default: widest = 1
      }
    }
    return widest
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3: true
    case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  private static func emWidth(_ character: Character) -> Double {
    guard let ascii = character.asciiValue else {
      if character == "\u{202F}" || character == "·" { return 0.32 }
      return columns(of: character) == 2 ? 1.35 : columns(of: character) == 0 ? 0 : 0.72
    }
    switch ascii {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return 0.64
    case UInt8(ascii: "m"), UInt8(ascii: "M"), UInt8(ascii: "W"), UInt8(ascii: "@"), UInt8(ascii: "%"): return 1
    case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "I"): return 0.3
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "'"): return 0.34
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "-"), UInt8(ascii: "f"), UInt8(ascii: "t"): return 0.4
    case UInt8(ascii: "r"): return 0.42
    case UInt8(ascii: "w"), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): return 0.84
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return 0.73
    default: return 0.63
    }
  }
}
