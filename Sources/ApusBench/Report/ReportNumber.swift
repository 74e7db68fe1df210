import Foundation

/// Numbers as reports print them, the same in all formats.
enum ReportNumber {
  /// As many decimals as are asked for; what rounds to zero has no sign.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = String(format: "%.\(decimals)f", value)
    return text.hasPrefix("-") && !text.contains(where: { ("1"..."9").contains($0) }) ? String(text.dropFirst()) : text
  }

  /// A whole number as such, any other with up to six digits.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(format: "%.0f", value) : String(format: "%g", value)
  }
}
