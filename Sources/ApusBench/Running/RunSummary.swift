/// What runs have come to, in a line.
public struct RunSummary: Sendable, Equatable, CustomStringConvertible {
  /// All runs; those with a proof; those with a checked solution and no proof; those with neither that are no errors; errors.
  public private(set) var runs = 0, proven = 0, answered = 0, open = 0, errors = 0
  /// Whether no run of Apus is an error.
  public private(set) var isApusRight = true

  public init(_ records: [RunRecord]) {
    for record in records {
      runs += 1
      if record.status == .error {
        errors += 1
        if record.solver == PlannedSolver.apus { isApusRight = false }
      } else if record.isProven {
        proven += 1
      } else if record.isAnswered {
        answered += 1
      } else {
        open += 1
      }
    }
  }

  public var description: String {
    "\(runs) \(runs == 1 ? "run" : "runs"): \(proven) proven, \(answered) with a checked solution, \(open) with none, \(errors) \(errors == 1 ? "error" : "errors")"
  }
}
