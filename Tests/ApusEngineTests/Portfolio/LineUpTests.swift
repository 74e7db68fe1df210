import ApusModel
import Testing

@testable import ApusEngine

@Suite struct LineUpTests {
  /// Two jobs on two machines; with a side constraint it is no shop.
  private func model(hasSideConstraint: Bool = false, hasObjective: Bool = true) -> ModelData {
    let model = Model("shop")
    let first = [model.interval(lasting: 3), model.interval(lasting: 2)]
    let second = [model.interval(lasting: 2), model.interval(lasting: 4)]
    model.require("order") { [first[0].precedes(first[1]), second[0].precedes(second[1])] }
    model.require("machines") {
      NoOverlap([first[0], second[1]])
      NoOverlap([first[1], second[0]])
    }
    if hasSideConstraint { model.require("gap") { first[0].precedes(second[1], lag: 2) } }
    if hasObjective { model.minimize(.makespan) }
    return model.data
  }

  private func names(_ model: ModelData, threads: Int, _ strategies: Set<StrategyKind>? = nil) throws -> [String] {
    var configuration = Portfolio.Configuration()
    configuration.threads = threads
    if let strategies { configuration.strategies = strategies }
    let lineUp = LineUp(model, configuration)
    return try (0..<threads).map { try lineUp.strategy(ofThread: $0).name }
  }

  @Test func aShopIsProvenAndImprovedByTabuSearch() throws {
    #expect(try names(model(), threads: 1) == ["search, tabu"])
    #expect(try names(model(), threads: 2) == ["search", "tabu"])
    #expect(try names(model(), threads: 5) == ["search", "tabu", "search 3", "tabu 2", "search 5"])
  }

  @Test func whatIsNoShopIsImprovedInNeighbourhoods() throws {
    let model = model(hasSideConstraint: true)
    #expect(try names(model, threads: 1) == ["search, neighbourhoods"])
    #expect(try names(model, threads: 2) == ["search", "neighbourhoods"])
  }

  @Test func aLargeShopIsImprovedInBothWays() throws {
    let model = Model("one machine")
    let tasks = (0..<400).map { _ in model.interval(lasting: 3) }
    model.require("machine") { NoOverlap(tasks) }
    model.minimize(.makespan)
    #expect(try names(model.data, threads: 1) == ["search, tabu, neighbourhoods"])
    #expect(try names(model.data, threads: 2) == ["search, neighbourhoods", "tabu"])
    let four = ["search, neighbourhoods", "tabu", "search 3, neighbourhoods 2", "tabu 2"]
    #expect(try names(model.data, threads: 4) == four)
    #expect(try names(model.data, threads: 1, [.tabu, .neighbourhoods]) == ["tabu, neighbourhoods"])
    #expect(try names(model.data, threads: 2, [.search, .tabu]) == ["search", "tabu"])
  }

  @Test func aProjectIsImprovedInBothWaysByTurns() throws {
    let model = Model("project")
    let tasks = (0..<5).map { model.interval(lasting: $0 + 1) }
    model.require("crew") { Usage(tasks.map { $0.pulse(2) }, capacity: 5) }
    model.minimize(.makespan)
    #expect(try names(model.data, threads: 1) == ["search, project, neighbourhoods"])
    #expect(try names(model.data, threads: 2) == ["search", "project, neighbourhoods"])
    #expect(try names(model.data, threads: 2, [.project]) == ["project", "project 2"])
    #expect(try names(model.data, threads: 2, [.search, .project]) == ["search", "project"])
  }

  @Test func oneMachineIsProvenByAMethodOfItsOwn() throws {
    func jobs(weights: [Int], releases: [Int]) -> ModelData {
      let model = Model("jobs")
      let jobs = releases.map { model.interval(lasting: 3, within: $0...50) }
      model.require("machine") { NoOverlap(jobs) }
      model.minimize(.weightedTardiness(zip(jobs, weights).map { ($0, 4, $1) }))
      return model.data
    }
    let plain = jobs(weights: [1, 1, 1], releases: [0, 0, 0])
    #expect(try names(plain, threads: 1) == ["branch and memorise, dynasearch"])
    #expect(try names(plain, threads: 3) == ["branch and memorise", "dynasearch", "search 3"])
    #expect(try names(plain, threads: 1, [.machine]) == ["branch and memorise, dynasearch"])
    #expect(try names(plain, threads: 1, [.search]) == ["search"])
    let weighted = jobs(weights: [1, 2, 1], releases: [0, 0, 0])
    #expect(try names(weighted, threads: 2) == ["sublimation", "dynasearch"])
    #expect(try names(jobs(weights: [1, 1, 1], releases: [0, 1, 0]), threads: 2) == ["search", "tabu"])
    #expect(try names(model(), threads: 2, [.machine]) == ["search", "search 2"], "it does not fit")
  }

  @Test func withoutAnObjectiveThereIsNothingToImprove() throws {
    #expect(try names(model(hasObjective: false), threads: 2) == ["search", "search 2"])
  }

  @Test func onlyWhatIsAskedForTakesPart() throws {
    #expect(try names(model(), threads: 1, [.search]) == ["search"])
    #expect(try names(model(), threads: 2, [.search]) == ["search", "search 2"])
    #expect(try names(model(), threads: 1, [.tabu]) == ["tabu"])
    #expect(try names(model(), threads: 3, [.tabu, .neighbourhoods]) == ["tabu", "tabu 2", "tabu 3"])
    #expect(try names(model(), threads: 2, [.search, .neighbourhoods]) == ["search", "neighbourhoods"])
    #expect(try names(model(hasSideConstraint: true), threads: 1, [.tabu]) == ["search"], "none of them fits")
  }
}
