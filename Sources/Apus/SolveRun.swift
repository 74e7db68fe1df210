import ApusCheck
import ApusEngine
import ApusModel
import Synchronization

/// One solve: the board, the clock, the stop rules and the report. Blocks the thread that calls ``run()``.
public final class SolveRun: Sendable {
  let model: ModelData
  let options: SolveOptions
  let observe: @Sendable (SolveEvent) -> Void
  private let begin = ContinuousClock.now
  private let isCancelled = Atomic<Bool>(false)
  private let progress = Mutex(Progress())
  /// The run of a level, where there are several.
  let levelRun = Mutex<SolveRun?>(nil)

  private struct Progress {
    var solution: Solution?
    var objective: Int?
    var bound: Int?
    var secondsToBest: Double?
    var startChanges: StartChanges?
    /// Set once a stop rule is met.
    var isStopRuleMet = false
    /// The board of the run, stopped by the rules at once rather than at the next tick of the clock, so that they end
    /// a deterministic run always at the same place.
    var board: Board?
  }

  /// - Parameter observe: is told what happens, on the thread where it happens, one event at a time.
  public init(
    _ model: ModelData, _ options: SolveOptions = SolveOptions(),
    observe: @escaping @Sendable (SolveEvent) -> Void = { _ in }
  ) {
    self.model = model
    self.options = options
    self.observe = observe
  }

  /// Ends the run within some hundredths of a second, with what has been found. May be called from any thread.
  public func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    levelRun.withLock { $0?.cancel() }
  }

  var hasBeenCancelled: Bool { isCancelled.load(ordering: .relaxed) }

  /// Solves, blocking the caller until the proof, a limit or a stop.
  public func run() throws(SolveError) -> SolveReport {
    if model.objectives.count > 1 || model.objective?.name != nil { return try runLevels() }
    let checker = SolutionChecker(model)
    let objective = model.objective
    let board = Board(
      accept: { solution, value in
        let violations = checker.violations(of: solution, claiming: objective.map { _ in self.external(value) })
        return violations.first.map { "\($0)" }
      },
      report: { [self] in take($0) })
    progress.withLock { $0.board = board }
    defer { progress.withLock { $0.board = nil } }
    observe(SolveEvent(kind: .start, seconds: seconds))
    let ticker = Ticker(every: 0.02) { [self] in
      if mustStop { board.stop() }
    }
    defer { ticker.cancel() }
    do throws(ModelError) {
      try model.validate()
    } catch { throw .model(error) }
    try offerStarts(to: board)
    var statistics = Portfolio.Statistics()
    do throws(ModelError) {
      if !board.isStopped, options.isSearching {
        switch options.backend {
        case .automatic, .native: statistics = try Portfolio.run(model, configuration, on: board)
        case .glpk: statistics = try searchByGLPK(board, checker)
        }
      }
    } catch { throw .model(error) }
    if let refusal = board.current.refusal { throw .selfCheck(refusal) }
    let report = report(of: board.current, statistics)
    observe(
      SolveEvent(
        kind: .done, seconds: report.seconds, solution: report.result.solution, objective: report.objective,
        bound: report.bound))
    return report
  }

  private var configuration: Portfolio.Configuration {
    var configuration = Portfolio.Configuration()
    configuration.threads = options.workers
    configuration.seed = options.seed
    configuration.work = options.work
    configuration.isDeterministic = options.isDeterministic
    configuration.memory = options.memory
    configuration.strategies = options.strategies
    configuration.engine.checksInferences = options.checksInferences
    configuration.engine.filtering = options.filtering
    return configuration
  }

  // MARK: Values. The board minimises; the caller may not.

  /// A value of the board's as the model's objective.
  func external(_ value: Int) -> Int { model.objective?.sense == .maximize ? -value : value }

  /// The board's value of a solution of the model.
  func boardValue(of solution: Solution) -> Int {
    guard let objective = model.objective else { return 0 }
    return external(solution.value(of: objective.expression) ?? Int.max)
  }

  // MARK: Progress

  var seconds: Double {
    let elapsed = begin.duration(to: .now).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  /// Tells what became of a start.
  func note(_ changes: StartChanges) {
    progress.withLock { $0.startChanges = changes }
    observe(SolveEvent(kind: .repair, seconds: seconds, startChanges: changes))
  }

  private func take(_ event: Board.Event) {
    let now = seconds
    let told = progress.withLock { state -> SolveEvent? in
      switch event {
      case .solution(let solution, let value, let strategy):
        state.solution = solution
        state.objective = model.objective.map { _ in external(value) }
        state.secondsToBest = now
        checkStopRules(&state)
        return SolveEvent(
          kind: .solution, seconds: now, solution: solution, objective: state.objective, bound: state.bound,
          strategy: strategy)
      case .bound(let value, let strategy):
        state.bound = external(value)
        checkStopRules(&state)
        return SolveEvent(
          kind: .bound, seconds: now, objective: state.objective, bound: state.bound, strategy: strategy)
      case .restart(let strategy):
        return SolveEvent(
          kind: .restart, seconds: now, objective: state.objective, bound: state.bound, strategy: strategy)
      }
    }
    if let told { observe(told) }
  }

  /// Stops the board where a rule that needs no clock is met.
  private func checkStopRules(_ state: inout Progress) {
    for rule in options.stopRules {
      switch rule {
      case .firstSolution: if state.solution != nil { state.isStopRuleMet = true }
      case .gap(let limit):
        if let gap = SolveReport.gap(state.objective, state.bound), gap <= limit { state.isStopRuleMet = true }
      case .stall: break
      }
    }
    if state.isStopRuleMet { state.board?.stop() }
  }

  private var mustStop: Bool {
    if isCancelled.load(ordering: .relaxed) { return true }
    let now = seconds
    if let limit = options.timeLimit, now >= limit / .seconds(1) { return true }
    return progress.withLock { state in
      if state.isStopRuleMet { return true }
      guard let last = state.secondsToBest else { return false }
      for case .stall(let limit) in options.stopRules where now - last >= limit / .seconds(1) { return true }
      return false
    }
  }

  private func report(of state: Board.State, _ statistics: Portfolio.Statistics) -> SolveReport {
    let bound = model.objective == nil || state.bound == Int.min ? nil : external(state.bound)
    let result: SolveResult
    switch (state.solution, state.isClosed) {
    case (let solution?, true): result = .optimal(solution)
    case (let solution?, false):
      result = model.objective == nil ? .optimal(solution) : .feasible(solution, bound: bound)
    case (nil, true): result = .infeasible
    case (nil, false): result = .unknown(bound: bound)
    }
    var report = SolveReport(
      result: result, objective: model.objective == nil || state.solution == nil ? nil : external(state.value),
      bound: state.solution == nil && state.isClosed ? nil : bound, seconds: seconds,
      secondsToBest: progress.withLock { $0.secondsToBest }, solutionBy: state.solutionBy, boundBy: state.boundBy,
      workers: options.backend == .glpk ? 1 : options.workers, seed: options.seed, isVerified: state.solution != nil)
    report.conflicts = statistics.conflicts
    report.decisions = statistics.decisions
    report.restarts = statistics.restarts
    report.work = statistics.work
    report.moves = statistics.moves
    report.judgedMoves = statistics.judgedMoves
    report.isOutOfMemory = statistics.isOutOfMemory
    report.startChanges = progress.withLock { $0.startChanges }
    return report
  }
}
