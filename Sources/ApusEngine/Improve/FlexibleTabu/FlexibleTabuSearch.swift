import ApusModel
import ApusStructure

/// Tabu search on a flexible shop from a ``TabuPopulation`` of schedules and their children: the order of a child is an ``OrderMerge`` of
/// its parents' orders, and every operation has the mode of one parent or the other.
struct FlexibleTabuSearch: ~Copyable {
  private(set) var walk: FlexibleWalk
  private let merge: OrderMerge
  private let dispatch: FlexibleDispatch
  private var random: SplitMix64
  private var population = TabuPopulation()
  /// Schedules from elsewhere that wait to be walked from.
  private var waiting: [(order: [Int32], modes: [Int32])] = []
  private var isWalking = false
  /// Where the next walk begins.
  private let start: Column<Int32>
  private let startModes: Column<Int32>

  /// The least makespan found, and the order of the nodes and by node the mode that have it.
  private(set) var best = Int.max
  private(set) var bestOrder: [Int32] = []
  private(set) var bestModes: [Int32] = []

  /// Moves without a better schedule after which a walk ends, chosen on instances that no report uses (Docs/Experiments.md).
  static let patience = 3000

  init(_ shop: FlexibleShop, _ graph: FlexibleGraph, seed: UInt64) {
    random = SplitMix64(seed: seed ^ 0x5DEE_CE66)
    merge = OrderMerge(nodeCount: graph.operationCount + 1)
    dispatch = FlexibleDispatch(shop)
    start = Column(repeating: 0, count: graph.operationCount)
    startModes = Column(repeating: 0, count: graph.operationCount + 1)
    walk = FlexibleWalk(graph, seed: seed)
  }

  /// Adds a schedule found elsewhere: an order of all nodes, and by node its mode.
  mutating func add(order: [Int32], modes: [Int32]) { waiting.append((order, modes)) }

  /// Searches until so many nodes have been looked at. Returns whether there is a schedule better than any before.
  mutating func run(effort: Int) -> Bool {
    let end = walk.effort + effort
    let before = best
    while walk.effort < end {
      if !isWalking { beginWalk() }
      isWalking = !walk.run(effort: end, patience: Self.patience)
      if walk.best < best {
        best = walk.best
        bestOrder = walk.bestOrder.array
        bestModes = walk.bestModes.array
      }
      if !isWalking { takeResult() }
    }
    return best < before
  }

  private mutating func beginWalk() {
    if let (order, modes) = waiting.popLast() {
      for index in order.indices { start[index] = order[index] }
      for node in modes.indices { startModes[node] = modes[node] }
    } else if population.isFull {
      let (first, second) = population.parents(&random)
      merge.merge(first.order, second.order, share: 0.4 + 0.2 * random.nextUnit(), into: start, &random)
      for node in 1..<startModes.count {
        startModes[node] = random.next() >> 63 == 0 ? first.modes[node] : second.modes[node]
      }
    } else {
      dispatch.fill(
        start, modes: startModes, walk.graph, noise: random.nextUnit(), delay: random.nextUnit(), &random)
    }
    walk.begin(at: start.pointer, modes: startModes.pointer, patience: Self.patience)
  }

  private mutating func takeResult() {
    let (order, modes) = (walk.bestOrder.array, walk.bestModes.array)
    population.take(
      TabuMember(order: order, modes: modes, value: walk.best, signature: signature(order, modes)))
  }

  /// A hash of what follows what on the machines.
  private func signature(_ order: [Int32], _ modes: [Int32]) -> UInt64 {
    var last = [Int32](repeating: 0, count: walk.graph.machineCount)
    var signature: UInt64 = 0
    for node in order {
      let mode = modes[Int(node)]
      let machine = Int(walk.graph.modeMachine[mode])
      // The machine counts too: the first of two machines may be the same.
      let pair = UInt64(UInt32(bitPattern: last[machine])) << 32 | UInt64(UInt32(bitPattern: mode))
      var hash = SplitMix64(seed: pair)
      signature &+= hash.next()
      last[machine] = node
    }
    return signature
  }
}
