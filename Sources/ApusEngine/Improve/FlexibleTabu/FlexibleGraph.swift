import ApusStructure

/// A schedule of a flexible shop as its disjunctive graph: every operation has a mode, and on every machine the operations are linked in the
/// order in which they run.
///
/// Operations are the nodes 1, 2, ...; node 0 stands for "none" on a machine. A topological order of the nodes is kept, and with it every
/// operation's completion (longest path that ends with it) and tail (longest path that begins with it). The longest path has length
/// ``makespan``.
///
/// A class of constant columns: a large struct that cannot be copied would be moved about in memory with every call.
final class FlexibleGraph {
  /// The operations, also the length of ``order``.
  let operationCount: Int
  let machineCount: Int
  /// What each node waits for, and what waits for it: the first place by node, and the nodes.
  let predecessorStart: Column<Int32>
  let predecessors: Column<Int32>
  let successorStart: Column<Int32>
  let successors: Column<Int32>
  /// By node: when it may begin at the earliest.
  let release: Column<Int32>
  /// The modes of each node: the first by node, and by mode its machine and duration.
  let modeStart: Column<Int32>
  let modeMachine: Column<Int32>
  let modeDuration: Column<Int32>

  /// By node: its mode, and the mode's machine and duration.
  let mode: Column<Int32>
  let machine: Column<Int32>
  let duration: Column<Int32>
  /// By node: what runs on the same machine directly before and after it, or 0; by machine: what runs first on it, or 0.
  let before: Column<Int32>
  let after: Column<Int32>
  let first: Column<Int32>
  /// By node: the longest path that ends with it and the one that begins with it, its own duration included.
  let completion: Column<Int32>
  let tail: Column<Int32>
  /// A topological order of the nodes, and the position of every node in it.
  let order: Column<Int32>
  let position: Column<Int32>
  /// By position in the order: the greatest completion up to and with it.
  let reach: Column<Int32>
  private let waitsFor: Column<Int32>

  /// The graph of a shop, without an order yet; nil where an operation may take no time, which the moves have no place for.
  init?(_ shop: FlexibleShop) {
    guard shop.modes.duration.allSatisfy({ $0 > 0 }) else { return nil }
    let count = shop.operationCount
    operationCount = count
    machineCount = shop.machineCount
    // Node 0 has nothing, so each list of starts begins with a 0 of its own.
    predecessorStart = Column([0] + shop.predecessors.start)
    predecessors = Column(shop.predecessors.operation.map { $0 + 1 })
    successorStart = Column([0] + shop.successors.start)
    successors = Column(shop.successors.operation.map { $0 + 1 })
    release = Column([0] + shop.release)
    modeStart = Column([0] + shop.modes.start)
    modeMachine = Column(shop.modes.machine)
    modeDuration = Column(shop.modes.duration)
    mode = Column([0] + shop.modes.start.dropLast())
    machine = Column(repeating: -1, count: count + 1)
    duration = Column(repeating: 0, count: count + 1)
    before = Column(repeating: 0, count: count + 1)
    after = Column(repeating: 0, count: count + 1)
    first = Column(repeating: 0, count: machineCount)
    completion = Column(repeating: 0, count: count + 1)
    tail = Column(repeating: 0, count: count + 1)
    order = Column(repeating: 0, count: count)
    position = Column(repeating: -1, count: count + 1)
    reach = Column(repeating: 0, count: count)
    waitsFor = Column(repeating: 0, count: count + 1)
  }

  var makespan: Int32 { reach[operationCount &- 1] }
  var byteCount: Int { (13 * operationCount + 2 * modeMachine.count + predecessors.count + successors.count) * 4 }

  /// The modes of a node.
  @inline(__always) func modes(of node: Int32) -> Range<Int32> { modeStart[node]..<modeStart[node &+ 1] }

  // MARK: Schedules

  /// Takes over a schedule.
  ///
  /// - Parameters:
  ///   - sequence: an order of all nodes in which each comes after what it waits for.
  ///   - modes: by node, one of its modes.
  func load(_ sequence: UnsafePointer<Int32>, modes: UnsafePointer<Int32>) {
    first.pointer.update(repeating: 0, count: machineCount)
    var last = [Int32](repeating: 0, count: machineCount)
    for index in 0..<operationCount {
      let node = sequence[index]
      setMode(modes[Int(node)], of: node)
      let machine = Int(machine[node])
      let previous = last[machine]
      before[node] = previous
      if previous == 0 { first[machine] = node } else { after[previous] = node }
      last[machine] = node
    }
    for node in last { after[node] = 0 }
    update()
  }

  /// Gives a node a mode and puts it behind another on the mode's machine, or first where that is 0, and brings everything up to date.
  ///
  /// - Precondition: no circle arises.
  func move(_ node: Int32, to mode: Int32, behind previous: Int32) {
    takeOut(node)
    setMode(mode, of: node)
    putIn(node, behind: previous)
    update()
  }

  private func setMode(_ chosen: Int32, of node: Int32) {
    mode[node] = chosen
    machine[node] = modeMachine[chosen]
    duration[node] = modeDuration[chosen]
  }

  /// Takes a node out of its machine's list; its own links stay as they were.
  @inline(__always) func takeOut(_ node: Int32) {
    let previous = before[node]
    let next = after[node]
    if previous == 0 { first[machine[node]] = next } else { after[previous] = next }
    if next != 0 { before[next] = previous }
  }

  /// Puts a node into its machine's list behind another, or first where that is 0.
  @inline(__always) func putIn(_ node: Int32, behind previous: Int32) {
    let next = previous == 0 ? first[machine[node]] : after[previous]
    before[node] = previous
    after[node] = next
    if previous == 0 { first[machine[node]] = node } else { after[previous] = node }
    if next != 0 { before[next] = node }
  }

  /// Computes the order, the completions and the tails from the lists of the machines (A. B. Kahn, Communications of the ACM 5 (1962)).
  private func update() {
    let (order, position, waitsFor) = (order.pointer, position.pointer, waitsFor.pointer)
    let (before, after, duration) = (before.pointer, after.pointer, duration.pointer)
    let (completion, tail, reach) = (completion.pointer, tail.pointer, reach.pointer)
    let (predecessorStart, predecessors) = (predecessorStart.pointer, predecessors.pointer)
    let (successorStart, successors) = (successorStart.pointer, successors.pointer)
    let count = operationCount
    var known = 0
    for node in 1...count {
      let waits = predecessorStart[node &+ 1] &- predecessorStart[node] &+ (before[node] == 0 ? 0 : 1)
      waitsFor[node] = waits
      if waits == 0 {
        order[known] = Int32(truncatingIfNeeded: node)
        known &+= 1
      }
    }
    var index = 0
    var longest: Int32 = 0
    while index < known {
      let node = Int(order[index])
      position[node] = Int32(truncatingIfNeeded: index)
      var start = max(release[node], completion[Int(before[node])])
      for place in Int(predecessorStart[node])..<Int(predecessorStart[node &+ 1]) {
        start = max(start, completion[Int(predecessors[place])])
      }
      completion[node] = start &+ duration[node]
      longest = max(longest, completion[node])
      reach[index] = longest
      for place in Int(successorStart[node])..<Int(successorStart[node &+ 1]) {
        let next = Int(successors[place])
        waitsFor[next] &-= 1
        if waitsFor[next] == 0 {
          order[known] = Int32(truncatingIfNeeded: next)
          known &+= 1
        }
      }
      let next = Int(after[node])
      if next != 0 {
        waitsFor[next] &-= 1
        if waitsFor[next] == 0 {
          order[known] = Int32(truncatingIfNeeded: next)
          known &+= 1
        }
      }
      index &+= 1
    }
    precondition(known == count, "a move made a circle")
    while index > 0 {
      index &-= 1
      let node = Int(order[index])
      var left = tail[Int(after[node])]
      for place in Int(successorStart[node])..<Int(successorStart[node &+ 1]) {
        left = max(left, tail[Int(successors[place])])
      }
      tail[node] = left &+ duration[node]
    }
  }
}
