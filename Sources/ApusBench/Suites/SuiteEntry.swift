import ApusProblems
import Foundation

/// What a suite's list of instances is made of, written as a string.
public enum SuiteEntry: Sendable, Equatable {
  /// The name of an instance: `ft06`, or of one of several in a file: `wt40#3`.
  case name(String)
  /// Names that differ in a number of as many digits: `la01..la40`.
  case range(prefix: String, numbers: ClosedRange<Int>, digits: Int)
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
      guard let (prefix, first) = Self.parts(text[..<dots.lowerBound]),
        let (lastPrefix, last) = Self.parts(text[dots.upperBound...]), prefix == lastPrefix,
        first.count == last.count, let low = Int(first), let high = Int(last), low <= high,
        high - low < Self.longestRange
      else { return nil }
      self = .range(prefix: prefix, numbers: low...high, digits: first.count)
    } else {
      guard Self.isName(text) else { return nil }
      self = .name(text)
    }
  }

  /// Whether it is the name of a file, perhaps with the number of an instance in it.
  private static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return DataFolder.isName(parts[0]) && (parts.count == 1 || (Int(parts[1]) ?? 0) > 0 && !parts[1].hasPrefix("+"))
  }

  /// A name in two: the digits at its end, and what is before them.
  private static func parts(_ name: Substring) -> (prefix: String, digits: Substring)? {
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard (1...9).contains(digits), isName(String(name)) else { return nil }
    return (String(name.dropLast(digits)), name.suffix(digits))
  }

  /// The names it stands for; empty for files.
  public var names: [String] {
    switch self {
    case .name(let name): [name]
    case .range(let prefix, let numbers, let digits):
      numbers.map { number in
        let text = "\(number)"
        return prefix + String(repeating: "0", count: digits - text.count) + text
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
