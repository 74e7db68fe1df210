import Testing

@testable import ApusProblems

@Suite struct MovePlanTests {
  private func cluster(_ pods: [(size: Int, node: Int?)], capacity: [Int]) throws -> PodPacking {
    try PodPacking(
      name: "plan", resources: ["cpu"],
      nodes: capacity.enumerated().map { PodPacking.Node(name: "n\($0)", capacities: [$1]) },
      pods: pods.enumerated().map { PodPacking.Pod(name: "default/p\($0)", requests: [$1.size], node: $1.node) })
  }

  private func file(_ cluster: PodPacking, _ target: [Int?]) -> SolutionFile {
    let levels = cluster.levels(of: target).map { SolutionFile.Level(name: $0.name, value: $0.value, bound: nil) }
    var file = SolutionFile(family: "pod-packing", status: .feasible, levels: levels)
    cluster.record(target, in: &file)
    return file
  }

  /// Two that change places on full nodes: one is evicted and started anew.
  @Test func circlesAreBroken() throws {
    let cluster = try cluster([(3, 0), (4, 1)], capacity: [4, 4])
    let file = file(cluster, [1, 0])
    #expect(file.plan?.count == 3)
    #expect(cluster.violations(of: file).isEmpty)
  }

  /// A step that overfills a node is found.
  @Test func unsafePlansAreRefused() throws {
    let cluster = try cluster([(3, 0), (3, nil)], capacity: [4, 4])
    var file = file(cluster, [1, 0])
    #expect(cluster.violations(of: file).isEmpty)
    file.plan?.reverse()
    #expect(cluster.violations(of: file).map(\.kind).contains(.plan))
  }

  @Test func plansAreText() throws {
    let cluster = try cluster([(3, 0), (3, nil), (1, 1)], capacity: [4, 4])
    let steps = try #require(file(cluster, [1, 0, nil]).plan)
    #expect(
      cluster.planTable(steps) == """
        step         pod         from  to
        1     evict  default/p2  n1    -
        2     move   default/p0  n0    n1
        3     start  default/p1  -     n0

        """)
    let commands = cluster.planCommands(steps)
    #expect(commands.contains("kubectl delete pod p2 -n default\n"))
    #expect(commands.contains("/api/v1/namespaces/default/pods/p1/binding"))
  }

  /// Random placements that fit are always reached safely.
  @Test func randomPlansAreSafe() throws {
    for seed in UInt64(0)..<60 {
      var recipe = PodPacking.Recipe()
      recipe.utilisation = 0.95
      let placed = try PodPacking.priorityMatters(recipe, seed: seed)
      // The same pods where another queue would have put them.
      let target = DefaultScheduler.placement(
        of: try PodPacking.priorityMatters(recipe, seed: seed, isPlaced: false),
        ties: .random(MersenneTwister(key: [1])))
      #expect(placed.violations(of: file(placed, target)).isEmpty, "seed \(seed)")
    }
  }
}
