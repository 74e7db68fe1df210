import Apus
import ApusProblems
import ApusStructure
import ApusTestSupport
import Testing

@Suite struct ClusterTests {
  /// Every level of the objective, and the proof of each, against enumeration.
  @Test(arguments: 0..<10)
  func smallClustersAreSolvedAsByEnumeration(part: Int) throws {
    for seed in 100 * part..<100 * (part + 1) { try solve(RandomCluster.make(seed: seed), strategies: nil) }
  }

  /// The learning search knows packs and levels too.
  @Test func theLearningSearchAgrees() throws {
    for seed in 0..<60 { try solve(RandomCluster.make(seed: seed), strategies: [.search]) }
  }

  private func solve(_ cluster: PodPacking, strategies: Set<StrategyKind>?) throws {
    var options = SolveOptions()
    options.workers = 1
    options.timeLimit = .seconds(30)
    if let strategies { options.strategies = strategies }
    let report = try SolveRun(cluster.model().data, options).run()
    let truth = RandomCluster.bestLevels(cluster)
    #expect(report.result.status == "optimal", "\(cluster.name)")
    #expect(report.levels.map(\.value) == truth, "\(cluster.name)")
    #expect(report.levels.map(\.bound) == truth, "\(cluster.name)")
    let solution = try #require(report.result.solution)
    var file = SolutionFile(
      family: cluster.family, status: .optimal, objective: report.objective, bound: report.bound,
      levels: report.levels.map { SolutionFile.Level(name: $0.name, value: $0.value, bound: $0.bound) })
    cluster.record(solution, in: &file)
    #expect(cluster.violations(of: file).isEmpty, "\(cluster.name)")
    #expect(try cluster.solution(of: file) == solution, "\(cluster.name)")
  }

  @Test func clustersAreRecognised() throws {
    for seed in 0..<200 {
      let cluster = try RandomCluster.make(seed: seed)
      var model = cluster.model().data
      let first = try #require(model.objective)
      model.objective = Objective(first.sense, first.expression)
      #expect(PackingModel(recognizing: model) != nil, "seed \(seed)")
      // With anything more it is no packing.
      model.addGroup("more", [.clause(Clause([]))])
      #expect(PackingModel(recognizing: model) == nil, "seed \(seed)")
    }
  }

  @Test func levelsOfAnyModelAreSolvedInOrder() throws {
    let model = Model("levels")
    let x = model.integer(0...9, "x")
    let y = model.integer(0...9, "y")
    model.require("sum") { x + y <= 10 }
    model.optimize([
      Objective(.maximize, x + y, name: "both"), Objective(.minimize, x, name: "x"), Objective(.maximize, y),
    ])
    let report = try SolveRun(model.data).run()
    #expect(report.levels.map(\.value) == [10, 1, 9])
    #expect(report.levels.map(\.name) == ["both", "x", "level 3"])
    #expect(report.result.status == "optimal")
  }
}
