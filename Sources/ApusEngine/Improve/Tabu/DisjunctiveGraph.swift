import ApusStructure

/// A schedule of a shop as its disjunctive graph: on every machine the operations are linked in the order in which they run.
///
///      d ─► 1 ─► 2 ─► 3          job: the next number, without a list
///           ▲    │
///           │    ▼               machine: `before` and `after`
///      d ─► 5 ─► 6
///
/// Every operation is a node; a dummy node stands before the first operation of each job, so that `node − 1` and `node + 1`
/// are always there. Node 0 stands for "none" on a machine. A topological order of the nodes is kept, and with it every
/// operation's completion (longest path that ends with it) and tail (longest path that begins with it): plain sums over the
/// order, without a queue. The longest path has length ``makespan``.
///
/// A class of constant columns: a large struct that cannot be copied would be moved about in memory with every call.
final class DisjunctiveGraph {
  /// The operations, also the length of ``order``.
  let operationCount: Int
  let nodeCount: Int
  let machineCount: Int
  /// The first node of the dummies and operations of every job, in order of the jobs; the last node behind all of them.
  let jobNode: Column<Int32>
  /// By node: the time it takes; 0 for dummies.
  let duration: Column<Int32>
  /// By node: its machine; -1 for dummies.
  let machine: Column<Int32>
  /// By node: what runs on the same machine directly before and after it, or 0.
  let before: Column<Int32>
  let after: Column<Int32>
  /// By node: the longest path that ends with it, its own duration included. A dummy has its job's release.
  let completion: Column<Int32>
  /// By node: the longest path that begins with it, its own duration included. 0 for dummies.
  let tail: Column<Int32>
  /// A topological order of the operations' nodes, and the position of every node in it; -1 for dummies.
  let order: Column<Int32>
  let position: Column<Int32>
  /// Scratch of the repair of the order.
  private let isMarked: Column<UInt8>
  private let moved: Column<Int32>
  /// When the first job is released.
  let firstRelease: Int32

  /// The graph of a shop, without an order yet; nil where an operation other than the first of its job may not start when the
  /// one before it ends, which the graph has no place for.
  init?(_ shop: Shop) {
    let jobs = shop.jobCount
    let count = shop.operationCount
    for job in 0..<jobs {
      var time = Int.min
      for operation in shop.operations(ofJob: job) {
        if operation > shop.jobStart[job], shop.release[operation] > time { return nil }
        time = max(time, Int(shop.release[operation])) + Int(shop.duration[operation])
      }
    }
    operationCount = count
    nodeCount = count + jobs + 2
    machineCount = shop.machineCount
    jobNode = Column((0...jobs).map { shop.jobStart[$0] + Int32($0) + 1 })
    duration = Column(repeating: 0, count: nodeCount)
    machine = Column(repeating: -1, count: nodeCount)
    before = Column(repeating: 0, count: nodeCount)
    after = Column(repeating: 0, count: nodeCount)
    completion = Column(repeating: 0, count: nodeCount)
    tail = Column(repeating: 0, count: nodeCount)
    order = Column(repeating: 0, count: count)
    position = Column(repeating: -1, count: nodeCount)
    isMarked = Column(repeating: 0, count: nodeCount)
    moved = Column(repeating: 0, count: count)
    firstRelease = (0..<jobs).map { shop.release[Int(shop.jobStart[$0])] }.min() ?? 0
    completion[0] = firstRelease
    for job in 0..<jobs {
      completion[jobNode[job]] = shop.release[Int(shop.jobStart[job])]
      for operation in shop.operations(ofJob: job) {
        let node = Self.node(of: operation, ofJob: job)
        duration[node] = shop.duration[operation]
        machine[node] = shop.machine[operation]
      }
    }
  }

  /// The node of an operation of a job, both numbered as in the shop.
  static func node(of operation: Int, ofJob job: Int) -> Int { operation + job + 2 }

  var jobCount: Int { jobNode.count - 1 }
  var byteCount: Int { 9 * nodeCount * MemoryLayout<Int32>.stride }

  /// The last operation of a job.
  @inline(__always) func lastNode(ofJob job: Int) -> Int32 { jobNode[job + 1] &- 1 }

  @inline(__always) func isDummy(_ node: Int32) -> Bool { position[node] < 0 }

  // MARK: Schedules

  /// Takes over a schedule, given as an order of all nodes that keeps the jobs' order.
  func load(_ sequence: UnsafePointer<Int32>) {
    let last = [Int32](unsafeUninitializedCapacity: machineCount) { buffer, count in
      buffer.initialize(repeating: 0)
      for index in 0..<operationCount {
        let node = sequence[index]
        let machine = Int(machine[node])
        before[node] = buffer[machine]
        after[buffer[machine]] = node
        buffer[machine] = node
        order[index] = node
        position[node] = Int32(index)
      }
      count = machineCount
    }
    for node in last { after[node] = 0 }
    after[0] = 0
    computeCompletions(from: 0)
    computeTails(from: operationCount - 1)
  }

  /// The length of the longest path. Complexity: O(*jobs*).
  var makespan: Int32 {
    var longest = Int32.min
    for job in 0..<jobCount { longest = max(longest, completion[lastNode(ofJob: job)]) }
    return longest
  }

  /// Computes completions anew after a move between two positions of the order.
  ///
  /// All from the first position on, whether they change or not: up to some thousand operations a loop without branches is
  /// faster than one that looks for what has changed (Docs/TabuSearch.md). Beyond, it ends where nothing changes any more.
  private func updateCompletions(from first: Int, changingUpTo last: Int) {
    if operationCount <= DisjunctiveGraph.longestRescan { return computeCompletions(from: first) }
    var reach = Int32(truncatingIfNeeded: last)
    var index = first
    while index <= Int(reach) {
      let node = Int(order[index])
      let value = max(completion[node &- 1], completion[Int(before[node])]) &+ duration[node]
      if value != completion[node] {
        completion[node] = value
        reach = max(reach, position[node &+ 1], position[Int(after[node])])
      }
      index &+= 1
    }
  }

  /// Computes tails anew after a move between two positions of the order.
  private func updateTails(from last: Int, changingDownTo first: Int) {
    if operationCount <= DisjunctiveGraph.longestRescan { return computeTails(from: last) }
    var reach = first
    var index = last
    while index >= reach {
      let node = Int(order[index])
      let value = max(tail[node &+ 1], tail[Int(after[node])]) &+ duration[node]
      if value != tail[node] {
        tail[node] = value
        if !isDummy(Int32(truncatingIfNeeded: node &- 1)) { reach = min(reach, Int(position[node &- 1])) }
        if before[node] != 0 { reach = min(reach, Int(position[before[node]])) }
      }
      index &-= 1
    }
  }

  /// The operations up to which everything is computed anew after a move.
  private static let longestRescan = 3000

  /// Computes completions from a position of the order on.
  private func computeCompletions(from first: Int) {
    let order = order.pointer
    let completion = completion.pointer
    let duration = duration.pointer
    let before = before.pointer
    for index in first..<operationCount {
      let node = Int(order[index])
      completion[node] = max(completion[node &- 1], completion[Int(before[node])]) &+ duration[node]
    }
  }

  /// Computes tails from a position of the order down.
  private func computeTails(from last: Int) {
    let order = order.pointer
    let tail = tail.pointer
    let duration = duration.pointer
    let after = after.pointer
    var index = last
    while index >= 0 {
      let node = Int(order[index])
      tail[node] = max(tail[node &+ 1], tail[Int(after[node])]) &+ duration[node]
      index &-= 1
    }
  }

  // MARK: Moves

  /// Whether `node` may be moved directly behind `target`, which runs later on the same machine: surely no circle arises.
  ///
  /// A circle needs a path from the next operation of the job to the target. Such a path shows in the tails, and in the order
  /// (E. Balas and A. Vazacopoulos, "Guided local search with shifting bottleneck for job shop scheduling", Management
  /// Science 44 (1998), proposition 2.2, sharpened so that durations of 0 are right). Says no where neither test is sure.
  @inline(__always) func canMove(_ node: Int32, behind target: Int32) -> Bool {
    let next = node &+ 1
    return (next != target && tail[next] < duration[next] &+ tail[target])
      || UInt32(bitPattern: position[target]) < UInt32(bitPattern: position[next])
  }

  /// Whether `node` may be moved directly before `target`, which runs earlier on the same machine: surely no circle arises.
  @inline(__always) func canMove(_ node: Int32, before target: Int32) -> Bool {
    let previous = node &- 1
    let isReleaseOnly = position[previous] < 0
    return isReleaseOnly
      || (previous != target && completion[previous] < duration[previous] &+ completion[target])
      || position[target] > position[previous]
  }

  /// Moves `node` directly behind `target`, which runs later on the same machine, and brings everything up to date.
  func move(_ node: Int32, behind target: Int32) {
    relink(node, previous: target, next: after[target])
    let first = Int(position[node])
    let last = Int(position[target])
    // What follows `node` and stood before `target` goes behind `target`, in the old order.
    let order = order.pointer
    let position = position.pointer
    let before = before.pointer
    let isMarked = isMarked.pointer
    let moved = moved.pointer
    isMarked[Int(node)] = 1
    moved[0] = node
    var movedCount = 1
    var free = first
    for index in (first &+ 1)...last {
      let other = Int(order[index])
      let mark = isMarked[other &- 1] | isMarked[Int(before[other])]
      isMarked[other] = mark
      order[free] = Int32(truncatingIfNeeded: other)
      position[other] = Int32(truncatingIfNeeded: free)
      moved[movedCount] = Int32(truncatingIfNeeded: other)
      free &+= 1 &- Int(mark)
      movedCount &+= Int(mark)
    }
    assert(isMarked[Int(target)] == 0, "a move made a circle")
    for index in 0..<movedCount {
      let other = moved[index]
      isMarked[Int(other)] = 0
      order[free &+ index] = other
      position[Int(other)] = Int32(truncatingIfNeeded: free &+ index)
    }
    updateCompletions(from: first, changingUpTo: last)
    updateTails(from: last, changingDownTo: first)
  }

  /// Moves `node` directly before `target`, which runs earlier on the same machine, and brings everything up to date.
  func move(_ node: Int32, before target: Int32) {
    relink(node, previous: before[target], next: target)
    let first = Int(position[target])
    let last = Int(position[node])
    // What leads to `node` and stood behind `target` goes before `target`, in the old order.
    let order = order.pointer
    let position = position.pointer
    let after = after.pointer
    let isMarked = isMarked.pointer
    let moved = moved.pointer
    isMarked[Int(node)] = 1
    moved[0] = node
    var movedCount = 1
    var free = last
    var index = last &- 1
    while index >= first {
      let other = Int(order[index])
      let mark = isMarked[other &+ 1] | isMarked[Int(after[other])]
      isMarked[other] = mark
      order[free] = Int32(truncatingIfNeeded: other)
      position[other] = Int32(truncatingIfNeeded: free)
      moved[movedCount] = Int32(truncatingIfNeeded: other)
      free &-= 1 &- Int(mark)
      movedCount &+= Int(mark)
      index &-= 1
    }
    assert(isMarked[Int(target)] == 0, "a move made a circle")
    for index in 0..<movedCount {
      let other = moved[index]
      isMarked[Int(other)] = 0
      order[free &- index] = other
      position[Int(other)] = Int32(truncatingIfNeeded: free &- index)
    }
    updateCompletions(from: first, changingUpTo: last)
    updateTails(from: last, changingDownTo: first)
  }

  /// Takes a node out of its machine's list and puts it between two others.
  @inline(__always) private func relink(_ node: Int32, previous: Int32, next: Int32) {
    let oldBefore = before[node]
    let oldAfter = after[node]
    after[oldBefore] = oldAfter
    before[oldAfter] = oldBefore
    after[previous] = node
    before[next] = node
    before[node] = previous
    after[node] = next
    after[0] = 0
    before[0] = 0
  }
}
