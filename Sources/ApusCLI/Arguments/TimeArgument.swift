import ArgumentParser

/// A span of time as users write it: `90`, `90s`, `2m`, `1h30m`, `0.5s`, `250ms`.
struct TimeArgument: Equatable, CustomStringConvertible {
  let seconds: Double
  /// As it was written.
  let description: String

  var duration: Duration { .seconds(seconds) }

  /// - Throws: `ValidationError` unless the text is such a time, positive and at most 100 years.
  init(_ text: String) throws {
    guard let seconds = Self.parse(text), seconds > 0, seconds <= 100 * 366 * 86_400 else {
      throw ValidationError("expected a positive time such as 90, 90s, 2m or 1h30m")
    }
    self.seconds = seconds
    description = text
  }

  /// Units in falling order, each once; a lone number is in seconds.
  private static func parse(_ text: String) -> Double? {
    if let seconds = number(text[...]) { return seconds }
    var rest = text[...]
    var total = 0.0
    for (unit, size) in [("h", 3600.0), ("m", 60), ("s", 1), ("ms", 0.001)] {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let word = rest[digits.endIndex...].prefix { $0.isLetter }
      guard word == unit else { continue }
      guard let value = number(digits) else { return nil }
      total += value * size
      rest = rest[word.endIndex...]
    }
    return rest.isEmpty && !text.isEmpty ? total : nil
  }

  /// Digits with at most one point among or before them.
  private static func number(_ text: Substring) -> Double? {
    guard let last = text.last, last.isNumber, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
      return nil
    }
    return Double(text)
  }
}
