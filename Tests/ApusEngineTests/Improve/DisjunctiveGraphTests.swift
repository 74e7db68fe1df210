import ApusModel
import ApusStructure
import Testing

@testable import ApusEngine

@Suite struct DisjunctiveGraphTests {
  /// Completions and makespan by visiting the machines' lists, without the graph's order; nil where they run in a circle.
  private func recomputed(_ graph: DisjunctiveGraph) -> [Int32]? {
    var completion = [Int32](repeating: -1, count: graph.nodeCount)
    var isOpen = [Bool](repeating: false, count: graph.nodeCount)
    var hasCircle = false
    func visit(_ node: Int32, _ graph: DisjunctiveGraph) -> Int32 {
      if node == 0 || graph.machine[node] < 0 { return graph.completion[node] }
      if completion[Int(node)] >= 0 { return completion[Int(node)] }
      if isOpen[Int(node)] {
        hasCircle = true
        return 0
      }
      isOpen[Int(node)] = true
      let start = max(visit(node - 1, graph), visit(graph.before[node], graph))
      completion[Int(node)] = start + graph.duration[node]
      return completion[Int(node)]
    }
    for node in 0..<Int32(graph.nodeCount) where graph.machine[node] >= 0 { _ = visit(node, graph) }
    return hasCircle ? nil : completion
  }

  private func isConsistent(_ graph: DisjunctiveGraph) -> Bool {
    guard let completion = recomputed(graph) else { return false }
    var makespan: Int32 = 0
    for node in 0..<Int32(graph.nodeCount) where graph.machine[node] >= 0 {
      if graph.completion[node] != completion[Int(node)] { return false }
      let head = graph.completion[node] - graph.duration[node]
      makespan = max(makespan, head + graph.tail[node])
      let tail = max(graph.tail[node + 1], graph.tail[graph.after[node]]) + graph.duration[node]
      if graph.tail[node] != tail { return false }
      if graph.order[graph.position[node]] != node { return false }
      if graph.position[graph.before[node]] >= graph.position[node] { return false }
      if graph.position[node - 1] >= graph.position[node] { return false }
    }
    return graph.makespan == completion.max() && (graph.firstRelease > 0 || makespan >= graph.makespan)
  }

  @Test func everyMoveThatIsAllowedKeepsTheGraphInOrder() {
    var random = SplitMix64(seed: 7)
    var allowed = 0
    for _ in 0..<300 {
      let shop = Shop.random(jobs: 1...6, operations: 1...6, machines: 3, using: &random)
      guard let graph = DisjunctiveGraph(shop) else {
        Issue.record("a shop with releases of jobs only has a graph")
        return
      }
      let start = Column<Int32>(repeating: 0, count: graph.operationCount)
      RandomDispatch(graph).fill(start, graph, noise: 1, delay: 1, &random)
      graph.load(start.pointer)
      let isLoaded = isConsistent(graph)
      #expect(isLoaded)
      for _ in 0..<60 {
        // Two operations of one machine, any distance apart, on a critical path or not.
        let node = start[Int.random(in: 0..<start.count, using: &random)]
        var other = graph.after[node]
        for _ in 0..<Int.random(in: 0...3, using: &random) where other != 0 && graph.after[other] != 0 {
          other = graph.after[other]
        }
        guard other != 0 else { continue }
        if Bool.random(using: &random) {
          guard graph.canMove(node, behind: other) else { continue }
          graph.move(node, behind: other)
          let isThere = graph.before[node] == other
          #expect(isThere)
        } else {
          guard graph.canMove(other, before: node) else { continue }
          graph.move(other, before: node)
          let isThere = graph.after[other] == node
          #expect(isThere)
        }
        allowed += 1
        let isKept = isConsistent(graph)
        #expect(isKept)
      }
    }
    #expect(allowed > 3000, "most moves are possible")
  }

  @Test func anOperationThatMayNotFollowAtOnceHasNoPlace() {
    let free = Shop(
      jobs: [[.init(machine: 0, duration: 3, release: 2), .init(machine: 1, duration: 1, release: 5)]], machineCount: 2)
    let late = Shop(
      jobs: [[.init(machine: 0, duration: 3, release: 2), .init(machine: 1, duration: 1, release: 6)]], machineCount: 2)
    let (hasFree, hasLate) = (DisjunctiveGraph(free) != nil, DisjunctiveGraph(late) != nil)
    #expect(hasFree && !hasLate)
  }
}
