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
  /// By node: when all that it waits for is complete, and its release; and the longest path that begins with what waits for it. Machines do
  /// not count.
  let head: Column<Int32>
  let rest: Column<Int32>
  /// A topological order of the nodes, and the position of every node in it.
  let order: Column<Int32>
  let position: Column<Int32>
  /// By position in the order: the greatest completion up to and with it.
  let reach: Column<Int32>
  /// Scratch of the repair of the order.
  private let isMarked: Column<UInt8>
  private let moved: Column<Int32>

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
    head = Column(repeating: 0, count: count + 1)
    rest = Column(repeating: 0, count: count + 1)
    isMarked = Column(repeating: 0, count: count + 1)
    moved = Column(repeating: 0, count: count)
  }

  var makespan: Int32 { reach[operationCount &- 1] }
  var byteCount: Int { (15 * operationCount + 2 * modeMachine.count + predecessors.count + successors.count) * 4 }

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
      order[index] = node
      position[node] = Int32(index)
      let machine = Int(machine[node])
      let previous = last[machine]
      before[node] = previous
      if previous == 0 { first[machine] = node } else { after[previous] = node }
      last[machine] = node
    }
    for node in last { after[node] = 0 }
    updateCompletions(from: 0)
    updateTails(from: operationCount - 1)
  }

  /// Gives a node a mode and puts it behind another on the mode's machine, or first where that is 0, and brings everything up to date.
  ///
  /// - Precondition: no circle arises.
  func move(_ node: Int32, to mode: Int32, behind previous: Int32) {
    takeOut(node)
    setMode(mode, of: node)
    putIn(node, behind: previous)
    let changed = repairOrder(around: node)
    updateCompletions(from: changed.lowerBound)
    updateTails(from: changed.upperBound)
  }

  @inline(__always) private func setMode(_ chosen: Int32, of node: Int32) {
    mode[node] = chosen
    machine[node] = modeMachine[chosen]
    duration[node] = modeDuration[chosen]
  }

  @inline(__always) private func takeOut(_ node: Int32) {
    let previous = before[node]
    let next = after[node]
    if previous == 0 { first[machine[node]] = next } else { after[previous] = next }
    if next != 0 { before[next] = previous }
  }

  @inline(__always) private func putIn(_ node: Int32, behind previous: Int32) {
    let next = previous == 0 ? first[machine[node]] : after[previous]
    before[node] = previous
    after[node] = next
    if previous == 0 { first[machine[node]] = node } else { after[previous] = node }
    if next != 0 { before[next] = node }
  }

  /// Makes the order topological again after a node has got new neighbours. Returns the positions between which it may have changed,
  /// the node's old one included.
  ///
  /// Of the part from what must follow the node to what must precede it, the node and all that follows it go to the end, in the
  /// old order.
  private func repairOrder(around node: Int32) -> ClosedRange<Int> {
    let (order, position, before) = (order.pointer, position.pointer, before.pointer)
    let (start, predecessors) = (predecessorStart.pointer, predecessors.pointer)
    let (isMarked, moved) = (isMarked.pointer, moved.pointer)
    var low = position[Int(node)]
    var high = low
    if before[Int(node)] != 0 { high = max(high, position[Int(before[Int(node)])]) }
    if after[node] != 0 { low = min(low, position[Int(after[node])]) }
    if low == high { return Int(low)...Int(low) }
    // What the node waits for stands before it, and what waits for it behind it, as they did.
    isMarked[Int(node)] = 1
    moved[0] = node
    var movedCount = 1
    var free = Int(low)
    for index in Int(low)...Int(high) {
      let other = Int(order[index])
      if other == Int(node) { continue }
      var mark = isMarked[Int(before[other])]
      for place in Int(start[other])..<Int(start[other &+ 1]) { mark |= isMarked[Int(predecessors[place])] }
      isMarked[other] = mark
      order[free] = Int32(truncatingIfNeeded: other)
      position[other] = Int32(truncatingIfNeeded: free)
      moved[movedCount] = Int32(truncatingIfNeeded: other)
      free &+= 1 &- Int(mark)
      movedCount &+= Int(mark)
    }
    assert(isMarked[Int(before[Int(node)])] == 0, "a move made a circle")
    for index in 0..<movedCount {
      let other = moved[index]
      isMarked[Int(other)] = 0
      order[free &+ index] = other
      position[Int(other)] = Int32(truncatingIfNeeded: free &+ index)
    }
    return Int(low)...Int(high)
  }

  private func updateCompletions(from position: Int) {
    let (order, before, duration) = (order.pointer, before.pointer, duration.pointer)
    let (completion, reach, head) = (completion.pointer, reach.pointer, head.pointer)
    let (start, predecessors) = (predecessorStart.pointer, predecessors.pointer)
    let release = release.pointer
    var longest = position == 0 ? 0 : reach[position &- 1]
    for index in position..<operationCount {
      let node = Int(order[index])
      var ready = release[node]
      for place in Int(start[node])..<Int(start[node &+ 1]) { ready = max(ready, completion[Int(predecessors[place])]) }
      head[node] = ready
      completion[node] = max(ready, completion[Int(before[node])]) &+ duration[node]
      longest = max(longest, completion[node])
      reach[index] = longest
    }
  }

  private func updateTails(from position: Int) {
    let (order, after, duration) = (order.pointer, after.pointer, duration.pointer)
    let (tail, rest) = (tail.pointer, rest.pointer)
    let (start, successors) = (successorStart.pointer, successors.pointer)
    var index = position
    while index >= 0 {
      let node = Int(order[index])
      var left: Int32 = 0
      for place in Int(start[node])..<Int(start[node &+ 1]) { left = max(left, tail[Int(successors[place])]) }
      rest[node] = left
      tail[node] = max(left, tail[Int(after[node])]) &+ duration[node]
      index &-= 1
    }
  }
}
