import ApusModel

/// Which part of a solution is relaxed next, and what has come of that before: the bandit, the sizes and the records.
struct NeighbourhoodChoice: Sendable {
  private let neighbourhoods: [any Neighbourhood]
  private let budget: Int
  private var sizes: [NeighbourhoodSize]
  private var bandit: NeighbourhoodBandit
  var random: SplitMix64
  /// By neighbourhood, what has come of it.
  private(set) var records: [NeighbourhoodRecord]

  /// Leaves out the neighbourhoods that find nothing to relax in the model.
  init(_ structure: NeighbourhoodStructure, _ options: NeighbourhoodOptions, of chosen: [any Neighbourhood]) {
    neighbourhoods = chosen.filter { type(of: $0).applies(to: structure) }
    budget = options.budget
    let count = Double(max(1, structure.tasks.count + structure.keepable.count))
    sizes = neighbourhoods.map { _ in NeighbourhoodSize(options.firstItems / count, least: 2 / count) }
    bandit = NeighbourhoodBandit(count: neighbourhoods.count)
    records = neighbourhoods.map { NeighbourhoodRecord(name: $0.name) }
    random = SplitMix64(seed: options.seed)
  }

  /// Whether there is nothing to relax.
  var isEmpty: Bool { neighbourhoods.isEmpty }

  /// - Precondition: there is something to relax.
  mutating func next(
    of solution: OrderedSolution, _ structure: NeighbourhoodStructure
  ) -> (number: Int, relaxation: Relaxation) {
    let number = bandit.next(using: &random)
    return (number, neighbourhoods[number].select(sizes[number].share, of: solution, structure, using: &random))
  }

  /// Takes note of what a neighbourhood's sub-problem came to.
  mutating func note(_ number: Int, isExhausted: Bool, solutions: Int, work: Int) {
    bandit.note(number, solutions: solutions > 0 ? 1 : 0, work: Double(work) / Double(budget))
    sizes[number].adapt(isExhausted: isExhausted)
    records[number].note(isExhausted: isExhausted, solutions: solutions, work: work)
    records[number].size = sizes[number].share
  }
}

/// Settings of the large neighbourhood search.
struct NeighbourhoodOptions: Sendable {
  var seed: UInt64 = 0
  /// The effort given to a sub-problem, in ticks.
  var budget = 1_000_000
  /// The tasks and variables that the first neighbourhoods relax.
  var firstItems = 40.0
}

/// What has come of a neighbourhood.
struct NeighbourhoodRecord: Sendable, Equatable {
  let name: String
  /// The sub-problems tried, and of those the ones exhausted within the budget.
  private(set) var trials = 0
  private(set) var exhausted = 0
  /// The sub-problems that gave a better solution.
  private(set) var improved = 0
  private(set) var work = 0
  /// The share relaxed next.
  var size = 0.0

  init(name: String) { self.name = name }

  mutating func note(isExhausted: Bool, solutions: Int, work effort: Int) {
    trials += 1
    if isExhausted { exhausted += 1 }
    if solutions > 0 { improved += 1 }
    work += effort
  }
}
