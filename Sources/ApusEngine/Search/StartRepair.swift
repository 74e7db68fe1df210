import ApusModel

/// Makes a solution of what is known of one, keeping as much of it as the search finds possible: a descent along its values
/// (`Wishes`), with learning where they conflict. Orders of tasks are kept where their times cannot be.
///
/// It does not look for the least change.
public struct StartRepair {
  private let model: ModelData
  private let engine: EngineOptions

  public init(_ model: ModelData, engine: EngineOptions = EngineOptions()) {
    var model = model
    model.objectives = []
    self.model = model
    self.engine = engine
  }

  /// A solution near the start; nil where there is none, or the work was not enough, or the board was stopped.
  ///
  /// - Throws: a `ModelError` where the model does not fit the engine.
  public func solution(
    from start: PartialSolution, work: Int, seed: UInt64 = 0, isStopped: () -> Bool
  ) throws(ModelError) -> Solution? {
    var options = SearchOptions()
    options.seed = seed
    let compilation = try Compiler.compile(model, options: engine)
    var search = LearningSearch(compilation, options: options)
    search.wish(for: start, in: model)
    let board = Board()
    var left = work
    while left > 0, !isStopped() {
      let before = search.compilation.core.work
      let outcome = search.run(work: min(left, 100_000), board: board, name: "start")
      switch outcome {
      case .satisfied: return board.current.solution
      case .exhausted, .refuted: return nil
      case .more: left -= max(1, search.compilation.core.work - before)
      }
    }
    return nil
  }
}

extension LearningSearch {
  /// Prefers what is known of a solution: presences and other integers first, then times, the earliest first.
  mutating func wish(for start: PartialSolution, in model: ModelData) {
    var literals: [Bound] = []
    func add(_ variable: Int32, _ value: Int) {
      guard let value = Int32(exactly: value), abs(Int64(value)) <= Compiler.largestValue else { return }
      literals += [Bound(2 * variable, value), Bound(2 * variable + 1, -value)]
    }
    for (index, value) in start.integers.sorted(by: { $0.key < $1.key }) where model.integers.indices.contains(index) {
      add(compilation.map.integers[index], value)
    }
    var places: [(start: Int, end: Int?, index: Int)] = []
    for (index, place) in start.intervals where model.intervals.indices.contains(index) {
      guard let variables = compilation.map.intervals[index] else { continue }
      switch place {
      case .absent: literals.append(Bound(variables.presence ^ 1))
      case .starting(let start, let end):
        literals.append(Bound(variables.presence))
        places.append((start, end, index))
      }
    }
    places.sort { ($0.start, $0.index) < ($1.start, $1.index) }
    for place in places {
      guard let variables = compilation.map.intervals[place.index] else { continue }
      add(variables.start, place.start)
      if let end = place.end, variables.end != variables.start { add(variables.end, end) }
    }
    // What is settled already, such as the presence of an interval that is always there, is no wish.
    wishes = Wishes(literals.filter { $0.signed >> 1 != 0 })
    phases.prefer(orders: start, compilation.map, compilation.noOverlaps)
  }
}
