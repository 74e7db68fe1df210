import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

@Suite struct NeighbourhoodStrategyTests {
  private func strategy(_ model: ModelData, seed: UInt64 = 0, budget: Int = 20_000) throws -> NeighbourhoodStrategy {
    var options = NeighbourhoodOptions()
    options.seed = seed
    options.budget = budget
    options.firstItems = 6
    return try NeighbourhoodStrategy(model, name: "neighbourhoods", engine: EngineOptions(), options: options)
  }

  @discardableResult
  private func run(_ strategy: NeighbourhoodStrategy, _ board: Board, turns: Int, work: Int = 50_000) -> Bool {
    for _ in 0..<turns where !board.isStopped {
      if !strategy.run(work: work, board: board) { return false }
    }
    return true
  }

  @Test(arguments: [SmallShop.Goal.makespan, .weightedTardiness])
  func sameSeedAndWorkGiveTheSameRun(goal: SmallShop.Goal) throws {
    let model = SmallShop.data(seed: 7, jobs: 10, machines: 8, objective: goal)
    let runs = try (0..<2).map { _ in
      let board = Board.judged(model)
      let strategy = try strategy(model, seed: 3)
      run(strategy, board, turns: 20)
      return (board.current.solution, strategy.records, strategy.workDone)
    }
    #expect(runs[0].0 == runs[1].0)
    #expect(runs[0].1 == runs[1].1)
    #expect(runs[0].2 == runs[1].2)
    #expect(runs[0].1.contains { $0.improved > 0 })
  }

  /// Shops that are too large to enumerate; what the learning search proves is the truth.
  @Test(arguments: [SmallShop.Goal.makespan, .weightedTardiness])
  func smallShopsAreSolvedToTheOptimum(goal: SmallShop.Goal) throws {
    for seed in 0..<20 {
      let model = SmallShop.data(seed: seed, jobs: 5, machines: 4, objective: goal)
      let reference = Board.judged(model)
      let search = try LearningStrategy(model, name: "search", engine: EngineOptions(), search: SearchOptions())
      while !reference.isStopped, search.run(work: 1_000_000, board: reference) {}
      let board = Board.judged(model)
      run(try strategy(model, seed: UInt64(seed), budget: 3_000), board, turns: 200)
      #expect(board.current.refusal == nil)
      #expect(board.value == reference.value)
    }
  }

  /// Every inference is judged, and every clause learned under assumptions by an optimal solution, until one as good is found.
  @Test func clausesLearnedUnderAssumptionsHoldForTheModel() throws {
    var judged = 0
    var trials = 0
    for seed in 0..<24 {
      let goal = seed % 3 == 0 ? SmallShop.Goal.makespan : .weightedTardiness
      let model = SmallShop.data(seed: seed, jobs: 6, machines: 4, objective: goal)
      let reference = Board.judged(model)
      let search = try LearningStrategy(model, name: "search", engine: EngineOptions(), search: SearchOptions())
      while !reference.isStopped, search.run(work: 1_000_000, board: reference) {}
      let best = try #require(reference.current.solution)
      var engine = EngineOptions()
      engine.checksInferences = true
      var options = NeighbourhoodOptions()
      options.seed = UInt64(seed)
      options.budget = 2_000
      options.firstItems = 4
      let strategy = try NeighbourhoodStrategy(model, name: "neighbourhoods", engine: engine, options: options)
      nonisolated(unsafe) let check = strategy.search.compilation.core.inferenceCheck
      check?.reference = try ReferenceAssignment.values(of: best, model)
      let optimum = reference.value
      let board = Board(report: { event in
        if case .solution(_, let value, _) = event, value <= optimum { check?.reference = nil }
      })
      run(strategy, board, turns: 30, work: 10_000)
      #expect(board.current.refusal == nil)
      #expect(check?.faults.map(\.description) ?? [] == [])
      #expect(board.value >= optimum)
      judged += check?.judged["learned clause"] ?? 0
      trials += strategy.records.reduce(0) { $0 + $1.trials }
    }
    #expect(judged > 200)
    #expect(trials > 200)
  }

  @Test func sizesAdaptUntilAboutHalfOfTheSubproblemsAreExhausted() throws {
    let model = SmallShop.data(seed: 11, jobs: 20, machines: 10, objective: .weightedTardiness)
    let board = Board.judged(model)
    let strategy = try strategy(model, budget: 30_000)
    run(strategy, board, turns: 100)
    let before = strategy.records
    run(strategy, board, turns: 300)
    try #require(!board.isStopped)
    // Once the sizes have settled.
    let late = zip(before, strategy.records).map { ($1.trials - $0.trials, $1.exhausted - $0.exhausted) }
    let (trials, exhausted) = late.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    #expect(trials > 200)
    #expect((0.4...0.65).contains(Double(exhausted) / Double(trials)), "\(exhausted) of \(trials)")
    for record in strategy.records {
      #expect(record.size > 0 && record.size < 1)
    }
  }

  @Test func aBetterSolutionFromElsewhereIsImproved() throws {
    let model = SmallShop.data(seed: 5, jobs: 6, machines: 6)
    let first = Board.judged(model)
    run(try strategy(model), first, turns: 40)
    let good = try #require(first.current.solution)
    let second = Board.judged(model)
    let other = try strategy(model, seed: 9)
    run(other, second, turns: 1, work: 5_000)
    second.offer(good, value: first.value, by: "elsewhere")
    run(other, second, turns: 20)
    #expect(second.value <= first.value)
    #expect(second.current.refusal == nil)
  }

  @Test func withoutAnObjectiveAnySolutionEndsIt() throws {
    let model = Model()
    let tasks = (0..<4).map { _ in model.interval(lasting: 2, within: 0...8) }
    model.require("machine") { NoOverlap(tasks) }
    let board = Board.judged(model.data)
    let isOpen = run(try strategy(model.data), board, turns: 5)
    #expect(!isOpen)
    #expect(board.current.isClosed)
    #expect(board.current.solution != nil)
  }

  @Test func whereNothingCanBeKeptItIsTheSearchItself() throws {
    let model = Model()
    let x = model.integer(0...9)
    model.require("odd") { 2 * x <= 13 }
    model.maximize(x)
    let strategy = try strategy(model.data)
    #expect(strategy.records.isEmpty)
    let board = Board.judged(model.data)
    run(strategy, board, turns: 5)
    #expect(board.current.isClosed)
    #expect(board.value == -6)
  }

  @Test func infeasibleModelsAreClosedWithoutASolution() throws {
    let model = Model()
    let tasks = (0..<4).map { _ in model.interval(lasting: 3, within: 0...10) }
    model.require("machine") { NoOverlap(tasks) }
    model.minimize(.makespan)
    let board = Board.judged(model.data)
    run(try strategy(model.data), board, turns: 5)
    #expect(board.current.isClosed)
    #expect(board.current.solution == nil)
  }

  /// A choice of one alternative for each job, with a cost: integers, optional intervals, clauses and sums at once.
  @Test func alternativesAreChosenWell() throws {
    let model = Model()
    var cost = IntegerExpression(0)
    var machines = [[Interval]](repeating: [], count: 3)
    for job in 0..<9 {
      let choices = (0..<3).map { model.optionalInterval(lasting: 2 + (job + $0) % 3, within: 0...40) }
      model.require("one") { sum(choices.map { IntegerExpression($0.isPresent) }) == 1 }
      for (machine, choice) in choices.enumerated() {
        machines[machine].append(choice)
        cost += (1 + (job * machine) % 4) * IntegerExpression(choice.isPresent)
      }
    }
    for machine in machines { model.require("machine") { NoOverlap(machine) } }
    let all = machines.flatMap { $0 }
    model.minimize(5 * IntegerExpression(.makespan) + cost + sum(all.map(\.end)))
    let reference = Board.judged(model.data)
    let search = try LearningStrategy(model.data, name: "search", engine: EngineOptions(), search: SearchOptions())
    while !reference.isStopped, search.workDone < 60_000_000, search.run(work: 1_000_000, board: reference) {}
    let board = Board.judged(model.data)
    let strategy = try strategy(model.data, budget: 200_000)
    run(strategy, board, turns: 60, work: 1_000_000)
    #expect(board.current.refusal == nil)
    if reference.current.isClosed {
      #expect(board.value >= reference.value)
      #expect(Double(board.value) <= 1.02 * Double(reference.value))
    }
  }
}
