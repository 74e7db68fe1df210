import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// The whole solver against enumeration: status, optimum, and every solution offered on the way.
@Suite struct SolverAgainstEnumeration {
  @Test func randomModelsAreSolvedToTheTruth() throws {
    for seed in 0..<8_000 { try solve(RandomModel.data(seed: seed), seed, checked: seed % 4 == 0) }
  }

  @Test func tightResourcesAreSolvedToTheTruth() throws {
    for seed in 0..<1_500 { try solve(TightMachine.data(seed: seed, tasks: 2...4), seed, checked: seed % 2 == 0) }
  }

  @Test func randomModelsWithUsageAreSolvedToTheTruth() throws {
    for seed in 0..<6_000 {
      try solve(RandomModel.data(seed: seed, size: RandomModel.Size(kinds: [.usage])), seed, checked: seed % 3 == 0)
    }
  }

  @Test func tightCapacitiesAreSolvedToTheTruth() throws {
    for seed in 0..<2_000 { try solve(TightCapacity.data(seed: seed, tasks: 2...4), seed, checked: seed % 2 == 0) }
  }

  @Test(arguments: RandomModel.Kind.allCases)
  func randomModelsWithAKindAreSolvedToTheTruth(_ kind: RandomModel.Kind) throws {
    let size = RandomModel.Size(kinds: [kind])
    for seed in 0..<6_000 { try solve(RandomModel.data(seed: seed, size: size), seed, checked: seed % 3 == 0) }
  }

  @Test func tightChoicesAreSolvedToTheTruth() throws {
    for seed in 0..<3_000 {
      let model = TightChoice.data(seed: seed, kinds: seed % 2 == 0 ? [.alternative] : [.alternative, .span])
      try solve(model, seed, checked: seed / 2 % 2 == 0)
    }
  }

  @Test func tightSetupsAreSolvedToTheTruth() throws {
    for seed in 0..<4_000 { try solve(TightSetups.data(seed: seed, tasks: 2...4), seed, checked: seed % 2 == 0) }
  }

  @Test func tightReservoirsAreSolvedToTheTruth() throws {
    for seed in 0..<3_000 { try solve(TightReservoir.data(seed: seed, tasks: 2...4), seed, checked: seed % 2 == 0) }
  }

  @Test func tightCalendarsAreSolvedToTheTruth() throws {
    for seed in 0..<4_000 { try solve(TightCalendar.data(seed: seed), seed, checked: seed % 2 == 0) }
  }

  /// Solves to the end and compares. Where inferences are checked, an optimal solution must satisfy every clause that is learned until
  /// a solution as good as it is found.
  private func solve(_ model: ModelData, _ seed: Int, checked: Bool) throws {
    guard let truth = Enumeration(model, limit: 300_000) else { return }
    var options = EngineOptions.random(seed: seed)
    options.checksInferences = checked
    var searchOptions = SearchOptions()
    searchOptions.startBranching = [.alternating, .activity, .setTimes][seed / 3 % 3]
    // So small models would else be solved before there is a restart.
    searchOptions.restartUnit = seed % 2 == 0 ? 2 : 100
    searchOptions.seed = UInt64(seed % 3)
    let strategy = try LearningStrategy(model, name: "search", engine: options, search: searchOptions)
    let check = strategy.search.compilation.core.inferenceCheck
    let reference = try ReferenceBoard(
      model, truth, options, isConsistent: strategy.search.compilation.isConsistent, check)
    let (board, optimum) = (reference.board, reference.optimum)
    var turns = 0
    while turns < 4, !board.isStopped, strategy.run(work: 1_000_000, board: board) { turns += 1 }
    let state = board.current
    #expect(state.refusal == nil, "seed \(seed)")
    #expect(state.isClosed, "seed \(seed)")
    #expect((state.solution != nil) == truth.isFeasible, "seed \(seed)")
    if let optimum { #expect(state.value == optimum, "seed \(seed)") }
    if let check {
      #expect(check.faults.map(\.description) == [], "seed \(seed)")
      #expect(check.undecided.isEmpty, "seed \(seed)")
    }
  }
}
