import ApusModel
import Synchronization

/// What strategies share: the best solution, the best bound, and whether to stop. Values are ones to minimise.
///
/// A solution is taken only where it is better than the one held and passes the acceptance test; whoever reads the board sees
/// value and solution together. Events are reported in order, one at a time.
public final class Board: Sendable {
  public struct State: Sendable {
    public internal(set) var solution: Solution?
    /// The value of `solution`; the largest Int where there is none.
    public internal(set) var value = Int.max
    /// No solution has a lower value; the smallest Int where nothing is known.
    public internal(set) var bound = Int.min
    /// Nothing is left to find: `solution` is optimal, or there is none.
    public internal(set) var isClosed = false
    public internal(set) var solutionBy: String?
    public internal(set) var boundBy: String?
    /// A solution was offered that the acceptance test refused: an error of the engine.
    public internal(set) var refusal: String?
  }

  public enum Event: Sendable {
    case solution(Solution, value: Int, by: String)
    case bound(Int, by: String)
    case restart(by: String)
  }

  private let state = Mutex(State())
  /// Repeats `state.value` for readers in a hurry.
  private let bestValue = Atomic<Int>(Int.max)
  let stopFlag = StopFlag()
  private let accept: @Sendable (Solution, Int) -> String?
  private let report: @Sendable (Event) -> Void

  /// - Parameters:
  ///   - accept: given a solution and its value, says what is wrong with it, or nil.
  ///   - report: is told of every event, on the thread that caused it.
  public init(
    accept: @escaping @Sendable (Solution, Int) -> String? = { _, _ in nil },
    report: @escaping @Sendable (Event) -> Void = { _ in }
  ) {
    self.accept = accept
    self.report = report
  }

  public var current: State { state.withLock { $0 } }
  public var value: Int { bestValue.load(ordering: .relaxed) }

  /// Asks every strategy to return soon.
  public func stop() { stopFlag.set() }
  public var isStopped: Bool { stopFlag.isSet }

  /// Offers a solution. Returns whether it is the best now.
  @discardableResult
  public func offer(_ solution: Solution, value: Int, by strategy: String) -> Bool {
    guard value < self.value else { return false }
    if let refusal = accept(solution, value) {
      state.withLock { $0.refusal = $0.refusal ?? "\(strategy): \(refusal)" }
      stop()
      return false
    }
    return state.withLock { state in
      guard value < state.value else { return false }
      state.solution = solution
      state.value = value
      state.solutionBy = strategy
      bestValue.store(value, ordering: .relaxed)
      report(.solution(solution, value: value, by: strategy))
      if value <= state.bound {
        state.isClosed = true
        stop()
      }
      return true
    }
  }

  /// Says that no solution has a value below `bound`.
  public func raise(bound: Int, by strategy: String) {
    state.withLock { state in
      guard bound > state.bound, !state.isClosed else { return }
      // What is more than the best solution's value says only that it is optimal.
      state.bound = min(bound, state.value)
      state.boundBy = strategy
      report(.bound(state.bound, by: strategy))
      if state.bound == state.value {
        state.isClosed = true
        stop()
      }
    }
  }

  /// Says that there is no solution better than the one held, or none at all.
  public func close(by strategy: String) {
    state.withLock { state in
      if state.isClosed { return }
      state.isClosed = true
      if state.solution != nil {
        let isNews = state.bound != state.value
        state.bound = state.value
        if isNews {
          state.boundBy = strategy
          report(.bound(state.value, by: strategy))
        }
      }
      stop()
    }
  }

  /// Withholds the answer: what was inferred on the way to it is wrong.
  func refuse(because reason: String) {
    state.withLock { $0.refusal = $0.refusal ?? reason }
    stop()
  }

  /// Says that a strategy has begun anew. Strategies that do so often tell of the first times and then of every hundredth.
  func noteRestart(by strategy: String) {
    // Under the lock, like all events: one at a time.
    state.withLock { _ in report(.restart(by: strategy)) }
  }
}
