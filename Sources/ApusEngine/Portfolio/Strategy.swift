/// A source of solutions or bounds that is given effort in portions: the learning search, tabu search, large neighbourhood
/// search. The portfolio knows nothing else of it.
protocol Strategy: AnyObject {
  var name: String { get }
  var role: StrategyRole { get }
  /// Works for about `work` ticks, or until the board says stop. Returns false when it has nothing more to give.
  func run(work: Int, board: Board) -> Bool
  /// The effort so far, in ticks.
  var workDone: Int { get }
  /// The bytes held, roughly.
  var byteCount: Int { get }
  var statistics: Portfolio.Statistics { get }
}

/// What a strategy can do.
enum StrategyRole: Sendable {
  /// It ends with a proof, if it is given the time, and may find solutions on the way.
  case proves
  /// It makes better solutions of those there are and never knows whether they are the best.
  case improves
}
