/// A schedule without one operation: what the longest paths are where it stands on no machine and takes no time.
///
///       the machine that it is put on:   a ─► b ─► c ─► d ─► e ─► f
///       complete after it may begin:               └────── later ──────   (L)
///       longer to go than after it:      ── earlier ───────┘              (R)
///       places that are looked at:                 ▲    ▲    ▲
///
/// In the words of M. Mastrolilli and L. M. Gambardella, "Effective neighbourhood functions for the flexible job shop problem", Journal of
/// Scheduling 3 (2000): the operation goes behind all that are only earlier and before all that are only later; then no circle arises, and
/// the best place of the machine is among these. Completions and tails are computed anew for each operation that is taken out, so that the
/// makespan of every place is known exactly, and not estimated.
struct FlexibleRemoval: ~Copyable {
  /// By node, without the operation.
  private let completion: Column<Int32>
  private let tail: Column<Int32>

  init(operationCount: Int) {
    completion = Column(repeating: 0, count: operationCount + 1)
    tail = Column(repeating: 0, count: operationCount + 1)
  }

  var byteCount: Int { completion.byteCount + tail.byteCount }

  /// Calls `visit` with every place that the operation may be moved to but the one where it is, and the longest path through it there.
  ///
  /// - Parameters:
  ///   - limit: places are of no interest where the makespan is surely more.
  ///   - visit: gets the move, and the makespan after it.
  /// - Complexity: O(*nodes* + *operations on the machines of its modes*).
  @inline(__always) func forEachPlace(
    of node: Int32, in graph: FlexibleGraph, limit: () -> Int32, _ visit: (FlexibleMove, _ makespan: Int32) -> Void
  ) {
    let mode = graph.mode[node]
    let previous = graph.before[node]
    let next = graph.after[node]
    let duration = graph.duration[node]
    // For the passes over the graph it takes no time and has no neighbours.
    graph.takeOut(node)
    graph.duration[node] = 0
    graph.before[node] = 0
    graph.after[node] = 0
    defer {
      graph.duration[node] = duration
      graph.putIn(node, behind: previous)
    }
    assert(graph.before[next] == previous || next == 0)
    let makespan = computeCompletions(from: node, graph)
    guard makespan <= limit() else { return }
    computeTails(from: node, graph)
    let (completion, tail) = (completion.pointer, tail.pointer)
    let after = graph.after.pointer
    let head = completion[Int(node)]
    let rest = tail[Int(node)]
    for choice in graph.modes(of: node) {
      let length = graph.modeDuration[choice]
      guard head &+ length &+ rest <= limit() else { continue }
      var left: Int32 = 0
      var right = graph.first[graph.modeMachine[choice]]
      while right != 0 && completion[Int(right)] <= head { (left, right) = (right, after[Int(right)]) }
      while true {
        if choice != mode || left != previous {
          let path = max(head, completion[Int(left)]) &+ length &+ max(rest, tail[Int(right)])
          visit(FlexibleMove(node: node, mode: choice, previous: left, path: path), max(path, makespan))
        }
        if right == 0 || tail[Int(right)] <= rest { break }
        (left, right) = (right, after[Int(right)])
      }
    }
  }

  /// Returns the makespan.
  @inline(__always) private func computeCompletions(from node: Int32, _ graph: FlexibleGraph) -> Int32 {
    let completion = completion.pointer
    let (order, before, duration) = (graph.order.pointer, graph.before.pointer, graph.duration.pointer)
    let (start, predecessors) = (graph.predecessorStart.pointer, graph.predecessors.pointer)
    let release = graph.release.pointer
    completion.update(from: graph.completion.pointer, count: graph.operationCount &+ 1)
    let place = Int(graph.position[node])
    var longest = place == 0 ? 0 : graph.reach[place &- 1]
    for index in place..<graph.operationCount {
      let node = Int(order[index])
      var begin = max(release[node], completion[Int(before[node])])
      for place in Int(start[node])..<Int(start[node &+ 1]) { begin = max(begin, completion[Int(predecessors[place])]) }
      completion[node] = begin &+ duration[node]
      longest = max(longest, completion[node])
    }
    return longest
  }

  @inline(__always) private func computeTails(from node: Int32, _ graph: FlexibleGraph) {
    let tail = tail.pointer
    let (order, after, duration) = (graph.order.pointer, graph.after.pointer, graph.duration.pointer)
    let (start, successors) = (graph.successorStart.pointer, graph.successors.pointer)
    tail.update(from: graph.tail.pointer, count: graph.operationCount &+ 1)
    var index = Int(graph.position[node])
    while index >= 0 {
      let node = Int(order[index])
      var left = tail[Int(after[node])]
      for place in Int(start[node])..<Int(start[node &+ 1]) { left = max(left, tail[Int(successors[place])]) }
      tail[node] = left &+ duration[node]
      index &-= 1
    }
  }
}

/// An operation goes to a place on a machine.
struct FlexibleMove {
  var node: Int32
  var mode: Int32
  /// What it will run directly behind; 0 for nothing.
  var previous: Int32
  /// The longest path through it there.
  var path: Int32
}
