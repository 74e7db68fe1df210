/// An inference that is wrong, or that could not be judged, in readable form.
public struct InferenceFault: Error, Sendable, CustomStringConvertible {
  /// What is wrong with it.
  public enum Kind: String, Sendable {
    /// A premise did not hold before the conclusion was drawn.
    case prematurePremise = "a premise did not hold before"
    /// The premises do not force the conclusion.
    case notImplied = "the premises do not imply the conclusion"
    /// A learned clause excludes a solution that it must not exclude.
    case excludedSolution = "the learned clause excludes the reference solution"
  }

  public let kind: Kind
  /// The rule that made the inference.
  public let rule: String
  public let premises: [String]
  /// What was concluded; nil for a conflict.
  public let conclusion: String?

  init(_ kind: Kind, _ rule: String, _ premises: [Bound], _ conclusion: Bound?) {
    self.kind = kind
    self.rule = rule
    self.premises = premises.map(\.description)
    self.conclusion = conclusion?.description
  }

  public var description: String {
    "\(rule): \(kind.rawValue): \(premises.joined(separator: ", ")) => \(conclusion ?? "conflict")"
  }
}

extension Bound: CustomStringConvertible {
  var description: String { signed & 1 == 0 ? "v\(signed >> 1) <= \(limit)" : "v\(signed >> 1) >= \(-limit)" }
}
