import ApusCheck
import ApusEngine
import ApusModel

extension SolveRun {
  /// Gives the board what can be made of starts that are partial or break constraints.
  ///
  /// One that turns out to be a whole solution is taken as it is.
  func offerDrafts(to board: Board, _ checker: SolutionChecker) throws(SolveError) {
    for draft in options.start.drafts {
      if board.isStopped { return }
      var reason = "it is not all of a solution"
      if let whole = draft.complete(for: model) {
        guard let violation = checker.violations(of: whole).first else {
          board.offer(whole, value: boardValue(of: whole), by: "start")
          continue
        }
        reason = "\(violation)"
      }
      let solution: Solution?
      do throws(ModelError) {
        var engine = EngineOptions()
        engine.checksInferences = options.checksInferences
        solution = try StartRepair(model, engine: engine).solution(
          from: draft, work: min(options.work ?? .max, Self.repairWork), seed: options.seed,
          isStopped: { board.isStopped })
      } catch { throw .model(error) }
      note(StartChanges(draft, solution, model, because: reason))
      if let solution { board.offer(solution, value: boardValue(of: solution), by: "start repaired") }
    }
  }

  /// The most effort that goes to the repair of a start, in ticks: some seconds. Whoever gives a start expects it to be near a solution.
  private static let repairWork = 200_000_000
}
