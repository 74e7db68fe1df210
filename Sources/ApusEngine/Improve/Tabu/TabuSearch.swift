import ApusModel
import ApusStructure

/// Tabu search from a population of schedules and their children.
///
/// After Peng, Lü and Cheng 2015: a population is made by tabu search from random schedules; then the child of two members, an
/// ``OrderMerge``, is improved by tabu search and takes the place of the worst. When many children in a row were no gain, the
/// population has converged.
///
/// Its best becomes an elite, and a fresh population follows. So many elites make the beginning of a population themselves, whose best
/// is an elite of the next rank, and so on: short runs have one small population, long runs a tournament of them, and no
/// parameter depends on the time there is.
struct TabuSearch: ~Copyable {
  private(set) var walk: TabuWalk
  private let merge: OrderMerge
  private let dispatch: RandomDispatch
  private var random: SplitMix64
  private var members: [TabuMember] = []
  private var childrenWithoutGain = 0
  /// The best of converged populations, by rank: rank 0 from random schedules, rank *n* from elites of rank *n* − 1.
  private var elites: [[TabuMember]] = [[]]
  private var rank = 0
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
      if !isWalking { takeResult() }
    }
    return best < before
  }

  private mutating func beginWalk() {
    if let order = waiting.popLast() {
      for index in order.indices { start[index] = order[index] }
    } else if members.count < TabuSettings.capacity {
      dispatch.fill(start, walk.graph, noise: random.nextUnit(), delay: random.nextUnit(), &random)
    } else {
      let first = Int(random.next(below: UInt64(members.count)))
      var second = Int(random.next(below: UInt64(members.count - 1)))
      if second >= first { second += 1 }
      merge.merge(
        members[first].order, members[second].order, share: 0.4 + 0.2 * random.nextUnit(), into: start, &random)
    }
    walk.begin(at: start.pointer, patience: TabuSettings.patience)
  }

  private mutating func takeResult() {
    let member = TabuMember(order: walk.bestOrder.array, value: walk.best, signature: signature(of: walk.bestOrder))
    if members.count < TabuSettings.capacity {
      members.append(member)
      return
    }
    let isNew = !members.contains { $0.value == member.value && $0.signature == member.signature }
    let worst = members.indices.max { members[$0].value < members[$1].value }!
    // One as good as the worst moves the population on along a plateau, but is no gain.
    if isNew && member.value < members[worst].value { childrenWithoutGain = 0 } else { childrenWithoutGain += 1 }
    if isNew && member.value <= members[worst].value { members[worst] = member }
    if childrenWithoutGain >= TabuSettings.convergence { crown() }
  }

  /// Makes the best member an elite and begins the next population.
  private mutating func crown() {
    elites[rank].append(members.min { $0.value < $1.value }!)
    childrenWithoutGain = 0
    if elites[rank].count < TabuSettings.elitesPerRank {
      members = []
      rank = 0
    } else {
      members = elites[rank]
      elites[rank] = []
      rank += 1
      if rank == elites.count { elites.append([]) }
    }
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

/// A schedule of a population.
struct TabuMember {
  var order: [Int32]
  var value: Int
  /// Equal for equal sequences on all machines.
  var signature: UInt64
}

/// The few numbers of the search, chosen on instances that no report uses (Docs/Experiments.md).
enum TabuSettings {
  /// Moves without a better schedule after which a walk ends.
  static let patience = 6000
  /// Members of a population.
  static let capacity = 10
  /// Elites that begin a population of the next rank.
  static let elitesPerRank = 3
  /// Children without gain after which a population has converged.
  static let convergence = 30
  /// Nodes looked at in a tick of work.
  static let nodesPerTick = 16
}
