import ApusModel

/// The truth about a small model: every assignment is tried, but for those that a definition already rules out half-way.
///
/// Variables are assigned one at a time, integers and Booleans first, then intervals. A constraint is judged when its last variable
/// has a value; pairs of a `NoOverlap` and the terms of a linear expression are judged as they come.
public struct Enumeration: Sendable {
  /// Whether the model has a solution.
  public let isFeasible: Bool
  /// The number of solutions.
  public let count: Int
  /// The best value of the objective; nil without one, or without a solution.
  public let optimum: Int?
  /// A best solution, or any where there is no objective.
  public let best: Solution?
  /// The number of assignments of a single variable that were tried.
  public let steps: Int

  /// Enumerates the model.
  ///
  /// - Parameter limit: the most steps to take.
  /// - Returns: nil when the limit is passed: nothing is then known.
  public init?(_ model: ModelData, limit: Int = 20_000_000) {
    var search = EnumerationSearch(model, limit: limit)
    guard search.run() else { return nil }
    count = search.count
    isFeasible = count > 0
    optimum = search.bestValue
    best = search.best
    steps = search.steps
  }

  /// Every solution of the model; nil when the limit of steps is passed.
  public static func solutions(of model: ModelData, limit: Int = 100_000) -> [Solution]? {
    var search = EnumerationSearch(model, limit: limit)
    search.collects = true
    return search.run() ? search.all : nil
  }
}
