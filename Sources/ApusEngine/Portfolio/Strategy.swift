/// A source of solutions or bounds that is given effort in portions: the learning search now, others beside it later. The portfolio
/// knows nothing else of it.
protocol Strategy: AnyObject {
  var name: String { get }
  /// Works for about `work` ticks, or until the board says stop. Returns false when it has nothing more to give.
  func run(work: Int, board: Board) -> Bool
  /// The effort so far, in ticks.
  var workDone: Int { get }
  /// The bytes held, roughly.
  var byteCount: Int { get }
  var statistics: Portfolio.Statistics { get }
}
