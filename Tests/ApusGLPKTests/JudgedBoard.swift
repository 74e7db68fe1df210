import ApusCheck
import ApusGLPK
import ApusModel
import Synchronization

/// A board that checks what it is offered and remembers everything.
final class JudgedBoard: SolutionBoard {
  struct State {
    var best: (solution: Solution, value: Int)?
    var bound: Int?
    var isClosed = false
    var refusals = 0
    var offers = 0
  }

  private let model: ModelData
  private let checker: SolutionChecker
  private let state = Mutex(State())
  private let stops: @Sendable () -> Bool

  init(_ model: ModelData, stops: @escaping @Sendable () -> Bool = { false }) {
    self.model = model
    self.stops = stops
    checker = SolutionChecker(model)
  }

  var current: State { state.withLock { $0 } }
  var isStopped: Bool { stops() }
  var best: (solution: Solution, value: Int)? { current.best }

  func offer(_ solution: Solution) -> Bool {
    let isRight = checker.violations(of: solution).isEmpty
    state.withLock { state in
      state.offers += 1
      guard isRight else {
        state.refusals += 1
        return
      }
      let value = model.objective.flatMap { solution.value(of: $0.expression) } ?? 0
      if let best = state.best, model.objective.map({ !$0.isBetter(value, than: best.value) }) ?? true { return }
      state.best = (solution, value)
    }
    return isRight
  }

  func raise(bound: Int) {
    state.withLock { state in
      let isNews = state.bound.map { model.objective?.isBetter($0, than: bound) ?? false } ?? true
      if isNews { state.bound = bound }
    }
  }

  func close() { state.withLock { $0.isClosed = true } }
}
