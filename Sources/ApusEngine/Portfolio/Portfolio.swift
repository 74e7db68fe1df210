import ApusModel
import Foundation

/// Strategies on threads, with a board between them.
///
/// Knows nothing of what a strategy does. A portion of work is short, so that the limits are looked at often; work is counted and
/// the clock only stops a run, so one thread and one seed always go the same way.
public struct Portfolio: Sendable {
  public struct Configuration: Sendable {
    /// Threads; 1 runs on the caller's.
    public var threads = 1
    public var seed: UInt64 = 0
    /// The effort of each thread, in ticks; nil for no limit.
    public var work: Int?
    /// Whether threads exchange at fixed amounts of work, so that their timing does not matter.
    public var isDeterministic = false
    /// Bytes that the engine's columns may hold in all, roughly.
    public var memory: Int?
    public var engine = EngineOptions()
    /// What may be used.
    public var strategies = Set(StrategyKind.allCases)

    public init() {}
  }

  /// How a run ended, when it was not the board that closed it.
  public struct Statistics: Sendable {
    public var conflicts = 0
    public var decisions = 0
    public var restarts = 0
    public var work = 0
    /// Moves of tabu search, and those that it judged to choose them.
    public var moves = 0
    public var judgedMoves = 0
    /// Whether the memory limit ended the run.
    public var isOutOfMemory = false

    public init() {}
  }

  /// A portion of work: some ten milliseconds.
  private static let portion = 200_000
  /// Work between exchanges of a deterministic run with several threads.
  private static let round = 4_000_000

  /// Runs until the board is closed or stopped, or the work is used up.
  ///
  /// - Throws: a `ModelError` where the model does not fit the engine.
  public static func run(
    _ model: ModelData, _ configuration: Configuration, on board: Board
  ) throws(ModelError) -> Statistics {
    let threads = max(1, configuration.threads)
    let first = try LineUp(model, configuration).strategy(ofThread: 0)
    if threads == 1 { return drive(first, configuration, on: board) }
    return configuration.isDeterministic || configuration.work != nil
      ? DeterministicRounds(model, configuration, first: first, board: board).run(round: round)
      : concurrently(first, model, configuration, on: board)
  }

  /// Gives one strategy its portions.
  static func drive(_ worker: any Strategy, _ configuration: Configuration, on board: Board) -> Statistics {
    let end = configuration.work ?? Int.max
    var isOutOfMemory = false
    while !board.isStopped, worker.workDone < end {
      if !worker.run(work: min(portion, end - worker.workDone), board: board) { break }
      if let memory = configuration.memory, worker.byteCount > memory / max(1, configuration.threads) {
        isOutOfMemory = true
        board.stop()
      }
    }
    var statistics = worker.statistics
    statistics.isOutOfMemory = isOutOfMemory
    return statistics
  }

  private static func concurrently(
    _ first: any Strategy, _ model: ModelData, _ configuration: Configuration, on board: Board
  ) -> Statistics {
    let group = ThreadGroup()
    let total = Gathered()
    for index in 1..<max(2, configuration.threads) {
      group.start {
        // The model fits: the first worker has been compiled from it.
        guard let worker = try? LineUp(model, configuration).strategy(ofThread: index) else { return }
        total.add(drive(worker, configuration, on: board))
      }
    }
    total.add(drive(first, configuration, on: board))
    group.wait()
    return total.statistics
  }
}

extension Portfolio.Statistics {
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.conflicts += right.conflicts
    sum.decisions += right.decisions
    sum.restarts += right.restarts
    sum.work += right.work
    sum.moves += right.moves
    sum.judgedMoves += right.judgedMoves
    sum.isOutOfMemory = left.isOutOfMemory || right.isOutOfMemory
    return sum
  }
}
