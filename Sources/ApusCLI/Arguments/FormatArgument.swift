import ApusProblems
import ArgumentParser

/// A format: `family` or `family:dialect`.
struct FormatArgument: CustomStringConvertible {
  let family: ProblemFamily
  /// One of the family's; nil where only the family is given.
  let dialect: String?

  init(_ text: String) throws {
    // `lp` is short for `model:lp`, `mps` for `model:mps`.
    let text = ["lp", "mps"].contains(text) ? "model:\(text)" : text
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let family = ProblemFamily.known.first(where: { $0.name == parts[0] }),
      parts.count == 1 || family.dialects.contains(String(parts[1]))
    else { throw ValidationError("expected one of \(Self.names)") }
    self.family = family
    dialect = parts.count == 2 ? String(parts[1]) : nil
  }

  var description: String { family.name + (dialect.map { ":\($0)" } ?? "") }

  /// All formats, as messages list them.
  static let names = ProblemFamily.known.map { family in
    ([family.name] + family.dialects.map { "\(family.name):\($0)" }).joined(separator: ", ")
  }.joined(separator: ", ")
}
