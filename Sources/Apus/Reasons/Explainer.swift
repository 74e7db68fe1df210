import ApusModel

/// Asks why a model has no solution and what to give up, within one limit of time: what `Model.conflict` and `Model.repair` do, for
/// whoever has a thread to block.
public final class Explainer: Sendable {
  private let model: ModelData
  private let series: SolveSeries

  /// - Parameter limit: wall-clock time of all questions together, from now on; nil for none.
  public init(
    _ model: ModelData, within limit: Duration? = nil, workers: Int = SolveOptions.defaultWorkers, seed: UInt64 = 0
  ) {
    self.model = model
    series = SolveSeries(SolveOptions(limit, workers, seed))
  }

  /// Ends the search from any thread, as if the time were up.
  @Sendable public func cancel() { series.cancel() }

  /// Why there is no solution, or one.
  ///
  /// - Parameter conditions: how many groups at the end of the model are what was asked about: they are judged to the last, so that the conflict
  ///   tells what stands against them.
  public func conflict(
    detail: Conflict.Detail = .members, includingWindows includesWindows: Bool = false, conditions: Int = 0
  ) throws(SolveError) -> ConflictResult {
    try ConflictSearch(
      model, series, detail: detail, includesWindows: includesWindows, conditionCount: conditions
    ).run()
  }

  /// What to give up; nil where the time was not enough to find any.
  public func repair(
    detail: Conflict.Detail = .members, includingWindows includesWindows: Bool = true,
    weight: (String) -> Int = { _ in 1 }
  ) throws(SolveError) -> Repair? {
    try RepairSearch(model, series, detail: detail, includesWindows: includesWindows, weight: weight).run()
  }
}
