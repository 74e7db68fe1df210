import ApusModel

/// What a solve came to. Every solution in it has passed the checker.
public enum SolveResult: Sendable {
  /// A solution and the proof that none is better; for a model without objective, any solution.
  case optimal(Solution)
  /// A solution. No solution can be better than `bound`; nil where no bound is known.
  case feasible(Solution, bound: Int?)
  /// The proof that there is no solution.
  case infeasible
  /// The limits were met first. No solution can be better than `bound`.
  case unknown(bound: Int?)

  /// The solution, if there is one.
  public var solution: Solution? {
    switch self {
    case .optimal(let solution), .feasible(let solution, _): solution
    case .infeasible, .unknown: nil
    }
  }

  /// One word: `optimal`, `feasible`, `infeasible` or `unknown`.
  public var status: String {
    switch self {
    case .optimal: "optimal"
    case .feasible: "feasible"
    case .infeasible: "infeasible"
    case .unknown: "unknown"
    }
  }
}

/// What a level of a lexicographic objective came to.
public struct LevelReport: Sendable, Hashable {
  public var name: String
  /// The value of the solution.
  public var value: Int
  /// No solution that is as good on all levels before can be better than this; nil where nothing is known.
  public var bound: Int?
  /// Whether the value is proven to be the best.
  public var isProven: Bool { bound == value }

  public init(name: String, value: Int, bound: Int?) {
    self.name = name
    self.value = value
    self.bound = bound
  }
}

/// A result with what is known of how it came about.
public struct SolveReport: Sendable {
  public var result: SolveResult
  /// The value of the solution; nil without one, or without an objective.
  public var objective: Int?
  /// No solution has a better value; nil where nothing is known.
  public var bound: Int?
  /// Wall-clock time of the whole call, and until the best solution was found.
  public var seconds: Double
  public var secondsToBest: Double?
  /// What found the solution, and what proved the bound.
  public var solutionBy: String?
  public var boundBy: String?
  public var workers: Int
  public var seed: UInt64
  public var conflicts = 0
  public var decisions = 0
  public var restarts = 0
  /// Deterministic effort, in ticks, of all threads.
  public var work = 0
  /// Moves made by tabu search, and those that it judged to choose them.
  public var moves = 0
  public var judgedMoves = 0
  /// Whether the memory limit ended the run.
  public var isOutOfMemory = false
  /// The levels of a lexicographic objective, the most important first; empty where there is one level. ``objective`` and ``bound`` are the first's.
  public var levels: [LevelReport] = []
  /// What was changed of a start that was partial or broke constraints; nil where there was none.
  public var startChanges: StartChanges?
  /// Whether the checker passed the solution; always true where there is one.
  public var isVerified: Bool

  /// |objective − bound| / max(1, |objective|); nil where either is unknown.
  public var gap: Double? { SolveReport.gap(objective, bound) }

  static func gap(_ objective: Int?, _ bound: Int?) -> Double? {
    guard let objective, let bound else { return nil }
    return abs(Double(objective) - Double(bound)) / max(1, abs(Double(objective)))
  }
}

/// Why a solve could not be done.
public enum SolveError: Error, Sendable, CustomStringConvertible {
  /// The model is wrong, or does not fit the engine's numbers.
  case model(ModelError)
  /// A solution to begin with breaks the model.
  case start(String)
  /// The engine made a solution that the checker refuses: an error of Apus. No result is given.
  case selfCheck(String)

  public var description: String {
    switch self {
    case .model(let error): "the model cannot be solved: \(error)"
    case .start(let message): "a solution to begin with is wrong: \(message)"
    case .selfCheck(let message): "Apus found an error in its own answer and withholds it: \(message)"
    }
  }
}
