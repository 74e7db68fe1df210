/// Times and shares for people.
enum TimeText {
  /// `0.42 s`, `12.3 s`, `2m05s`, `1h02m`.
  static func short(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: return fixed(seconds, 2) + " s"
    case ..<100: return fixed(seconds, 1) + " s"
    case ..<3600:
      let whole = Int(seconds)
      return "\(whole / 60)m\(padded(whole % 60))s"
    default:
      let minutes = Int(seconds) / 60
      return "\(minutes / 60)h\(padded(minutes % 60))m"
    }
  }

  /// `0.42s` with two digits behind the point, as progress lines have it.
  static func log(_ seconds: Double) -> String { fixed(seconds, 2) + "s" }

  /// `10.1%`; more digits where it is small.
  static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return "-" }
    return fixed(share * 100, share > 0 && share < 0.001 ? 3 : 1) + "%"
  }

  /// `1,000,000`.
  static func grouped(_ number: Int) -> String {
    var result = ""
    for (index, digit) in "\(number.magnitude)".reversed().enumerated() {
      if index > 0, index % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (number < 0 ? "-" : "") + String(result.reversed())
  }

  static func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let number = Int(scaled)
    let sign = value < 0 && number > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(number)" }
    let fraction = "\(number % Int(scale))"
    return "\(sign)\(number / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
