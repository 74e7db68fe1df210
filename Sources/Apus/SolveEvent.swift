import ApusModel

/// Something that happened during a solve.
public struct SolveEvent: Sendable {
  public enum Kind: String, Sendable {
    /// The search begins.
    case start
    /// A better solution.
    case solution
    /// A better bound.
    case bound
    /// A start that is partial or breaks constraints has been repaired, or could not be; ``SolveEvent/startChanges`` tells.
    case repair
    /// A strategy begins its search anew.
    case restart
    /// The solve is over.
    case done
  }

  public var kind: Kind
  /// Seconds since the call.
  public var seconds: Double
  /// The best solution so far, and its value.
  public var solution: Solution?
  public var objective: Int?
  /// No solution has a better value.
  public var bound: Int?
  /// What found the solution or proved the bound.
  public var strategy: String?
  /// What was changed of a start.
  public var startChanges: StartChanges?
  /// The level of a lexicographic objective that ``objective`` and ``bound`` are of.
  public var level = 0
}

/// The best solution so far, with the bound known when it was found or last improved.
public struct Incumbent: Sendable {
  public let solution: Solution
  /// The value of ``solution``; 0 for a model without an objective.
  public let objective: Int
  /// No solution has a better value; nil where nothing is known.
  public let bound: Int?
  public let elapsed: Duration
  /// What found it.
  public let strategy: String

  /// |objective − bound| / max(1, |objective|); infinite while there is no bound.
  public var gap: Double { SolveReport.gap(objective, bound) ?? .infinity }
}
