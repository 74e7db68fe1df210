import ApusModel

/// A sub-problem compiled apart, at work: a learning search with a board of its own, so that what it proves stays within it.
final class SubProblem {
  private var search: LearningSearch
  private let board = Board()
  private let contraction: Contraction?
  private let start: Solution
  /// The value of the best solution handed out, or of the one to be improved, on the board of the sub-problem.
  private var valueTaken: Int
  private let dataBytes: Int

  /// Compiles what a relaxation leaves open, asking for a solution better than the one relaxed.
  ///
  /// - Returns: nil where longest paths alone show that there is none.
  /// - Throws: a `ModelError` where the model does not fit the engine.
  ///
  /// - Complexity: linear in the size of the model, and quadratic in the tasks that are open together.
  static func begin(
    _ data: ModelData, from incumbent: Incumbent, isRegular: Bool, engine: EngineOptions, seed: UInt64
  ) throws(ModelError) -> SubProblem? {
    guard isRegular, let objective = data.objective else {
      return try SubProblem(data, nil, incumbent.ordered.solution, incumbent.value, engine, seed)
    }
    let value = incumbent.value - objective.expression.constant
    guard let contraction = Contraction(data, order: incumbent.intervalsInTime, limit: value - 1) else {
      return try SubProblem(data, nil, incumbent.ordered.solution, incumbent.value, engine, seed)
    }
    guard let core = contraction.data else { return nil }
    return try SubProblem(core, contraction, incumbent.ordered.solution, value, engine, seed)
  }

  private init(
    _ data: ModelData, _ contraction: Contraction?, _ start: Solution, _ value: Int, _ engine: EngineOptions,
    _ seed: UInt64
  ) throws(ModelError) {
    var options = SearchOptions()
    options.seed = seed
    options.probes = false
    options.shavingPortion = .max
    search = LearningSearch(try Compiler.compile(data, options: engine), options: options)
    self.contraction = contraction
    self.start = start
    valueTaken = value
    dataBytes =
      data.intervals.count * MemoryLayout<IntervalDomain>.stride
      + data.constraints.count * MemoryLayout<Constraint>.stride
    // Guides the search, and what is asked for is better.
    board.offer(contraction?.core(of: start) ?? start, value: value, by: "start")
  }

  /// Searches for about `work` ticks. Returns whether more may come of it.
  func run(work: Int, name: String) -> Bool {
    let outcome = search.run(work: work, board: board, name: name)
    return outcome == .more && !board.isStopped
  }

  /// The best solution so far, as one of the whole model; nil where nothing has been found since it was last asked for.
  func takeSolution() -> Solution? {
    guard board.value < valueTaken, let solution = board.current.solution else { return nil }
    valueTaken = board.value
    return contraction?.whole(of: solution, integersOf: start) ?? solution
  }

  var fault: InferenceFault? { search.compilation.core.inferenceCheck?.faults.first }
  var byteCount: Int { search.compilation.core.byteCount + dataBytes }
  var statistics: Portfolio.Statistics { search.statistics }
}

/// The solution to improve, and its value on the board.
struct Incumbent {
  let ordered: OrderedSolution
  let value: Int
  /// All intervals by start, then end: absent ones last.
  let intervalsInTime: [Int32]

  /// Complexity: O(*n* log *n*).
  init(_ solution: Solution, value: Int, _ structure: NeighbourhoodStructure) {
    ordered = OrderedSolution(solution, structure)
    self.value = value
    let spans = solution.intervals.map { ($0?.start ?? Int.max, $0?.end ?? Int.max) }
    intervalsInTime = spans.indices.sorted { (spans[$0].0, spans[$0].1, $0) < (spans[$1].0, spans[$1].1, $1) }
      .map(Int32.init)
  }
}
