import ApusModel
import Foundation

extension Model {
  /// Solves the model and waits for the result.
  ///
  /// - Parameters:
  ///   - backend: what solves.
  ///   - limit: wall-clock time; nil for none. It covers everything from the call on.
  ///   - workers: threads of search.
  ///   - seed: the same seed, one worker and a work limit give the same run on every machine.
  ///   - start: solutions or rules to begin with.
  /// - Throws: ``SolveError`` for a wrong model or start. A limit is no error.
  public func result(
    using backend: Backend = .automatic, within limit: Duration? = nil, workers: Int = SolveOptions.defaultWorkers,
    seed: UInt64 = 0,
    from start: WarmStart = .automatic
  ) async throws(SolveError) -> SolveResult {
    var options = SolveOptions()
    options.backend = backend
    options.timeLimit = limit
    options.workers = workers
    options.seed = seed
    options.start = start
    return try await report(options).result
  }

  /// Solves the model and tells all about it. Cancelling the task ends the run with what has been found.
  public func report(
    _ options: SolveOptions, observe: @escaping @Sendable (SolveEvent) -> Void = { _ in }
  ) async throws(SolveError) -> SolveReport {
    let run = SolveRun(data, options, observe: observe)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // A solve blocks for long: it gets a thread of its own and leaves the pool of tasks alone.
        startThread { continuation.resume(returning: Result { () throws(SolveError) in try run.run() }) }
      }
    } onCancel: {
      run.cancel()
    }
    return try outcome.get()
  }

  /// Solves the model as a sequence of ever better solutions, each with the bound known by then.
  ///
  /// The sequence ends with the proof or the limit. Leaving the loop cancels the search.
  public func solve(
    using backend: Backend = .automatic, within limit: Duration? = nil, workers: Int = SolveOptions.defaultWorkers,
    seed: UInt64 = 0,
    from start: WarmStart = .automatic
  ) -> Incumbents {
    var options = SolveOptions()
    options.backend = backend
    options.timeLimit = limit
    options.workers = workers
    options.seed = seed
    options.start = start
    return Incumbents(data, options)
  }
}

/// The solutions of a model as they are found; see `Model.solve(within:workers:seed:from:)`.
public struct Incumbents: AsyncSequence, Sendable {
  public typealias Element = Incumbent
  public typealias Failure = SolveError

  private let model: ModelData
  private let options: SolveOptions

  init(_ model: ModelData, _ options: SolveOptions) {
    self.model = model
    self.options = options
  }

  public func makeAsyncIterator() -> Iterator {
    let (stream, continuation) = AsyncStream.makeStream(of: Result<Incumbent, SolveError>.self)
    let run = SolveRun(model, options) { event in
      guard event.kind == .solution, let solution = event.solution else { return }
      continuation.yield(
        .success(
          Incumbent(
            solution: solution, objective: event.objective ?? 0, bound: event.bound, elapsed: .seconds(event.seconds),
            strategy: event.strategy ?? "")))
    }
    continuation.onTermination = { _ in run.cancel() }
    startThread {
      if case .failure(let error) = Result(catching: { () throws(SolveError) in try run.run() }) {
        continuation.yield(.failure(error))
      }
      continuation.finish()
    }
    return Iterator(stream.makeAsyncIterator())
  }

  public struct Iterator: AsyncIteratorProtocol {
    private var stream: AsyncStream<Result<Incumbent, SolveError>>.AsyncIterator

    init(_ stream: AsyncStream<Result<Incumbent, SolveError>>.AsyncIterator) { self.stream = stream }

    public mutating func next() async throws(SolveError) -> Incumbent? { try await stream.next()?.get() }

    public mutating func next(isolation actor: isolated (any Actor)?) async throws(SolveError) -> Incumbent? {
      try await stream.next(isolation: actor)?.get()
    }
  }
}

/// A thread of its own, with room for deep recursion.
func startThread(_ body: @escaping @Sendable () -> Void) {
  let thread = Thread(block: body)
  thread.stackSize = 64 << 20
  thread.start()
}
