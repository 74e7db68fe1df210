extension RunRecord {
  /// What names the run among others of one results file, and what its events refer to: `suite/instance/solver/backend/seed`.
  public var id: String { "\(suite)/\(instance)/\(solver)/\(backend ?? "-")/\(seed)" }

  /// Whether the run holds a solution that was checked; a claim that nobody checked counts for nothing.
  public var isAnswered: Bool { status.claimsSolution && verified && (sense == nil || answer != nil) }

  /// The objective of a solution that was checked.
  public var answer: Double? {
    guard status.claimsSolution, verified, let objective, objective.isFinite else { return nil }
    return objective
  }

  /// Whether nothing is left to find: a checked optimum, a checked solution where nothing is optimised, or a proof that none exists.
  public var isProven: Bool {
    switch status {
    case .optimal: isAnswered
    case .feasible: sense == nil && isAnswered
    case .infeasible: true
    case .unknown, .error: false
    }
  }

  /// Whether the run holds a checked solution or a proof that there is none.
  public var isSolved: Bool { isAnswered || isProven }
}
