/// Text made fit for a picture: cleaned, measured, cut and escaped.
package enum GanttText {
  /// The text on one line, without characters that XML forbids, a terminal obeys or a reader is fooled by.
  ///
  /// White space becomes a space; control characters, non-characters and bidirectional overrides become U+FFFD.
  static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isSpace($0) || isForbidden($0) }) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      // CR LF is one line break, not two.
      if scalar == "\n", previous == "\r" { continue }
      result.append(isSpace(scalar) ? " " : isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  /// The text, cleaned, for element content and for attributes in double quotes, in XML and in HTML.
  package static func xml(_ text: String) -> String {
    let text = clean(text)
    guard text.utf8.contains(where: { $0 < 0x40 && "<>&\"'".utf8.contains($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text, cleaned, as a JSON string that is also safe inside an HTML `script` element.
  static func json(_ text: String) -> String {
    var result = "\""
    for scalar in clean(text).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "<": result += "\\u003c"
      case ">": result += "\\u003e"
      case "&": result += "\\u0026"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A length or coordinate with at most two decimals and no trailing zeros.
  package static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A number for people: thousands are set apart by narrow spaces from five digits on, the minus sign is a minus sign.
  static func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "\u{2212}" : ""
    for (index, digit) in digits.enumerated() {
      if digits.count > 4, index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
    default: scalar.properties.isNoncharacterCodePoint
    }
  }
}
