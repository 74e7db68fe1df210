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
    /// The bounds of the levels of a lexicographic objective.
    var bounds: [Int: Int] = [:]
  }

  private let state = Mutex(State())
  /// Seconds of the process before the run began.
  let offset: Double

  private let objectives: [Objective]

  init(offset: Double, _ objectives: [Objective]) {
    self.offset = offset
    self.objectives = objectives
  }

  func take(_ event: SolveEvent) {
    state.withLock { state in
      switch event.kind {
      case .solution:
        state.solution = event.solution
        if event.level == 0 { state.objective = event.objective }
        state.solutionBy = event.strategy
        state.secondsToBest = offset + event.seconds
      case .bound:
        state.bounds[event.level] = event.bound
        guard event.level == 0 else { break }
        state.bound = event.bound
        state.boundBy = event.strategy
      case .start, .repair, .restart, .done: break
      }
    }
  }

  /// The outcome if the run ended now.
  func outcome(ending: Outcome.Ending) -> Outcome {
    state.withLock { state in
      var outcome = Outcome(
        status: state.solution == nil ? .unknown : .feasible, solution: state.solution, objective: state.objective,
        bound: state.bound, seconds: ProcessClock.seconds, secondsToBest: state.secondsToBest,
        solutionBy: state.solutionBy, boundBy: state.boundBy, work: nil, ending: ending)
      if let solution = state.solution, objectives.count > 1 || objectives.first?.name != nil {
        outcome.levels = objectives.enumerated().map { index, objective in
          LevelReport(
            name: objective.name ?? "level \(index + 1)", value: solution.value(of: objective.expression) ?? 0,
            bound: state.bounds[index])
        }
        outcome.objective = outcome.levels[0].value
      }
      return outcome
    }
  }
}
