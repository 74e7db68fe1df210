import ApusModel

/// Large neighbourhood search: relaxes a part of the best solution, keeps the rest, and lets the learning search find a better solution
/// there within a small budget; then another part.
///
/// What is kept is assumed (see `Core+Assume`), so learned clauses serve all later neighbourhoods. The improving cut is a fact of the root,
/// as in the descent: an exhausted neighbourhood says only that there is nothing better in it, an exhausted root that there is nothing
/// better at all. Before there is a solution, and where nothing can be kept, it is the learning search itself.
///
/// Which neighbourhood is next is up to a ``NeighbourhoodBandit``, how large it is to its ``NeighbourhoodSize``. All budgets are in ticks: the
/// same seed, portions and solutions from elsewhere give the same run. Models too large to be compiled whole are ``NeighbourhoodsApart``'s.
///
/// Shaw, CP 1998; Godard, Laborie and Nuijten, ICAPS 2005; Laborie and Godard, MISTA 2007.
final class NeighbourhoodStrategy: Strategy {
  let name: String
  let role = StrategyRole.improves
  private(set) var search: LearningSearch
  private let options: NeighbourhoodOptions
  private let structure: NeighbourhoodStructure
  private var keptPart: KeptPart
  private var choice: NeighbourhoodChoice
  /// The best solution as of the last neighbourhood, and its value.
  private var incumbent: (solution: OrderedSolution, value: Int)?
  /// The sub-problem at work; portions may end within it.
  private var trial: Trial?

  private struct Trial {
    var neighbourhood: Int
    var workLeft: Int
    var solutionsBefore: Int
  }

  init(
    _ model: ModelData, name: String, engine: EngineOptions, options: NeighbourhoodOptions = NeighbourhoodOptions(),
    neighbourhoods chosen: [any Neighbourhood] = NeighbourhoodStrategy.allNeighbourhoods
  ) throws(ModelError) {
    var searchOptions = SearchOptions()
    searchOptions.seed = options.seed
    searchOptions.probes = false
    searchOptions.shavingPortion = .max
    let compilation = try Compiler.compile(model, options: engine)
    self.name = name
    self.options = options
    structure = NeighbourhoodStructure(model)
    keptPart = KeptPart(structure, compilation.map)
    search = LearningSearch(compilation, options: searchOptions)
    choice = NeighbourhoodChoice(structure, options, of: chosen)
  }

  /// The neighbourhoods that the strategy uses unless told otherwise; those that find nothing to relax in a model are left out.
  static let allNeighbourhoods: [any Neighbourhood] = [
    TimeWindowNeighbourhood(), TimeWindowNeighbourhood(staysInPlace: true),
    MachineWindowNeighbourhood(staysInPlace: true), MachineNeighbourhood(), MachineWindowNeighbourhood(),
    RelatedTasksNeighbourhood(), LooseOrdersNeighbourhood(), ConnectedVariablesNeighbourhood(),
  ]

  func run(work: Int, board: Board) -> Bool {
    let end = workDone + work
    repeat {
      let outcome = improve(board, work: end - workDone)
      if let fault = search.compilation.core.inferenceCheck?.faults.first {
        board.refuse(because: "\(name): \(fault)")
        return false
      }
      if outcome == .exhausted || outcome == .satisfied {
        board.close(by: name)
        return false
      }
    } while workDone < end && !board.isStopped
    return true
  }

  /// Goes on with the sub-problem at work, or begins one.
  private func improve(_ board: Board, work: Int) -> LearningSearch.Outcome {
    if trial == nil, !beginTrial(board) { return search.run(work: min(work, options.budget), board: board, name: name) }
    guard var current = trial else { return .more }
    let before = workDone
    let outcome = search.run(work: min(work, current.workLeft), board: board, name: name)
    current.workLeft -= workDone - before
    trial = current
    if outcome != .more || current.workLeft <= 0 { endTrial(current, isExhausted: outcome == .refuted) }
    return outcome
  }

  /// Selects a neighbourhood of the best solution. Returns false where there is no solution or nothing to relax.
  private func beginTrial(_ board: Board) -> Bool {
    guard !choice.isEmpty, search.compilation.isConsistent, search.compilation.objective != nil else {
      return false
    }
    if incumbent?.value != board.value {
      let state = board.current
      guard let solution = state.solution else { return false }
      incumbent = (OrderedSolution(solution, structure), state.value)
    }
    guard let incumbent else { return false }
    let (number, relaxation) = choice.next(of: incumbent.solution, structure)
    search.assume([])
    search.assume(keptPart.literals(of: relaxation, in: incumbent.solution, &search, using: &choice.random))
    search.compilation.core.work &+= structure.intervalCount + structure.integerCount
    trial = Trial(neighbourhood: number, workLeft: options.budget, solutionsBefore: search.solutionCount)
    return true
  }

  private func endTrial(_ ended: Trial, isExhausted: Bool) {
    let solutions = search.solutionCount - ended.solutionsBefore
    choice.note(
      ended.neighbourhood, isExhausted: isExhausted, solutions: solutions, work: options.budget - ended.workLeft)
    trial = nil
  }

  /// By neighbourhood, what has come of it.
  var records: [NeighbourhoodRecord] { choice.records }

  // MARK: Effort

  /// The effort so far, in ticks.
  var workDone: Int { search.compilation.core.work }
  var byteCount: Int { search.compilation.core.byteCount }

  var statistics: Portfolio.Statistics { search.statistics }
}
