import ApusModel
import ApusTestSupport

@testable import ApusEngine

/// What enumeration knows of a model, for a strategy that is watched: values are those of a board, which minimises.
struct ReferenceBoard {
  /// The value of an optimal solution, where something is optimised.
  let optimum: Int?
  /// Takes solutions that the checker finds right only, and forgets the check's reference once a solution is as good.
  let board: Board

  /// - Parameters:
  ///   - check: the judge of the strategy's inferences. Where pairs have their variables from the start, an optimal solution has to
  ///     satisfy every clause that is learned until a solution as good as it is found.
  init(
    _ model: ModelData, _ truth: Enumeration, _ engine: EngineOptions, isConsistent: Bool, _ check: InferenceCheck?
  ) throws {
    // The board reports on the thread of the search.
    nonisolated(unsafe) let check = check
    // The values are by variable, which have other numbers where pairs get theirs late.
    if let best = truth.best, engine.noOverlapRules.longestEager > 0, isConsistent {
      check?.reference = try ReferenceAssignment.values(of: best, model, engine)
    }
    let sign = model.objective?.sense == .maximize ? -1 : 1
    let optimum = truth.optimum.map { sign * $0 }
    self.optimum = optimum
    board = .judged(
      model,
      report: { event in
        if case .solution(_, let value, _) = event, value <= optimum ?? 0 { check?.reference = nil }
      })
  }
}
