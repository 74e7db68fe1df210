import Apus
import ApusModel
import Synchronization

/// The best that is known at any moment of a run, for whoever has to end it from outside.
final class SolveProgress: Sendable {
  private struct State {
    var solution: Solution?
    var objective: Int?
    var bound: Int?
    var secondsToBest: Double?
    var solutionBy: String?
    var boundBy: String?
  }

  private let state = Mutex(State())
  /// Seconds of the process before the run began.
  let offset: Double

  init(offset: Double) { self.offset = offset }

  func take(_ event: SolveEvent) {
    state.withLock { state in
      switch event.kind {
      case .solution:
        state.solution = event.solution
        state.objective = event.objective
        state.solutionBy = event.strategy
        state.secondsToBest = offset + event.seconds
      case .bound:
        state.bound = event.bound
        state.boundBy = event.strategy
      case .start, .restart, .done: break
      }
    }
  }

  /// The outcome if the run ended now.
  func outcome(ending: Outcome.Ending) -> Outcome {
    state.withLock { state in
      Outcome(
        status: state.solution == nil ? .unknown : .feasible, solution: state.solution, objective: state.objective,
        bound: state.bound, seconds: ProcessClock.seconds, secondsToBest: state.secondsToBest,
        solutionBy: state.solutionBy, boundBy: state.boundBy, work: nil, ending: ending)
    }
  }
}
