import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Cycles of edges that climb by one tick a round, in windows of a thousand million ticks.
@Suite struct CycleTests {
  private static let window: ClosedRange<Int32> = 0...1_000_000_000

  /// `count` variables in a ring, each at least one tick after the one before, under the guards given.
  private func ring(
    _ core: inout Core, _ count: Int, scope: Truth = Core.always, guards: [Truth] = []
  ) -> [Int32] {
    let variables = (0..<count).map { _ in core.addVariable(Self.window, scope: scope) }
    for index in 0..<count {
      let guardLiteral = index < guards.count ? guards[index] : Core.always
      core.addDistance(from: variables[index], to: variables[(index + 1) % count], 1, if: guardLiteral)
    }
    return variables
  }

  @Test(arguments: [2, 3, 50, 400]) func unguardedCyclesMakeTheProblemInfeasible(_ count: Int) {
    var core = Core()
    core.inferenceCheck = InferenceCheck()
    _ = ring(&core, count)
    expect(!core.propagate())
    expect(core.conflict.isEmpty)
    expect(!core.learn())
    expect(core.work < 100_000)
    expect(core.inferenceCheck?.faults.isEmpty == true)
  }

  @Test(arguments: [2, 3, 50]) func theGuardsOfACycleAreItsConflict(_ count: Int) {
    var core = Core()
    core.inferenceCheck = InferenceCheck()
    let guards = (0..<3).map { _ in core.addBoolean() }
    _ = ring(&core, count, guards: guards)
    let active = Array(guards.prefix(count))
    expect(core.propagate())
    core.settleRoot()
    for (index, literal) in active.enumerated() {
      core.decide(Bound(literal))
      expect(core.propagate() == (index < active.count - 1))
    }
    expect(Set(core.conflict.array) == Set(active.map { Bound($0) }))
    expect(core.learn())
    expect(core.level == Int32(active.count - 1))
    expect(core.fails(active[active.count - 1]))
    expect(core.propagate())
    expect(core.work < 100_000)
    expect(core.inferenceCheck?.faults.map(\.description) == [])
  }

  @Test func guardsThatHoldAtTheRootMakeTheProblemInfeasible() {
    var core = Core()
    let literal = core.addBoolean()
    _ = ring(&core, 3, guards: [literal])
    expect(core.addClause(literal))
    expect(!core.propagate())
    expect(!core.learn())
  }

  @Test(arguments: [2, 30]) func aCycleUnderAScopeMeansAbsence(_ count: Int) {
    var core = Core()
    core.inferenceCheck = InferenceCheck()
    let presence = core.addBoolean()
    _ = ring(&core, count, scope: presence)
    expect(core.propagate())
    expect(core.fails(presence))
    core.settleRoot()
    expect(core.work < 100_000)
    expect(core.inferenceCheck?.faults.map(\.description) == [])
    // And nothing climbs on.
    expect(core.propagate())
  }

  @Test func aCycleOfAbsentVariablesStopsOnceItIsFoundAboveTheRoot() {
    var core = Core()
    core.inferenceCheck = InferenceCheck()
    let presence = core.addBoolean()
    let literal = core.addBoolean()
    // The guard implies presence, as it must.
    expect(core.addClause(literal ^ 1, presence))
    let variables = ring(&core, 3, scope: presence, guards: [literal])
    expect(core.propagate())
    core.settleRoot()
    core.decide(Bound(presence ^ 1))
    expect(core.propagate())
    core.decide(Bound(2 * variables[0] + 1, -5))
    expect(core.propagate())
    core.backtrack(to: 0)
    core.decide(Bound(presence))
    expect(core.propagate())
    core.decide(Bound(literal))
    expect(!core.propagate())
    expect(core.learn())
    expect(core.level == 0)
    expect(core.fails(literal))
    expect(core.work < 100_000)
    expect(core.inferenceCheck?.faults.map(\.description) == [])
  }

  @Test func longChainsAreNoCycles() {
    var core = Core()
    let variables = (0..<5_000).map { _ in core.addVariable(0...1_000_000) }
    for index in variables.indices.dropFirst().reversed() {
      core.addDistance(from: variables[index - 1], to: variables[index], 7)
    }
    expect(core.propagate())
    expect(core.lower(variables[4_999]) == 7 * 4_999)
    core.settleRoot()
    core.decide(Bound(2 * variables[0] + 1, -10))
    expect(core.propagate())
    expect(core.lower(variables[4_999]) == 7 * 4_999 + 10)
  }

  /// Whole models: optional intervals that would have to follow each other in a circle, in windows as wide as they come.
  @Test func optionalTasksInACircleAreLeftOut() throws {
    let model = Model("circle")
    let horizon = 0...1_000_000_000
    let tasks = (0..<4).map { model.optionalInterval(lasting: 3...5, within: horizon, "t\($0)") }
    model.require("circle") {
      for index in tasks.indices { tasks[index].precedes(tasks[(index + 1) % tasks.count]) }
    }
    model.maximize(sum(tasks.map { IntegerExpression($0.isPresent) }))
    let board = Board()
    var options = EngineOptions()
    options.checksInferences = true
    let strategy = try LearningStrategy(model.data, name: "search", engine: options, search: SearchOptions())
    #expect(!strategy.run(work: 10_000_000, board: board))
    #expect(board.current.value == -3)
    expect(strategy.search.compilation.core.inferenceCheck?.faults.map(\.description) == [])
  }
}
