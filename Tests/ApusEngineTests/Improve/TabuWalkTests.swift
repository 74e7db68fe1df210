import ApusModel
import ApusStructure
import Testing

@testable import ApusEngine

@Suite struct TabuWalkTests {
  private func moves(blocks: [Int], isTailFree: Bool) -> Set<[Int32]> {
    var path = CriticalPath(operationCount: blocks.reduce(0, +))
    path.cut(intoBlocks: blocks)
    var moves: Set<[Int32]> = []
    BlockMove.forEach(in: path, isTailFree: isTailFree) { move in
      let isNew = moves.insert([move.first, move.last, move.isForward ? 1 : 0]).inserted
      #expect(isNew, "each move is named once")
      if move.last == move.first + 1 { #expect(!moves.contains([move.first, move.last, move.isForward ? 0 : 1])) }
    }
    return moves
  }

  /// Every order of a block that a move of N7 leads to, by the definition.
  private func orders(length: Int, changesFront: Bool, changesBack: Bool) -> Set<[Int]> {
    var result: Set<[Int]> = []
    let block = Array(0..<length)
    for index in block.indices {
      var toBack = block
      toBack.append(toBack.remove(at: index))
      var toFront = block
      toFront.insert(toFront.remove(at: index), at: 0)
      var firstInside = block
      firstInside.insert(firstInside.remove(at: 0), at: index)
      var lastInside = block
      lastInside.insert(lastInside.removeLast(), at: index)
      for order in [toBack, toFront, firstInside, lastInside] where order != block {
        let front = order.first != block.first
        let back = order.last != block.last
        if (front && changesFront) || (back && changesBack) { result.insert(order) }
      }
    }
    return result
  }

  @Test(arguments: 2...7) func aBlockHasTheMovesOfN7(length: Int) {
    let cases = [([1, length, 1], true, true), ([length, 1], false, true), ([1, length], true, false)]
    for (blocks, front, back) in cases {
      let offset = blocks[0] == 1 ? 1 : 0
      var found: Set<[Int]> = []
      for move in moves(blocks: blocks, isTailFree: false) {
        var order = Array(0..<length)
        let first = Int(move[0]) - offset
        let last = Int(move[1]) - offset
        if move[2] == 1 {
          order.insert(order.remove(at: first), at: last)
        } else {
          order.insert(order.remove(at: last), at: first)
        }
        found.insert(order)
      }
      #expect(found == orders(length: length, changesFront: front, changesBack: back))
    }
  }

  @Test func aPathOfOneBlockHasNoMove() {
    #expect(moves(blocks: [6], isTailFree: false).isEmpty)
    #expect(!moves(blocks: [6], isTailFree: true).isEmpty)
  }

  @Test(arguments: [false, true]) func theEstimateIsSeldomTooHigh(isTardiness: Bool) {
    var random = SplitMix64(seed: 3)
    var tooHigh = 0
    var exact = 0
    var count = 0
    func judge(_ shop: Shop, _ tardiness: TardinessMeasure?) {
      let measure = TabuMeasure(operationCount: shop.operationCount, tardiness: tardiness)
      var walk = TabuWalk(DisjunctiveGraph(shop)!, measure, seed: 1)
      let start = Column<Int32>(repeating: 0, count: shop.operationCount)
      RandomDispatch(walk.graph).fill(start, walk.graph, noise: 1, delay: 0, &random)
      walk.begin(at: start.pointer, patience: 100)
      for (estimate, value) in walk.judgedMoves() {
        count += 1
        if estimate > value { tooHigh += 1 }
        if estimate == value { exact += 1 }
      }
    }
    for _ in 0..<200 {
      let shop = Shop.random(jobs: 10...10, operations: 10...10, machines: 10, longest: 90, using: &random)
      if isTardiness {
        let due = (0..<10).map { _ in Int32.random(in: 0...900, using: &random) }
        judge(shop, TardinessMeasure(DisjunctiveGraph(shop)!, due: due, weight: (0..<10).map { Int32($0 % 4) })!)
      } else {
        judge(shop, nil)
      }
    }
    #expect(count > 500)
    #expect(Double(tooHigh) <= 0.05 * Double(count))
    #expect(Double(exact) >= 0.3 * Double(count))
  }

  @Test func aMergeKeepsWhatTheParentsAgreeOn() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<50 {
      let first = Array(Int32(2)..<22).shuffled(using: &random)
      let second = Array(Int32(2)..<22).shuffled(using: &random)
      let child = Column<Int32>(repeating: 0, count: 20)
      OrderMerge(nodeCount: 30).merge(first, second, share: 0.5, into: child, &random)
      let result = child.array
      #expect(Set(result) == Set(first))
      for one in result {
        for other in result where one != other {
          let isBefore = { (order: [Int32]) in order.firstIndex(of: one)! < order.firstIndex(of: other)! }
          if isBefore(first) && isBefore(second) { #expect(isBefore(result)) }
        }
      }
    }
  }

  @Test func smallShopsAreSolved() {
    var random = SplitMix64(seed: 23)
    for _ in 0..<60 {
      let shop = Shop.random(jobs: 2...4, operations: 1...3, machines: 3, using: &random)
      var search = TabuSearch(
        DisjunctiveGraph(shop)!, TabuMeasure(operationCount: shop.operationCount), seed: random.next())
      _ = search.run(effort: 300_000)
      #expect(search.best == shop.leastValue)
    }
  }

  @Test func smallShopsWithDueDatesAreSolved() {
    var random = SplitMix64(seed: 29)
    var solved = 0
    for _ in 0..<60 {
      let shop = Shop.random(jobs: 2...4, operations: 1...3, machines: 3, hasDueDates: true, using: &random)
      guard case .weightedTardiness(let due, let weight) = shop.objective else { continue }
      let measure = TabuMeasure(
        operationCount: shop.operationCount,
        tardiness: TardinessMeasure(DisjunctiveGraph(shop)!, due: due, weight: weight)!)
      var search = TabuSearch(DisjunctiveGraph(shop)!, measure, seed: random.next())
      _ = search.run(effort: 600_000)
      let least = shop.leastValue
      #expect(search.best >= least)
      if search.best == least { solved += 1 }
    }
    #expect(solved >= 58, "a late job's critical path does not always show the way")
  }

  @Test func oneSeedGivesOneRun() {
    var random = SplitMix64(seed: 5)
    let shop = Shop.random(jobs: 12...12, operations: 8...8, machines: 8, longest: 99, using: &random)
    func run(portions: [Int]) -> [Int32] {
      var search = TabuSearch(DisjunctiveGraph(shop)!, TabuMeasure(operationCount: shop.operationCount), seed: 9)
      for portion in portions { _ = search.run(effort: portion) }
      return [Int32(search.best)] + search.bestOrder
    }
    #expect(run(portions: [400_000, 400_000]) == run(portions: [400_000, 400_000]))
  }
}

extension CriticalPath {
  /// Makes the path one of the nodes 1, 2, ... in blocks of the lengths given.
  mutating func cut(intoBlocks lengths: [Int]) {
    var index = 0
    for length in lengths {
      for place in 0..<length {
        nodes[index] = Int32(index + 1)
        isLinked[index] = place > 0
        index += 1
      }
    }
  }
}

extension TabuWalk {
  /// The estimate of every move of a critical path, and the makespan that it leads to.
  mutating func judgedMoves() -> [(estimate: Int, value: Int)] {
    let order = graph.order.array
    var pending: [BlockMove] = []
    guard tracePath() else { return [] }
    let nodes = path.nodes.array
    BlockMove.forEach(in: path, isTailFree: measure.isTailFree) { if isFeasible($0) { pending.append($0) } }
    let estimates = pending.map { measure.estimate($0, path.nodes.pointer, graph, limit: .max) }
    return zip(pending, estimates).map { move, estimate in
      if move.isForward {
        graph.move(nodes[Int(move.first)], behind: nodes[Int(move.last)])
      } else {
        graph.move(nodes[Int(move.last)], before: nodes[Int(move.first)])
      }
      let value = measure.value(of: graph)
      order.withUnsafeBufferPointer { graph.load($0.baseAddress!) }
      return (estimate, value)
    }
  }
}
