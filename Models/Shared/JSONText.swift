/// JSON written by hand, so that keys keep their order and equal values give equal bytes.
public enum JSONText {
  /// An object with its members in order, on one line.
  public static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { string($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// The elements, each JSON already.
  public static func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

  /// A whole number, or `null`.
  public static func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }

  /// Seconds to the millisecond.
  public static func seconds(_ value: Double?) -> String { number(value.map { ($0 * 1000).rounded() / 1000 }) }

  /// A number, or `null` where it is none or not finite.
  public static func number(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "null" }
    return "\(value)"
  }

  /// A truth value, or `null`.
  public static func boolean(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "null" }

  /// A string (RFC 8259, section 7), or `null`.
  public static func string(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
