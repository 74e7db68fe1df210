import ApusModel

/// Good solutions of a model that are unlike each other.
public struct SolutionPool: Sendable {
  /// The best that was found, then those chosen for their distance, in this order.
  public var solutions: [Solution]
  /// By solution: its least distance to one before it; 0 for the first.
  public var distances: [Int]
  /// By solution: whether no other is farther from all before it. For the first: whether it is the best.
  public var areProven: [Bool]
  /// Whether there are no more solutions within the gap.
  public var isComplete = false
}

extension Model {
  /// A best solution and others that are nearly as good and as unlike as can be: each next one has the greatest least distance to those before it
  /// (`Solution.distance(to:)`), as far as the time reaches.
  ///
  /// - Parameters:
  ///   - count: how many; fewer where there are no more.
  ///   - gap: how much worse than the best: 0.05 for five in a hundred of its value. For several levels, that of the first.
  ///   - distance: at least so many variables differ between any two.
  ///   - limit: wall-clock time of all; the first solution has half of it.
  /// - Throws: ``SolveError`` for a wrong model.
  public func pool(
    _ count: Int, gap: Double = 0.05, distance: Int = 1, within limit: Duration? = nil,
    workers: Int = SolveOptions.defaultWorkers, seed: UInt64 = 0
  ) async throws(SolveError) -> SolutionPool {
    let search = PoolSearch(data, count: count, gap: gap, distance: distance)
    let series = SolveSeries(SolveOptions(limit, workers, seed))
    return try await onThread({ () throws(SolveError) in try search.run(series) }, cancel: series.cancel)
  }
}

/// Chooses the solutions of a pool one by one, each by a solve that maximises the least distance to those before.
///
/// (Greedy selection of diverse solutions: Hebrard, Hnich, O'Sullivan and Walsh, AAAI 2005.)
struct PoolSearch: Sendable {
  private let model: ModelData
  private let count: Int
  private let gap: Double
  private let distance: Int

  init(_ model: ModelData, count: Int, gap: Double, distance: Int) {
    self.model = model
    self.count = count
    self.gap = gap
    self.distance = max(1, distance)
  }

  func run(_ series: SolveSeries) throws(SolveError) -> SolutionPool {
    var pool = SolutionPool(solutions: [], distances: [], areProven: [])
    guard count > 0 else { return pool }
    let first = try series.report(of: model, share: count > 1 ? 0.5 : 1)
    guard let best = first.result.solution else {
      if case .infeasible = first.result { pool.isComplete = true }
      return pool
    }
    pool.solutions = [best]
    pool.distances = [0]
    pool.areProven = [first.result.status == "optimal"]
    var near = model
    near.objectives = []
    if let objective = model.objective, let value = best.value(of: objective.expression) {
      let slack = Int(clamping: Int128((gap * abs(Double(value)) + 1e-9).rounded(.down)))
      near.addGroup(
        "gap",
        [
          objective.sense == .minimize
            ? objective.expression <= value + slack : objective.expression >= value - slack
        ])
    }
    let least = near.addInteger(distance...max(distance, model.integers.count + model.intervals.count), name: nil)
    near.objective = Objective(.maximize, IntegerExpression(.integer(Int32(least))))
    while pool.solutions.count < count, !series.isOver {
      let chosen = pool.solutions[pool.solutions.count - 1]
      near.addGroup("distance", [IntegerExpression(.integer(Int32(least))) <= near.distance(to: chosen)])
      let report = try series.report(of: near, share: 1 / Double(count - pool.solutions.count))
      guard let found = report.result.solution else {
        if case .infeasible = report.result { pool.isComplete = true }
        break
      }
      let solution = Solution(
        integers: Array(found.integers.prefix(model.integers.count)), intervals: found.intervals)
      pool.distances.append(pool.solutions.map { $0.distance(to: solution) }.min() ?? 0)
      pool.areProven.append(report.result.status == "optimal")
      pool.solutions.append(solution)
    }
    return pool
  }
}

/// What `Model.pool` does, for whoever has a thread to block.
public final class PoolRun: Sendable {
  private let search: PoolSearch
  private let series: SolveSeries

  public init(_ model: ModelData, count: Int, gap: Double, distance: Int, _ options: SolveOptions) {
    search = PoolSearch(model, count: count, gap: gap, distance: distance)
    series = SolveSeries(options)
  }

  /// Ends the search from any thread, with what has been chosen.
  @Sendable public func cancel() { series.cancel() }

  public func run() throws(SolveError) -> SolutionPool { try search.run(series) }
}
