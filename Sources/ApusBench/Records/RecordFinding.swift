/// How the runs of one instance stand to its best-known bounds.
public struct RecordFinding: Sendable, Hashable {
  public enum Kind: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// Below the best-known lower bound, above the best-known upper bound, or no solution where one is known: one of the two is wrong.
    case contradiction
    /// A verified solution better than the best known.
    case betterUpper
    /// A bound better than the best known. Bounds are the solver's claim; nobody else has checked them.
    case betterLower
    /// A verified solution as good as the best known.
    case meets

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public let kind: Kind
  public let instance: InstanceName
  /// What was found, against what, and by which run.
  public let text: String

  init(_ kind: Kind, _ run: RunRecord, _ text: String) {
    self.kind = kind
    instance = InstanceName(run)
    let seconds = ReportNumber.fixed(run.seconds, 2)
    self.text = "\(run.instance): \(text) (\(run.solverName), seed \(run.seed), \(seconds) s, suite \(run.suite))"
  }
}
