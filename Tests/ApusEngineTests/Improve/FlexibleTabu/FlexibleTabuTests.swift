import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@testable import ApusEngine

@Suite struct FlexibleTabuTests {
  private func shop(_ random: RandomFlexibleShop) throws -> FlexibleShop {
    try #require(FlexibleShop(recognizing: random.model.data))
  }

  /// A random schedule of a shop, as its graph.
  private func graph(_ shop: FlexibleShop, _ random: inout SplitMix64) throws -> FlexibleGraph {
    let graph = try #require(FlexibleGraph(shop))
    let order = Column<Int32>(repeating: 0, count: graph.operationCount)
    let modes = Column<Int32>(repeating: 0, count: graph.operationCount + 1)
    FlexibleDispatch(shop).fill(order, modes: modes, graph, noise: 1, delay: 1, &random)
    graph.load(order.pointer, modes: modes.pointer)
    return graph
  }

  /// Whether the order is topological and all numbers are those of the lists.
  private func isConsistent(_ graph: FlexibleGraph) -> Bool {
    var makespan: Int32 = 0
    for node in 1...Int32(graph.operationCount) {
      let waits = (Int(graph.predecessorStart[node])..<Int(graph.predecessorStart[node + 1])).map {
        graph.predecessors[$0]
      }
      let follows = (Int(graph.successorStart[node])..<Int(graph.successorStart[node + 1])).map {
        graph.successors[$0]
      }
      let head = waits.reduce(graph.release[node]) { max($0, graph.completion[$1]) }
      let rest = follows.reduce(0) { max($0, graph.tail[$1]) }
      let before = graph.before[node]
      let after = graph.after[node]
      if graph.head[node] != head || graph.rest[node] != rest { return false }
      if graph.completion[node] != max(head, before == 0 ? 0 : graph.completion[before]) + graph.duration[node] {
        return false
      }
      if graph.tail[node] != max(rest, after == 0 ? 0 : graph.tail[after]) + graph.duration[node] { return false }
      if graph.order[graph.position[node]] != node { return false }
      for other in waits + [before] where other != 0 && graph.position[other] >= graph.position[node] { return false }
      if before == 0 ? graph.first[graph.machine[node]] != node : graph.after[before] != node { return false }
      if before != 0 && graph.machine[before] != graph.machine[node] { return false }
      makespan = max(makespan, graph.completion[node])
    }
    return makespan == graph.makespan && graph.completion[0] == 0 && graph.tail[0] == 0
  }

  private struct Judged {
    var move: FlexibleMove
    var estimate: Int32
  }

  private func moves(_ graph: FlexibleGraph, _ random: inout SplitMix64) -> [Judged] {
    var path = FlexiblePath(operationCount: graph.operationCount)
    path.trace(graph, &random)
    var moves: [Judged] = []
    FlexibleMoves(operationCount: graph.operationCount).forEach(on: path, in: graph) {
      moves.append(Judged(move: $0, estimate: $1))
    }
    return moves
  }

  @Test(arguments: 0..<150) func noMoveMakesACircleAndAllKeepTheGraphInOrder(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let shop = try shop(RandomFlexibleShop(seed: seed, operations: 2...14, machines: 2...4))
    let graph = try graph(shop, &random)
    #expect(isConsistent(graph))
    for _ in 0..<40 {
      let moves = moves(graph, &random)
      guard let judged = moves.randomElement(using: &random) else { break }
      graph.move(judged.move.node, to: judged.move.mode, behind: judged.move.previous)
      guard isConsistent(graph) else {
        Issue.record("after \(judged)")
        return
      }
    }
  }

  /// An operation that goes elsewhere has no longer path through it than was estimated; on its own machine the estimate is of the
  /// part that changes, and mostly right.
  @Test func estimates() throws {
    var (count, exact) = (0, 0)
    for seed in 0..<100 {
      var random = SplitMix64(seed: seed)
      let shop = try shop(RandomFlexibleShop(seed: seed, operations: 20...30, machines: 3...5, longest: 40))
      let graph = try graph(shop, &random)
      let order = graph.order.array
      let modes = graph.mode.array
      for judged in moves(graph, &random) {
        let (node, isElsewhere) = (judged.move.node, judged.move.mode != graph.mode[judged.move.node])
        let makespan = graph.makespan
        graph.move(node, to: judged.move.mode, behind: judged.move.previous)
        let through = graph.completion[node] + graph.tail[node] - graph.duration[node]
        if isElsewhere { #expect(through <= judged.estimate) }
        if through == judged.estimate || graph.makespan == judged.estimate { exact += 1 }
        count += 1
        order.withUnsafeBufferPointer { order in
          modes.withUnsafeBufferPointer { graph.load(order.baseAddress!, modes: $0.baseAddress!) }
        }
        #expect(graph.makespan == makespan)
      }
    }
    #expect(count > 1000 && Double(exact) >= 0.5 * Double(count), "\(exact) of \(count)")
  }

  @Test(arguments: 0..<120) func smallShopsAreSolved(seed: Int) throws {
    let random = RandomFlexibleShop(seed: seed)
    let model = random.model.data
    let strategy = try #require(model.flexibleTabuStrategy(name: "tabu", seed: 1))
    let board = Board.judged(model)
    #expect(strategy.run(work: 5_000, board: board))
    #expect(board.current.refusal == nil && board.value == random.leastMakespan)
  }

  @Test func oneSeedGivesOneRun() throws {
    let model = RandomFlexibleShop(seed: 5, operations: 60...60, machines: 6...6, longest: 50).model.data
    func run(seed: UInt64) throws -> (Solution?, Int) {
      let strategy = try #require(model.flexibleTabuStrategy(name: "tabu", seed: seed))
      let board = Board.judged(model)
      for _ in 0..<2 { _ = strategy.run(work: 20_000, board: board) }
      #expect(board.current.refusal == nil)
      return (board.current.solution, strategy.workDone)
    }
    let first = try run(seed: 3)
    let second = try run(seed: 3)
    #expect(first.0 == second.0 && first.1 == second.1 && first.0 != nil)
  }

  @Test func itBeginsAtTheBoardsSolution() throws {
    let model = RandomFlexibleShop(seed: 8, operations: 80...80, machines: 6...6, longest: 50).model.data
    let first = Board.judged(model)
    _ = try #require(model.flexibleTabuStrategy(name: "tabu", seed: 1)).run(work: 100_000, board: first)
    let second = Board.judged(model)
    second.offer(try #require(first.current.solution), value: first.value, by: "start")
    let later = try #require(model.flexibleTabuStrategy(name: "tabu", seed: 2))
    _ = later.run(work: 100, board: second)
    #expect(try #require(later as? FlexibleTabuStrategy).search.best <= first.value)
  }

  @Test func noTimeForAnOperationIsLeftToOthers() throws {
    let model = Model()
    let main = model.interval(lasting: 0...1)
    let options = [0, 1].map { model.optionalInterval(lasting: $0) }
    model.require("") { Alternative(main, of: options) }
    model.minimize(.makespan)
    #expect(model.data.flexibleTabuStrategy(name: "tabu", seed: 1) == nil)
  }
}
