/// An operation goes to a place on a machine.
struct FlexibleMove {
  var node: Int32
  var mode: Int32
  /// What it will run directly behind; 0 for nothing.
  var previous: Int32
}

/// The moves of the operations of a longest path, each with an estimate of the longest path through what it moves.
///
/// An operation goes to any machine that can do it:
///
///       the machine that it is put on:   a ─► b ─► c ─► d ─► e ─► f
///       complete after it may begin:               └────── later ──────   (L)
///       longer to go than after it:      ── earlier ───────┘              (R)
///       places that are looked at:                 ▲    ▲    ▲
///
/// behind all that are only earlier and before all that are only later: then no circle arises, and the best place is among these
/// (M. Mastrolilli and L. M. Gambardella, "Effective neighbourhood functions for the flexible job shop problem", Journal of Scheduling 3
/// (2000)). With completions and tails as they are before the move, the length is at most too great: what follows the operation on the
/// machine that it leaves may come sooner.
///
/// On its own machine it goes wherever surely no circle arises and the first or last of its block changes, for otherwise the path
/// stays; the estimate is that of Balas and Vazacopoulos 1998, as in a ``MakespanMeasure``.
struct FlexibleMoves: ~Copyable {
  /// Scratch of the estimate: by number of an operation that is passed, its node and its start or what is behind it.
  private let passed: Column<Int32>
  private let estimated: Column<Int32>

  init(operationCount: Int) {
    passed = Column(repeating: 0, count: operationCount)
    estimated = Column(repeating: 0, count: operationCount)
  }

  var byteCount: Int { passed.byteCount + estimated.byteCount }

  /// Calls `visit` with every move and its estimate.
  @inline(__always) func forEach(
    on path: borrowing FlexiblePath, in graph: FlexibleGraph, _ visit: (FlexibleMove, _ estimate: Int32) -> Void
  ) {
    var place = 0
    while place < path.count {
      let end = path.endOfBlock(from: place)
      let block = Block(
        first: path.nodes[end &- 1], last: path.nodes[place], isFrontFree: end < path.count, isBackFree: place > 0)
      for index in place..<end {
        let node = path.nodes[index]
        if block.isFrontFree || block.isBackFree { forEachOnItsMachine(node, block, graph, visit) }
        if graph.modes(of: node).count > 1 { forEachElsewhere(node, graph, visit) }
      }
      place = end
    }
  }

  /// The ends of a block, and whether another operation there could shorten the path.
  private struct Block {
    var first: Int32
    var last: Int32
    var isFrontFree: Bool
    var isBackFree: Bool
  }

  @inline(__always) private func forEachElsewhere(
    _ node: Int32, _ graph: FlexibleGraph, _ visit: (FlexibleMove, Int32) -> Void
  ) {
    let (completion, tail, after) = (graph.completion.pointer, graph.tail.pointer, graph.after.pointer)
    let head = graph.head[node]
    let rest = graph.rest[node]
    let mode = graph.mode[node]
    for choice in graph.modes(of: node) where choice != mode {
      let length = graph.modeDuration[choice]
      var left: Int32 = 0
      var right = graph.first[graph.modeMachine[choice]]
      // A machine may do it in two ways: then it stands in its own list, where it does not count.
      while right != 0 && (completion[Int(right)] <= head || right == node) {
        if right != node { left = right }
        right = after[Int(right)]
      }
      while true {
        visit(
          FlexibleMove(node: node, mode: choice, previous: left),
          max(head, completion[Int(left)]) &+ length &+ max(rest, tail[Int(right)]))
        if right == 0 || tail[Int(right)] <= rest { break }
        left = right
        right = after[Int(right)]
        if right == node { right = after[Int(right)] }
      }
    }
  }

  @inline(__always) private func forEachOnItsMachine(
    _ node: Int32, _ block: Block, _ graph: FlexibleGraph, _ visit: (FlexibleMove, Int32) -> Void
  ) {
    let (completion, tail, duration) = (graph.completion.pointer, graph.tail.pointer, graph.duration.pointer)
    let (before, after) = (graph.before.pointer, graph.after.pointer)
    let (head, rest) = (graph.head.pointer, graph.rest.pointer)
    let mode = graph.mode[node]
    let own = Int(node)

    // Forward: behind the next, the one after that, and so on.
    var changes = node == block.first && block.isFrontFree
    var reached = completion[Int(before[own])]
    var count = 0
    var target = after[own]
    let bar = graph.latestStart(ofWhatFollows: node)
    while target != 0 && tail[Int(target)] > bar {
      let start = max(head[Int(target)], reached)
      passed[count] = target
      estimated[count] = start
      reached = start &+ duration[Int(target)]
      count &+= 1
      if target == block.last && block.isBackFree { changes = true }
      let next = after[Int(target)]
      if changes {
        var left = max(rest[own], tail[Int(next)]) &+ duration[own]
        var longest = max(head[own], reached) &+ left
        var index = count
        while index > 0 {
          index &-= 1
          let other = Int(passed[index])
          left = max(rest[other], left) &+ duration[other]
          longest = max(longest, estimated[index] &+ left)
        }
        visit(FlexibleMove(node: node, mode: mode, previous: target), longest)
      }
      target = next
    }

    // Backward: before the one before it, and so on.
    changes = node == block.last && block.isBackFree
    var left = tail[Int(after[own])]
    count = 0
    target = before[own]
    let limit = graph.earliestEnd(ofWhatPrecedes: node)
    while target != 0 && completion[Int(target)] > limit {
      let behind = max(rest[Int(target)], left)
      passed[count] = target
      estimated[count] = behind
      left = behind &+ duration[Int(target)]
      count &+= 1
      if target == block.first && block.isFrontFree { changes = true }
      let previous = before[Int(target)]
      if changes {
        var reached = max(head[own], completion[Int(previous)]) &+ duration[own]
        var longest = reached &+ max(rest[own], left)
        var index = count
        while index > 0 {
          index &-= 1
          let other = Int(passed[index])
          reached = max(head[other], reached) &+ duration[other]
          longest = max(longest, reached &+ estimated[index])
        }
        visit(FlexibleMove(node: node, mode: mode, previous: previous), longest)
      }
      target = previous
    }
  }
}

extension FlexibleGraph {
  /// A node with a longer tail than this surely waits for nothing that waits for the node given, and is not waiting for it itself: behind
  /// what follows a tail is at most as long as its own without its duration.
  @inline(__always) fileprivate func latestStart(ofWhatFollows node: Int32) -> Int32 {
    var most: Int32 = -1
    for place in Int(successorStart[node])..<Int(successorStart[node &+ 1]) {
      let next = successors[place]
      most = max(most, machine[next] == machine[node] ? tail[next] : tail[next] &- duration[next])
    }
    return most
  }

  /// A node that is complete later than this surely precedes nothing that the node given waits for, and is not waited for itself.
  @inline(__always) fileprivate func earliestEnd(ofWhatPrecedes node: Int32) -> Int32 {
    var most: Int32 = -1
    for place in Int(predecessorStart[node])..<Int(predecessorStart[node &+ 1]) {
      let previous = predecessors[place]
      most = max(
        most, machine[previous] == machine[node] ? completion[previous] : completion[previous] &- duration[previous])
    }
    return most
  }
}
