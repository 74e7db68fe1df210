import ApusModel

/// The makespan: the largest completion.
struct MakespanMeasure: ~Copyable {
  /// Scratch of the estimate: starts after the move.
  private let estimated: Column<Int32>

  /// A measure of schedules of so many operations.
  init(operationCount: Int) { estimated = Column(repeating: 0, count: operationCount) }

  var nodesPerMove: Int { estimated.count }
  var byteCount: Int { estimated.byteCount }

  @inline(__always) func value(of graph: DisjunctiveGraph) -> Int { Int(graph.makespan) }

  /// One of the last operations, at random.
  func bottleneck(_ graph: DisjunctiveGraph, value: Int, _ random: inout SplitMix64) -> Int32? {
    var node: Int32?
    var ties: UInt64 = 0
    for job in 0..<graph.jobCount {
      let last = graph.lastNode(ofJob: job)
      if Int(graph.completion[last]) != value { continue }
      ties += 1
      if ties == 1 || random.next(below: ties) == 0 { node = last }
    }
    return node
  }

  /// The longest path through an operation of the part that changes, computed with the completions before it and the tails behind
  /// it as they are now (Balas and Vazacopoulos 1998). The makespan is seldom less, and more where the longest path goes elsewhere.
  ///
  /// The path through the operation that moves is often the longest, and known after one pass over the part: where it is longer than
  /// `limit` already, the second pass is left out.
  @inline(__always) func estimate(
    _ move: BlockMove, _ nodes: UnsafeMutablePointer<Int32>, _ graph: DisjunctiveGraph, limit: Int
  ) -> Int {
    let completion = graph.completion.pointer
    let tail = graph.tail.pointer
    let duration = graph.duration.pointer
    let estimated = estimated.pointer
    let first = Int(move.first)
    let last = Int(move.last)
    var reached = completion[Int(graph.before[nodes[first]])]
    var left = tail[Int(graph.after[nodes[last]])]
    var longest: Int32
    if move.isForward {
      for index in (first &+ 1)...last {
        let node = Int(nodes[index])
        let start = max(completion[node &- 1], reached)
        estimated[index] = start
        reached = start &+ duration[node]
      }
      let node = Int(nodes[first])
      left = max(tail[node &+ 1], left) &+ duration[node]
      longest = max(completion[node &- 1], reached) &+ left
      if Int(longest) > limit { return Int(longest) }
      var index = last
      while index > first {
        let node = Int(nodes[index])
        left = max(tail[node &+ 1], left) &+ duration[node]
        longest = max(longest, estimated[index] &+ left)
        index &-= 1
      }
    } else {
      var index = last &- 1
      while index >= first {
        let node = Int(nodes[index])
        let behind = max(tail[node &+ 1], left)
        estimated[index] = behind
        left = behind &+ duration[node]
        index &-= 1
      }
      let node = Int(nodes[last])
      reached = max(completion[node &- 1], reached) &+ duration[node]
      longest = reached &+ max(tail[node &+ 1], left)
      if Int(longest) > limit { return Int(longest) }
      for index in first..<last {
        let node = Int(nodes[index])
        reached = max(completion[node &- 1], reached) &+ duration[node]
        longest = max(longest, reached &+ estimated[index])
      }
    }
    return Int(longest)
  }
}
