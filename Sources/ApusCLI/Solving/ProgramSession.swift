import ApusGLPK
import ApusLinear
import ApusProblems
import Foundation
import Synchronization

/// One solve of a program that is no model, since some of its columns need not be whole: by GLPK, from the first event to the last byte of
/// output.
struct ProgramSession {
  let program: LoadedProgram
  /// Of the whole process; nil for none.
  let timeLimit: Double?
  let solutionFile: OutputFile?
  let isJSON: Bool

  /// Solves, writes and prints; returns the status to end with.
  func solve() throws -> ExitStatus {
    let watch = ProgramWatch(program.program, limit: timeLimit)
    Signals.onFirst { _ in watch.stop() }
    let outcome = GLPK.solve(program.program, observer: watch)
    if case .failed(let reason) = outcome.ending {
      throw Failure(.badInput, "\(program.title): GLPK cannot solve the program: \(reason)")
    }
    let found = watch.best
    let status: SolutionFile.Status =
      switch outcome.ending {
      case .optimal: found == nil ? .unknown : .optimal
      case .infeasible: .infeasible
      case .unbounded, .stopped, .outOfMemory, .failed: found == nil ? .unknown : .feasible
      }
    let bound = status == .optimal ? found?.objective : watch.bound
    let answer = ProgramAnswer(program, status, found, bound: bound, isUnbounded: outcome.ending == .unbounded)
    if let found, let solutionFile {
      try solutionFile.write(
        ProgramSolution(program, status, found.values, objective: found.objective, bound: bound).text)
    }
    let text = isJSON ? answer.json : answer.text
    if let code = StandardStream.output.write(text + "\n") {
      throw Failure(.internalError, "the standard output cannot be written: \(systemMessage(code))")
    }
    if let signal = Signals.received { return .interrupted(signal: signal) }
    switch status {
    case .optimal: return .done
    case .feasible: return .feasible
    case .infeasible: return .infeasible
    case .unknown: return .unknown
    }
  }
}

/// What GLPK finds: points count once their whole columns are rounded and all rows still hold.
private final class ProgramWatch: GLPKObserver, Sendable {
  typealias Point = (values: [Double], objective: Double)
  private struct State {
    var best: Point?
    var bound: Double?
  }

  private let program: LinearProgram
  private let limit: Double?
  private let isTold = Atomic<Bool>(false)
  private let state = Mutex(State())

  init(_ program: LinearProgram, limit: Double?) {
    self.program = program
    self.limit = limit
  }

  func stop() { isTold.store(true, ordering: .relaxed) }

  var isStopped: Bool {
    isTold.load(ordering: .relaxed) || limit.map { ProcessClock.seconds >= $0 } ?? false
  }

  var best: Point? { state.withLock { $0.best } }
  var bound: Double? { state.withLock { $0.bound } }

  func found(_ values: [Double], objective: Double) {
    let rounded = zip(program.columns, values).map { $0.isInteger ? $1.rounded() : $1 }
    guard program.violation(at: rounded) == nil else { return }
    let value = program.objective(at: rounded)
    state.withLock { state in
      let isBetter = state.best.map { program.sense == .minimize ? value < $0.objective : value > $0.objective } ?? true
      if isBetter { state.best = (rounded, value) }
    }
  }

  func bounded(_ bound: Double) { state.withLock { $0.bound = bound } }
  func suggestion(betterThan objective: Double?) -> [Double]? { nil }
}

/// The answer for a program, for people and as JSON.
private struct ProgramAnswer {
  private let program: LoadedProgram
  private let status: SolutionFile.Status
  private let objective: Double?
  private let bound: Double?
  private let isUnbounded: Bool

  init(
    _ program: LoadedProgram, _ status: SolutionFile.Status, _ found: (values: [Double], objective: Double)?,
    bound: Double?, isUnbounded: Bool
  ) {
    self.program = program
    self.status = status
    self.isUnbounded = isUnbounded
    let hasObjective = program.program.hasObjective
    objective = hasObjective ? found?.objective : nil
    self.bound = hasObjective ? bound : nil
  }

  private var gap: Double? {
    guard let objective, let bound else { return nil }
    return abs(objective - bound) / max(1, abs(objective))
  }

  var text: String {
    let seconds = TimeText.short(ProcessClock.seconds)
    let value = objective.map { "objective \($0)" } ?? "a solution"
    switch status {
    case .optimal: return "\(program.title): \(value), optimal by glpk in \(seconds)"
    case .feasible:
      let known = bound.map { "bound \($0), gap \(TimeText.percent(gap))" } ?? "no bound"
      return "\(program.title): \(value), \(known), stopped after \(seconds)"
    case .infeasible: return "\(program.title): infeasible by glpk in \(seconds)"
    case .unknown:
      return "\(program.title): \(isUnbounded ? "the objective is unbounded" : "no solution found") after \(seconds)"
    }
  }

  /// The keys of `AnswerJSON` that a program has.
  var json: String {
    JSONText.object([
      ("version", "1"), ("instance", JSONText.string(program.name)), ("family", JSONText.string("model")),
      ("status", JSONText.string(status.rawValue)), ("objective", JSONText.number(objective)),
      ("bound", JSONText.number(bound)), ("gap", JSONText.number(gap)),
      ("seconds", JSONText.seconds(ProcessClock.seconds)), ("backend", JSONText.string("glpk")), ("threads", "1"),
    ])
  }
}
