import ApusProblems
import Foundation

/// What a suite's list of instances is made of, written as a string.
public enum SuiteEntry: Sendable, Equatable {
  /// The name of an instance: `ft06`, or of one of several in a file: `wt40#3`; of a task graph on so many processors: `robot#4`.
  case name(String)
  /// Names that differ in a number of as many digits: `la01..la40`, `rand0000#4..rand0179#4`.
  case range(prefix: String, numbers: ClosedRange<Int>, digits: Int, suffix: String)
  /// Files in the data folder: `jobshop/ta21.txt`, or with `*` for any text in the last part, `jobshop/dmu*.txt`.
  case files(String)

  /// The most names that a range may stand for.
  static let longestRange = 10_000

  /// Reads an entry; nil where it is none of the three.
  public init?(_ text: String) {
    if text.contains("/") {
      guard DataFolder.isInside(text), !text.split(separator: "/").dropLast().contains(where: { $0.contains("*") })
      else { return nil }
      self = .files(text)
    } else if let dots = text.range(of: "..") {
      guard let range = Self.range(text[..<dots.lowerBound], text[dots.upperBound...]) else { return nil }
      self = range
    } else {
      guard Self.isInstance(text) else { return nil }
      self = .name(text)
    }
  }

  /// Whether a text is a name, perhaps with `#` and a number behind it.
  private static func isInstance(_ text: String) -> Bool {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    let isNumber = { (part: Substring) in
      part.count <= 9 && part.allSatisfy { $0.isASCII && $0.isNumber } && (Int(part) ?? 0) > 0
    }
    return DataFolder.isName(String(parts[0])) && (parts.count == 1 || parts.count == 2 && isNumber(parts[1]))
  }

  /// A name in three: digits, what is before them, and what is behind: nothing where they are at its end, otherwise `#` with a number.
  private static func parts(_ name: Substring, atEnd: Bool) -> (prefix: String, digits: Substring, suffix: String)? {
    let base = atEnd ? name : name.prefix { $0 != "#" }
    let digits = base.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...9).contains(digits), isInstance(String(name)) else { return nil }
    return (String(base.dropLast(digits)), base.suffix(digits), String(name.dropFirst(base.count)))
  }

  /// The range between two names that differ in one number: that at the end, or else that before `#`.
  private static func range(_ low: Substring, _ high: Substring) -> SuiteEntry? {
    for atEnd in [true, false] {
      guard let first = parts(low, atEnd: atEnd), let last = parts(high, atEnd: atEnd), first.prefix == last.prefix,
        first.suffix == last.suffix, first.digits.count == last.digits.count, let low = Int(first.digits),
        let high = Int(last.digits), low <= high, high - low < longestRange
      else { continue }
      return .range(prefix: first.prefix, numbers: low...high, digits: first.digits.count, suffix: first.suffix)
    }
    return nil
  }

  /// The names it stands for; empty for files.
  public var names: [String] {
    switch self {
    case .name(let name): [name]
    case .range(let prefix, let numbers, let digits, let suffix):
      numbers.map { number in
        let text = "\(number)"
        return prefix + String(repeating: "0", count: digits - text.count) + text + suffix
      }
    case .files: []
    }
  }

  /// The instances it stands for; files in the order of their names, `ta2` before `ta10`.
  func instances(in data: DataFolder) throws(InputError) -> [SuiteInstance] {
    guard case .files(let pattern) = self else { return names.map { SuiteInstance(name: $0, source: $0) } }
    let files = data.files(matching: pattern)
    guard !files.isEmpty else {
      throw InputError(file: pattern, message: "no such file in the data folder \(data.url.path)")
    }
    return files.map { SuiteInstance(name: $0.deletingPathExtension().lastPathComponent, source: $0.path) }
  }
}

extension SuiteEntry: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let entry = SuiteEntry(text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected a name (ft06), a range (la01..la40) or files (jobshop/ta*.txt), found '\(text)'")
    }
    self = entry
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .name(let text), .files(let text): try container.encode(text)
    case .range: try container.encode("\(names[0])..\(names[names.count - 1])")
    }
  }
}
