import ApusModel
import ApusStructure

/// Tabu search from a ``TabuPopulation`` of schedules and their children.
///
/// After Peng, Lü and Cheng 2015: a population is made by tabu search from random schedules; then the child of two members, an
/// ``OrderMerge``, is improved by tabu search and takes the place of the worst.
struct TabuSearch: ~Copyable {
  private(set) var walk: TabuWalk
  private let merge: OrderMerge
  private let dispatch: RandomDispatch
  private var random: SplitMix64
  private var population = TabuPopulation()
  /// Schedules from elsewhere that wait to be walked from.
  private var waiting: [[Int32]] = []
  private var isWalking = false
  /// Where the next walk begins.
  private let start: Column<Int32>

  /// The least value found, and the order of the nodes that has it.
  private(set) var best = Int.max
  private(set) var bestOrder: [Int32] = []

  init(_ graph: DisjunctiveGraph, _ measure: consuming TabuMeasure, seed: UInt64) {
    random = SplitMix64(seed: seed ^ 0x5DEE_CE66)
    merge = OrderMerge(nodeCount: graph.nodeCount)
    dispatch = RandomDispatch(graph)
    start = Column(repeating: 0, count: graph.operationCount)
    walk = TabuWalk(graph, measure, seed: seed)
  }

  /// Adds a schedule found elsewhere: an order of all nodes.
  mutating func add(_ order: [Int32]) { waiting.append(order) }

  /// Searches until so many nodes have been looked at. Returns whether there is a schedule better than any before.
  mutating func run(effort: Int) -> Bool {
    let end = walk.effort + effort
    let before = best
    while walk.effort < end {
      if !isWalking { beginWalk() }
      isWalking = !walk.run(effort: end, patience: TabuSettings.patience)
      if walk.best < best {
        best = walk.best
        bestOrder = walk.bestOrder.array
      }
      if !isWalking {
        population.take(
          TabuMember(order: walk.bestOrder.array, value: walk.best, signature: signature(of: walk.bestOrder)))
      }
    }
    return best < before
  }

  private mutating func beginWalk() {
    if let order = waiting.popLast() {
      for index in order.indices { start[index] = order[index] }
    } else if population.isFull {
      let (first, second) = population.parents(&random)
      merge.merge(first.order, second.order, share: 0.4 + 0.2 * random.nextUnit(), into: start, &random)
    } else {
      dispatch.fill(start, walk.graph, noise: random.nextUnit(), delay: random.nextUnit(), &random)
    }
    walk.begin(at: start.pointer, patience: TabuSettings.patience)
  }

  /// A hash of what follows what on the machines.
  private func signature(of order: borrowing Column<Int32>) -> UInt64 {
    var last = [Int32](repeating: 0, count: walk.graph.machineCount)
    var signature: UInt64 = 0
    for index in 0..<order.count {
      let node = order[index]
      let machine = Int(walk.graph.machine[node])
      var pair = SplitMix64(seed: UInt64(UInt32(bitPattern: last[machine])) << 32 | UInt64(UInt32(bitPattern: node)))
      signature &+= pair.next()
      last[machine] = node
    }
    return signature
  }
}

/// The few numbers of the search, chosen on instances that no report uses (Docs/Experiments.md).
enum TabuSettings {
  /// Moves without a better schedule after which a walk ends.
  static let patience = 6000
  /// Nodes looked at in a tick of work.
  static let nodesPerTick = 16
}
