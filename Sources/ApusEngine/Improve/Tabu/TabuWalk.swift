import ApusModel

/// One tabu search from one schedule: always the best move of a critical path that is not forbidden, better or worse.
///
/// E. Nowicki and C. Smutnicki, "A fast taboo search algorithm for the job shop problem", Management Science 42 (1996), with the
/// neighbourhood N7, moves judged by estimates, and forbidden orders of pairs.
struct TabuWalk: ~Copyable {
  let graph: DisjunctiveGraph
  let measure: TabuMeasure
  private(set) var path: CriticalPath
  private let memory = TabuMemory()
  private var random: SplitMix64
  private var iteration: Int32 = 0
  private var iterationsLeft = 0

  /// The least value of this walk, and the order that has it.
  private(set) var best = Int.max
  let bestOrder: Column<Int32>
  /// The value now.
  private(set) var value = Int.max

  /// Moves judged and moves made, of all walks.
  private(set) var evaluations = 0
  private(set) var moves = 0
  /// Nodes looked at, of all walks: what time goes by.
  private(set) var effort = 0
  private let nodesPerMove: Int

  /// How long an order stays forbidden: at least this, at most twice this.
  private let tenure: UInt64

  init(_ graph: DisjunctiveGraph, _ measure: consuming TabuMeasure, seed: UInt64) {
    let count = graph.operationCount
    // The jobs, and the machines that each visits, decide how long blocks are.
    tenure = UInt64(10 + graph.jobCount * graph.jobCount / max(1, count))
    path = CriticalPath(operationCount: count)
    bestOrder = Column(repeating: 0, count: count)
    random = SplitMix64(seed: seed)
    nodesPerMove = measure.nodesPerMove
    self.graph = graph
    self.measure = measure
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
    value = measure.value(of: graph)
    best = value
    keepBest()
    iterationsLeft = patience
    effort += 3 * nodesPerMove
  }

  /// Walks until the effort is used up. Returns whether the walk is over: nothing better was found for as many moves as its
  /// patience, or there is no move.
  mutating func run(effort limit: Int, patience: Int) -> Bool {
    while effort < limit {
      guard iterationsLeft > 0, let move = choose() else { return true }
      apply(move)
      value = measure.value(of: graph)
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

  var byteCount: Int { graph.byteCount + measure.byteCount + path.nodes.byteCount + bestOrder.byteCount }

  // MARK: Choosing

  /// The best move that is not forbidden, ties broken at random; any move where all are forbidden; nil where there is none.
  private mutating func choose() -> BlockMove? {
    guard tracePath() else { return nil }
    var chosen: BlockMove?
    var least = Int.max
    var ties: UInt64 = 0
    var forbidden: BlockMove?
    var forbiddenCount: UInt64 = 0
    var count = 0
    BlockMove.forEach(in: path, isTailFree: measure.isTailFree) { move in
      guard isFeasible(move) else { return }
      count += 1
      let estimate = measure.estimate(move, path.nodes.pointer, graph, limit: least)
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

  /// Traces a path that must become shorter; false where there is none.
  mutating func tracePath() -> Bool {
    guard let last = measure.bottleneck(graph, value: value, &random) else { return false }
    path.trace(graph, endingWith: last, &random)
    return true
  }

  @inline(__always) func isFeasible(_ move: BlockMove) -> Bool {
    let first = path.nodes[move.first]
    let last = path.nodes[move.last]
    return move.isForward ? graph.canMove(first, behind: last) : graph.canMove(last, before: first)
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
    effort &+= nodesPerMove
  }
}

extension SplitMix64 {
  /// A number below `bound`, nearly uniform: the high half of a product.
  @inline(__always) mutating func next(below bound: UInt64) -> UInt64 {
    ((next() >> 32) &* bound) >> 32
  }
}
