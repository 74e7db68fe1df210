import ApusModel
import Synchronization

/// Several solves, one after the other, within one limit of time: what explaining, repairing and choosing solutions are made of.
///
/// May be cancelled from any thread. Blocks the thread that solves.
final class SolveSeries: Sendable {
  private let options: SolveOptions
  private let begin = ContinuousClock.now
  private let current = Mutex<SolveRun?>(nil)
  private let isCancelled = Atomic<Bool>(false)

  /// - Parameter options: those of every solve; its time limit is that of all together.
  init(_ options: SolveOptions) { self.options = options }

  /// What is left of the time; nil without a limit.
  var remaining: Duration? { options.timeLimit.map { max(.zero, $0 - begin.duration(to: .now)) } }

  /// Whether the time is up, or the series was cancelled: what is solved from now on stays open.
  var isOver: Bool { isCancelled.load(ordering: .relaxed) || remaining == .zero }

  func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    current.withLock { $0?.cancel() }
  }

  /// Solves a model in the time that is left, and in no more than `share` of it.
  func report(
    of model: ModelData, share: Double = 1, _ change: (inout SolveOptions) -> Void = { _ in }
  ) throws(SolveError) -> SolveReport {
    var options = options
    options.timeLimit = remaining.map { $0 * share }
    change(&options)
    let run = SolveRun(model, options)
    current.withLock { $0 = run }
    if isCancelled.load(ordering: .relaxed) { run.cancel() }
    defer { current.withLock { $0 = nil } }
    return try run.run()
  }
}

/// Runs `body` on a thread of its own; cancelling the task calls `cancel`, and `body` is then expected to return soon.
///
/// A solve blocks for long: it leaves the pool of tasks alone.
func onThread<Value: Sendable>(
  isolation actor: isolated (any Actor)? = #isolation, _ body: @escaping @Sendable () throws(SolveError) -> Value,
  cancel: @escaping @Sendable () -> Void
) async throws(SolveError) -> Value {
  let outcome = await withTaskCancellationHandler {
    await withCheckedContinuation { continuation in
      startThread { continuation.resume(returning: Result { () throws(SolveError) in try body() }) }
    }
  } onCancel: {
    cancel()
  }
  return try outcome.get()
}

extension SolveOptions {
  /// The options of solves that are parts of something.
  init(_ limit: Duration?, _ workers: Int, _ seed: UInt64) {
    self.init()
    timeLimit = limit
    self.workers = workers
    self.seed = seed
  }
}
