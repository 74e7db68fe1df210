import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Sub-problems compiled apart, on models that are small enough to be judged.
@Suite struct NeighbourhoodsApartTests {
  private func strategy(_ model: ModelData, seed: UInt64 = 0, budget: Int = 100_000) -> NeighbourhoodsApart {
    var options = NeighbourhoodOptions()
    options.seed = seed
    options.budget = budget
    options.firstItems = 10
    return NeighbourhoodsApart(model, name: "apart", engine: EngineOptions(), options: options)
  }

  /// A board with one task of a shop after the other.
  private func begun(_ model: ModelData) throws -> Board {
    let board = Board.judged(model)
    var time = 0
    let spans = model.intervals.map { domain in
      defer { time += domain.length.lowerBound }
      return Solution.Span(start: time, end: time + domain.length.lowerBound)
    }
    let solution = Solution(integers: model.integers.map(\.lowerBound), intervals: spans)
    let objective = try #require(model.objective)
    try #require(board.offer(solution, value: solution[objective.expression], by: "start"))
    return board
  }

  @Test(arguments: [SmallShop.Goal.makespan, .weightedTardiness])
  func sameSeedAndWorkGiveTheSameRun(goal: SmallShop.Goal) throws {
    let model = SmallShop.data(seed: 7, jobs: 10, machines: 8, objective: goal)
    let runs = try (0..<2).map { _ in
      let board = try begun(model)
      let strategy = strategy(model, seed: 3)
      for _ in 0..<30 where !board.isStopped { #expect(strategy.run(work: 50_000, board: board)) }
      #expect(board.current.refusal == nil)
      return (board.current.solution, strategy.records, strategy.workDone)
    }
    #expect(runs[0].0 == runs[1].0)
    #expect(runs[0].1 == runs[1].1)
    #expect(runs[0].2 == runs[1].2)
    #expect(runs[0].1.contains { $0.improved > 0 })
  }

  @Test(arguments: [SmallShop.Goal.makespan, .weightedTardiness])
  func aShopOf900TasksImproves(goal: SmallShop.Goal) throws {
    let model = SmallShop.data(seed: 1, jobs: 30, machines: 30, objective: goal)
    let board = try begun(model)
    let start = board.value
    let strategy = strategy(model, budget: 1_000_000)
    var before = 0
    for _ in 0..<200 {
      #expect(strategy.run(work: 200_000, board: board))
      let statistics = strategy.statistics
      #expect(strategy.workDone > before && statistics.work == strategy.workDone)
      before = strategy.workDone
    }
    #expect(board.current.refusal == nil && !board.current.isClosed)
    #expect(board.value < (goal == .makespan ? start / 2 : start), "\(start) to \(board.value)")
  }

  /// However often everything is relaxed and exhausted, that is not taken as a proof; and no solution is wrong.
  @Test func theBoardIsNeverClosed() throws {
    var runs = 0
    var optimal = 0
    for seed in 0..<1_500 {
      let model = seed % 3 == 0 ? TightMachine.data(seed: seed, tasks: 3...5) : RandomModel.data(seed: seed)
      guard let objective = model.objective, let solutions = Enumeration.solutions(of: model, limit: 20_000),
        let first = solutions.last, let optimum = Enumeration(model)?.optimum
      else { continue }
      let sign = objective.sense == .minimize ? 1 : -1
      let board = Board.judged(model)
      board.offer(first, value: sign * first[objective.expression], by: "start")
      let strategy = strategy(model, seed: UInt64(seed), budget: 5_000)
      var turns = 0
      while turns < 20, strategy.run(work: 5_000, board: board) { turns += 1 }
      #expect(board.current.refusal == nil, "seed \(seed)")
      #expect(!board.current.isClosed && board.current.bound == Int.min, "seed \(seed)")
      #expect(board.value >= sign * optimum, "seed \(seed)")
      if turns > 0 {
        runs += 1
        if board.value == sign * optimum { optimal += 1 }
      }
    }
    #expect(runs > 200)
    // Windows reach most optima, but not all.
    #expect(Double(optimal) > 0.75 * Double(runs), "\(optimal) of \(runs)")
  }

  @Test func alternativesImprove() throws {
    let model = Model()
    var machines = [[Interval]](repeating: [], count: 3)
    for job in 0..<12 {
      let choices = (0..<3).map { model.optionalInterval(lasting: 2 + (job + $0) % 3, within: 0...80) }
      model.require("one") { sum(choices.map { IntegerExpression($0.isPresent) }) == 1 }
      for (machine, choice) in choices.enumerated() { machines[machine].append(choice) }
    }
    for machine in machines { model.require("machine") { NoOverlap(machine) } }
    model.minimize(sum(machines.flatMap { $0 }.map(\.end)))
    let data = model.data
    var time = 0
    // All on the first machine.
    let spans = data.intervals.enumerated().map { index, domain -> Solution.Span? in
      guard index % 3 == 0 else { return nil }
      defer { time += domain.length.lowerBound }
      return Solution.Span(start: time, end: time + domain.length.lowerBound)
    }
    let start = Solution(integers: data.integers.indices.map { $0 % 3 == 0 ? 1 : 0 }, intervals: spans)
    let board = Board.judged(data)
    let objective = try #require(data.objective)
    try #require(board.offer(start, value: start[objective.expression], by: "start"))
    let first = board.value
    let strategy = strategy(data)
    for _ in 0..<60 { _ = strategy.run(work: 100_000, board: board) }
    #expect(board.current.refusal == nil)
    #expect(board.value < first * 2 / 3, "\(first) to \(board.value)")
  }

  @Test func beforeThereIsASolutionItWaits() throws {
    let model = SmallShop.data(seed: 2, jobs: 5, machines: 5)
    let board = Board.judged(model)
    let strategy = strategy(model)
    #expect(strategy.run(work: 1_000, board: board))
    #expect(strategy.workDone == 1_000)
    #expect(strategy.records.allSatisfy { $0.trials == 0 })
    let solved = try begun(model)
    #expect(strategy.run(work: 100_000, board: solved))
    #expect(strategy.records.contains { $0.trials > 0 })
  }

  @Test func whereThereIsNothingToRelaxItEnds() throws {
    let model = Model()
    let x = model.integer(0...9)
    model.require("odd") { 2 * x <= 13 }
    model.maximize(x)
    let board = Board.judged(model.data)
    #expect(!strategy(model.data).run(work: 1_000, board: board))
    #expect(!board.current.isClosed)
  }

  @Test func aStoppedBoardEndsItsTurn() throws {
    let model = SmallShop.data(seed: 2, jobs: 10, machines: 10)
    let board = try begun(model)
    board.stop()
    let strategy = strategy(model)
    #expect(strategy.run(work: 100_000_000, board: board))
    #expect(strategy.workDone == 0)
  }

  @Test func shopsOfTenThousandTasksAreLarge() {
    func resources(_ count: Int, of tasks: Int) -> ModelData {
      let model = Model()
      for _ in 0..<count {
        let tasks = (0..<tasks).map { _ in model.interval(lasting: 1, within: 0...100) }
        model.require("machine") { NoOverlap(tasks) }
      }
      return model.data
    }
    #expect(NeighbourhoodsApart.isLarge(resources(100, of: 100)))
    #expect(NeighbourhoodsApart.isLarge(resources(10, of: 1_000)))
    #expect(!NeighbourhoodsApart.isLarge(resources(20, of: 50)))
    #expect(!NeighbourhoodsApart.isLarge(resources(1_000, of: 1)))
  }
}
