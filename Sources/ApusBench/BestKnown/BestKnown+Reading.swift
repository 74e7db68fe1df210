import ApusProblems
import Foundation

extension BestKnown {
  static let header = "instance,lower_bound,upper_bound,optimal,date,source"

  /// Reads a file.
  ///
  /// - Throws: `InputError` with the line where it is broken.
  public init(contentsOf url: URL) throws(InputError) {
    try self.init(bytes: try InputFile.bytes(of: url), file: url.path)
  }

  /// Reads a table of comma-separated values with the columns instance, lower_bound, upper_bound, optimal (0 or 1), date and source.
  /// No value is quoted. A bound that nobody has published is empty.
  ///
  /// - Throws: `InputError` where a line is broken, bounds cross or disagree with `optimal`, or an instance is listed twice.
  public init(bytes: [UInt8], file: String) throws(InputError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw InputError(file: file, message: "is no UTF-8, expected plain text")
    }
    var entries: [Entry] = []
    var seen: Set<String> = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index == 0 {
        guard line == Self.header else {
          throw InputError(file: file, line: 1, message: "expected the columns \(Self.header)")
        }
        continue
      }
      if line.isEmpty { continue }
      let entry = try Self.entry(line, file: file, line: index + 1)
      guard seen.insert(entry.instance).inserted else {
        throw InputError(file: file, line: index + 1, message: "\(entry.instance) is listed twice, expected it once")
      }
      entries.append(entry)
    }
    self.init(entries: entries)
  }

  private static func entry(_ text: Substring, file: String, line: Int) throws(InputError) -> Entry {
    func error(_ message: String) -> InputError { InputError(file: file, line: line, message: message) }
    let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 6 else { throw error("expected 6 values, found \(fields.count)") }
    guard !text.contains("\"") else { throw error("found a quotation mark, expected plain values") }
    func bound(_ index: Int, _ name: String) throws(InputError) -> Int? {
      if fields[index].isEmpty { return nil }
      guard let value = Int(fields[index]) else {
        throw error("\(name): expected an integer, found '\(fields[index])'")
      }
      return value
    }
    let lower = try bound(1, "lower_bound")
    let upper = try bound(2, "upper_bound")
    guard !fields[0].isEmpty else { throw error("the instance has no name") }
    if let lower, let upper, lower > upper {
      throw error("the lower bound \(lower) is above the upper bound \(upper)")
    }
    guard fields[3] == "0" || fields[3] == "1" else { throw error("optimal: expected 0 or 1, found '\(fields[3])'") }
    let isOptimal = lower != nil && lower == upper
    guard isOptimal == (fields[3] == "1") else {
      throw error("optimal is \(fields[3]), expected \(isOptimal ? "1, for the bounds agree" : "0, for they do not")")
    }
    guard fields[4].wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil else {
      throw error("date: expected one such as 2026-06-01, found '\(fields[4])'")
    }
    return Entry(
      instance: fields[0], lowerBound: lower, upperBound: upper, isOptimal: isOptimal, date: fields[4],
      source: fields[5])
  }
}
