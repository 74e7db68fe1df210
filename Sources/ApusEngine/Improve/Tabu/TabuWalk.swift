import ApusModel

/// One tabu search from one schedule: always the best move of a critical path that is not forbidden, better or worse.
///
/// E. Nowicki and C. Smutnicki, "A fast taboo search algorithm for the job shop problem", Management Science 42 (1996), with the
/// neighbourhood N7, moves judged by Balas and Vazacopoulos' estimate, and forbidden orders of pairs.
struct TabuWalk: ~Copyable {
  let graph: DisjunctiveGraph
  private(set) var path: CriticalPath
  private let memory = TabuMemory()
  private var random: SplitMix64
  /// Scratch of the estimate: completions after the move.
  private let estimated: Column<Int32>
  private var iteration: Int32 = 0
  private var iterationsLeft = 0

  /// The least makespan of this walk, and the order that has it.
  private(set) var best = Int32.max
  let bestOrder: Column<Int32>
  /// The makespan now.
  private(set) var value = Int32.max

  /// Moves judged and moves made, of all walks.
  private(set) var evaluations = 0
  private(set) var moves = 0
  /// Nodes looked at, of all walks: what time goes by.
  private(set) var effort = 0

  /// How long an order stays forbidden: at least this, at most twice this.
  private let tenure: UInt64

  init(_ graph: consuming DisjunctiveGraph, seed: UInt64) {
    let count = graph.operationCount
    // The jobs, and the machines that each visits, decide how long blocks are.
    tenure = UInt64(10 + graph.jobCount * graph.jobCount / max(1, count))
    path = CriticalPath(operationCount: count)
    estimated = Column(repeating: 0, count: count)
    bestOrder = Column(repeating: 0, count: count)
    random = SplitMix64(seed: seed)
    self.graph = graph
  }

  /// Begins a walk at a schedule, given as an order of the nodes.
  mutating func begin(at sequence: UnsafePointer<Int32>, patience: Int) {
    graph.load(sequence)
    // Whatever was forbidden has expired at the new count.
    if iteration > Int32.max / 2 {
      memory.clear()
      iteration = 0
    }
    iteration += Int32(2 * tenure) + 2
    value = graph.makespan
    best = value
    keepBest()
    iterationsLeft = patience
    effort += 3 * graph.operationCount
  }

  /// Walks until the effort is used up. Returns whether the walk is over: nothing better was found for as many moves as its
  /// patience, or there is no move.
  mutating func run(effort limit: Int, patience: Int) -> Bool {
    while effort < limit {
      guard iterationsLeft > 0, let move = choose() else { return true }
      apply(move)
      value = graph.makespan
      if value < best {
        best = value
        keepBest()
        iterationsLeft = patience
      } else {
        iterationsLeft -= 1
      }
    }
    return false
  }

  private func keepBest() { bestOrder.pointer.update(from: graph.order.pointer, count: graph.operationCount) }

  // MARK: Choosing

  /// The best move that is not forbidden, ties broken at random; any move where all are forbidden; nil where there is none.
  private mutating func choose() -> BlockMove? {
    traceAnyPath()
    var chosen: BlockMove?
    var least = Int32.max
    var ties: UInt64 = 0
    var forbidden: BlockMove?
    var forbiddenCount: UInt64 = 0
    var count = 0
    BlockMove.forEach(in: path, isTailFree: false) { move in
      guard isFeasible(move) else { return }
      count += 1
      let estimate = estimate(move)
      if estimate > least { return }
      if estimate >= best, isForbidden(move) {
        forbiddenCount += 1
        if random.next(below: forbiddenCount) == 0 { forbidden = move }
        return
      }
      if estimate < least {
        least = estimate
        ties = 1
        chosen = move
      } else {
        ties += 1
        if random.next(below: ties) == 0 { chosen = move }
      }
    }
    evaluations &+= count
    return chosen ?? forbidden
  }

  mutating func traceAnyPath() { path.trace(graph, endingWith: randomLastNode(), &random) }

  /// A last operation of a job that ends with the makespan.
  private mutating func randomLastNode() -> Int32 {
    var node: Int32 = 0
    var ties: UInt64 = 0
    for job in 0..<graph.jobCount {
      let last = graph.lastNode(ofJob: job)
      if graph.completion[last] != value { continue }
      ties += 1
      if ties == 1 || random.next(below: ties) == 0 { node = last }
    }
    return node
  }

  @inline(__always) func isFeasible(_ move: BlockMove) -> Bool {
    let first = path.nodes[move.first]
    let last = path.nodes[move.last]
    return move.isForward ? graph.canMove(first, behind: last) : graph.canMove(last, before: first)
  }

  /// The longest path through an operation of the part that changes, computed with the completions before it and the tails behind
  /// it as they are now (Balas and Vazacopoulos 1998). The makespan is seldom less, and more where the longest path goes elsewhere.
  @inline(__always) func estimate(_ move: BlockMove) -> Int32 {
    let nodes = path.nodes.pointer
    let completion = graph.completion.pointer
    let tail = graph.tail.pointer
    let duration = graph.duration.pointer
    let estimated = estimated.pointer
    let first = Int(move.first)
    let last = Int(move.last)
    var reached = completion[Int(graph.before[nodes[first]])]
    var left = tail[Int(graph.after[nodes[last]])]
    var longest = Int32.min
    if move.isForward {
      for index in (first &+ 1)...last {
        let node = Int(nodes[index])
        reached = max(completion[node &- 1], reached) &+ duration[node]
        estimated[index] = reached &- duration[node]
      }
      let node = Int(nodes[first])
      left = max(tail[node &+ 1], left) &+ duration[node]
      longest = max(completion[node &- 1], reached) &+ left
      var index = last
      while index > first {
        let node = Int(nodes[index])
        left = max(tail[node &+ 1], left) &+ duration[node]
        longest = max(longest, estimated[index] &+ left)
        index &-= 1
      }
    } else {
      let node = Int(nodes[last])
      reached = max(completion[node &- 1], reached) &+ duration[node]
      let begin = reached &- duration[node]
      for index in first..<last {
        let node = Int(nodes[index])
        reached = max(completion[node &- 1], reached) &+ duration[node]
        estimated[index] = reached &- duration[node]
      }
      var index = last &- 1
      while index >= first {
        let node = Int(nodes[index])
        left = max(tail[node &+ 1], left) &+ duration[node]
        longest = max(longest, estimated[index] &+ left)
        index &-= 1
      }
      longest = max(longest, begin &+ max(tail[node &+ 1], left) &+ duration[node])
    }
    return longest
  }

  // MARK: Memory

  /// Whether every order that the move would make is forbidden.
  private func isForbidden(_ move: BlockMove) -> Bool {
    let nodes = path.nodes.pointer
    let first = Int(move.first)
    let last = Int(move.last)
    if move.isForward {
      for index in (first &+ 1)...last
      where !memory.forbids(nodes[index], before: nodes[first], at: iteration) { return false }
    } else {
      for index in first..<last
      where !memory.forbids(nodes[last], before: nodes[index], at: iteration) { return false }
    }
    return true
  }

  private mutating func apply(_ move: BlockMove) {
    let nodes = path.nodes.pointer
    let first = Int(move.first)
    let last = Int(move.last)
    let end = iteration &+ Int32(truncatingIfNeeded: tenure &+ random.next(below: tenure))
    if move.isForward {
      for index in (first &+ 1)...last { memory.forbid(nodes[first], before: nodes[index], until: end) }
      graph.move(nodes[first], behind: nodes[last])
    } else {
      for index in first..<last { memory.forbid(nodes[index], before: nodes[last], until: end) }
      graph.move(nodes[last], before: nodes[first])
    }
    iteration &+= 1
    moves &+= 1
    effort &+= graph.operationCount
  }
}

extension SplitMix64 {
  /// A number below `bound`, nearly uniform: the high half of a product.
  @inline(__always) mutating func next(below bound: UInt64) -> UInt64 {
    ((next() >> 32) &* bound) >> 32
  }
}
