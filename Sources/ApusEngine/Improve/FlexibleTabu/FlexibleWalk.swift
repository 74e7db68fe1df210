import ApusModel
import ApusStructure

/// One tabu search from one schedule of a flexible shop: always the best move of an operation of a critical path that is not forbidden,
/// better or worse.
///
/// The moves are ``FlexibleMoves``. An operation that has left a mode may not come back to it for a while; on its machine, orders of pairs that were
/// turned round stay, as in a ``TabuWalk``.
struct FlexibleWalk: ~Copyable {
  let graph: FlexibleGraph
  private let neighbourhood: FlexibleMoves
  private var path: FlexiblePath
  private let memory = TabuMemory()
  private var random: SplitMix64
  private var iteration: Int32 = 0
  private var iterationsLeft = 0

  /// The least makespan of this walk, and the order and modes that have it.
  private(set) var best = Int.max
  let bestOrder: Column<Int32>
  let bestModes: Column<Int32>

  /// Places judged and moves made, of all walks.
  private(set) var evaluations = 0
  private(set) var moves = 0
  /// Nodes looked at, of all walks: what time goes by.
  private(set) var effort = 0

  /// How long something stays forbidden: at least this, at most twice this. Chosen on instances that no report uses: with less walks go
  /// round in circles, with more they are hindered (Docs/Experiments.md).
  private static let tenure: UInt64 = 5

  init(_ graph: FlexibleGraph, seed: UInt64) {
    let count = graph.operationCount
    path = FlexiblePath(operationCount: count)
    bestOrder = Column(repeating: 0, count: count)
    bestModes = Column(repeating: 0, count: count + 1)
    neighbourhood = FlexibleMoves(operationCount: count)
    random = SplitMix64(seed: seed)
    self.graph = graph
  }

  var byteCount: Int {
    graph.byteCount + neighbourhood.byteCount + path.nodes.byteCount + bestOrder.byteCount + bestModes.byteCount
  }

  /// Begins a walk at a schedule: an order of the nodes, and by node its mode.
  mutating func begin(at order: UnsafePointer<Int32>, modes: UnsafePointer<Int32>, patience: Int) {
    graph.load(order, modes: modes)
    // Whatever was forbidden has expired at the new count.
    if iteration > Int32.max / 2 {
      memory.clear()
      iteration = 0
    }
    iteration += Int32(2 * Self.tenure) + 2
    best = Int(graph.makespan)
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
      if Int(graph.makespan) < best {
        best = Int(graph.makespan)
        keepBest()
        iterationsLeft = patience
      } else {
        iterationsLeft -= 1
      }
    }
    return false
  }

  private func keepBest() {
    bestOrder.pointer.update(from: graph.order.pointer, count: graph.operationCount)
    bestModes.pointer.update(from: graph.mode.pointer, count: graph.operationCount + 1)
  }

  // MARK: Choosing

  /// The best move that is not forbidden, ties broken at random; any move where all are forbidden; nil where there is none.
  private mutating func choose() -> FlexibleMove? {
    path.trace(graph, &random)
    var chosen: FlexibleMove?
    var least = Int32.max
    var ties: UInt64 = 0
    var forbidden: FlexibleMove?
    var forbiddenCount: UInt64 = 0
    var count = 0
    neighbourhood.forEach(on: path, in: graph) { move, estimate in
      count += 1
      if estimate > least { return }
      if Int(estimate) >= best, isForbidden(move) {
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
    effort &+= graph.operationCount &+ count
    return chosen ?? forbidden
  }

  // MARK: Memory

  /// The number that stands for a mode where others stand for nodes.
  @inline(__always) private func key(ofMode mode: Int32) -> Int32 { ~mode }

  /// Whether the move goes back to a mode too soon, or makes only orders that are forbidden.
  private func isForbidden(_ move: FlexibleMove) -> Bool {
    let node = move.node
    if move.mode != graph.mode[node] { return memory.forbids(node, before: key(ofMode: move.mode), at: iteration) }
    var isForbidden = true
    forEachPassed(move) { other, isForward in
      if isForbidden {
        isForbidden =
          isForward
          ? memory.forbids(other, before: node, at: iteration) : memory.forbids(node, before: other, at: iteration)
      }
    }
    return isForbidden
  }

  /// Calls `visit` with every operation that a move on one machine passes by. The list of the machine may be with or without the node.
  @inline(__always) private func forEachPassed(
    _ move: FlexibleMove, _ visit: (_ other: Int32, _ isForward: Bool) -> Void
  ) {
    let node = move.node
    let place = graph.position[node]
    if move.previous != 0 && graph.position[move.previous] > place {
      var other = move.previous
      while other != 0 && other != node && graph.position[other] > place {
        visit(other, true)
        other = graph.before[other]
      }
    } else {
      var other = move.previous == 0 ? graph.first[graph.machine[node]] : graph.after[move.previous]
      while other != 0 && other != node && graph.position[other] < place {
        visit(other, false)
        other = graph.after[other]
      }
    }
  }

  private mutating func apply(_ move: FlexibleMove) {
    let node = move.node
    let end = iteration &+ Int32(truncatingIfNeeded: Self.tenure &+ random.next(below: Self.tenure))
    let mode = graph.mode[node]
    if move.mode != mode {
      memory.forbid(node, before: key(ofMode: mode), until: end)
    } else {
      forEachPassed(move) { other, isForward in
        if isForward {
          memory.forbid(node, before: other, until: end)
        } else {
          memory.forbid(other, before: node, until: end)
        }
      }
    }
    graph.move(node, to: move.mode, behind: move.previous)
    iteration &+= 1
    moves &+= 1
  }
}
