import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Large neighbourhood search against enumeration: no wrong solution, no wrong proof, no clause that excludes an optimal solution.
@Suite struct NeighbourhoodsAgainstEnumeration {
  @Test func randomModels() throws {
    var tally = Tally()
    for seed in 0..<4_000 { try solve(RandomModel.data(seed: seed), seed, checked: seed % 3 == 0, &tally) }
    tally.expectMostSolved()
  }

  @Test func tightResources() throws {
    var tally = Tally()
    for seed in 0..<1_000 {
      try solve(TightMachine.data(seed: seed, tasks: 3...5), seed, checked: seed % 2 == 0, &tally)
    }
    tally.expectMostSolved()
  }

  @Test func randomModelsWithUsage() throws {
    var tally = Tally()
    let size = RandomModel.Size(kinds: [.usage])
    for seed in 0..<3_000 { try solve(RandomModel.data(seed: seed, size: size), seed, checked: seed % 3 == 0, &tally) }
    tally.expectMostSolved()
  }

  @Test func tightChoices() throws {
    var tally = Tally()
    for seed in 0..<1_000 {
      let model = TightChoice.data(seed: seed, kinds: [.alternative, .span])
      try solve(model, seed, checked: seed % 2 == 0, &tally)
    }
    tally.expectMostSolved()
  }

  @Test func tightSetups() throws {
    var tally = Tally()
    for seed in 0..<1_000 { try solve(TightSetups.data(seed: seed), seed, checked: seed % 2 == 0, &tally) }
    tally.expectMostSolved()
  }

  @Test func tightReservoirs() throws {
    var tally = Tally()
    for seed in 0..<1_000 {
      try solve(TightReservoir.data(seed: seed, tasks: 3...4), seed, checked: seed % 2 == 0, &tally)
    }
    #expect(tally.optimal == tally.runs)
  }

  @Test func randomModelsWithAllKinds() throws {
    var tally = Tally()
    let size = RandomModel.Size(kinds: RandomModel.Kind.allCases)
    for seed in 0..<4_000 { try solve(RandomModel.data(seed: seed, size: size), seed, checked: seed % 3 == 0, &tally) }
    #expect(Double(tally.optimal) >= 0.98 * Double(tally.runs), "\(tally.optimal) of \(tally.runs)")
  }

  @Test func tightCapacities() throws {
    var tally = Tally()
    for seed in 0..<1_000 {
      try solve(TightCapacity.data(seed: seed, tasks: 3...4), seed, checked: seed % 2 == 0, &tally)
    }
    #expect(tally.optimal == tally.runs)
  }

  private struct Tally {
    var runs = 0
    var optimal = 0
    /// Sub-problems in which something was kept.
    var assumed = 0

    func expectMostSolved() {
      #expect(Double(optimal) >= 0.98 * Double(runs), "\(optimal) of \(runs)")
      #expect(assumed > runs / 4)
    }
  }

  private static func firstSolution(of model: ModelData) throws -> (solution: Solution, value: Int)? {
    nonisolated(unsafe) var first: (Solution, Int)?
    let board = Board(report: { event in
      if case .solution(let solution, let value, _) = event, first == nil { first = (solution, value) }
    })
    let search = try LearningStrategy(model, name: "search", engine: EngineOptions(), search: SearchOptions())
    _ = search.run(work: 100_000, board: board)
    return first
  }

  private func solve(_ model: ModelData, _ seed: Int, checked: Bool, _ tally: inout Tally) throws {
    guard let truth = Enumeration(model, limit: 100_000) else { return }
    var engine = EngineOptions.random(seed: seed)
    engine.checksInferences = checked
    var options = NeighbourhoodOptions()
    options.seed = UInt64(seed % 5)
    options.budget = 3_000
    options.firstItems = 1
    let strategy = try NeighbourhoodStrategy(model, name: "neighbourhoods", engine: engine, options: options)
    let check = strategy.search.compilation.core.inferenceCheck
    let reference = try ReferenceBoard(
      model, truth, engine, isConsistent: strategy.search.compilation.isConsistent, check)
    let (board, optimum) = (reference.board, reference.optimum)
    // The search would prove the optimum before there is anything to improve: begin at its first solution.
    if let first = try Self.firstSolution(of: model) {
      board.offer(first.solution, value: first.value, by: "start")
    }
    var turns = 0
    while turns < 50, !board.isStopped, strategy.run(work: 5_000, board: board) { turns += 1 }
    let state = board.current
    #expect(state.refusal == nil, "seed \(seed)")
    if let optimum, state.solution != nil { #expect(state.value >= optimum, "seed \(seed)") }
    if state.isClosed {
      #expect((state.solution != nil) == truth.isFeasible, "seed \(seed)")
      if let optimum { #expect(state.value == optimum, "seed \(seed)") }
    }
    if let optimum, state.bound > Int.min { #expect(state.bound <= optimum, "seed \(seed)") }
    #expect(check?.faults.map(\.description) ?? [] == [], "seed \(seed)")
    tally.runs += 1
    if (state.solution != nil) == truth.isFeasible, optimum.map({ $0 == state.value }) ?? true { tally.optimal += 1 }
    tally.assumed += strategy.records.reduce(0) { $0 + $1.trials }
  }
}
