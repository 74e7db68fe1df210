import ApusModel

/// One longest path of a flexible shop's graph, chosen at random where there are several, cut into blocks: maximal runs of operations that
/// follow each other on one machine.
struct FlexiblePath: ~Copyable {
  /// The nodes of the path from the last to the first are `nodes[0..<count]`.
  let nodes: Column<Int32>
  private(set) var count = 0
  /// By place: whether the node is on the path because of the next place's, which runs before it on its machine.
  let isLinked: Column<Bool>

  init(operationCount: Int) {
    nodes = Column(repeating: 0, count: operationCount)
    isLinked = Column(repeating: false, count: operationCount)
  }

  /// Finds a longest path. Complexity: O(*nodes*).
  mutating func trace(_ graph: FlexibleGraph, _ random: inout SplitMix64) {
    let (completion, before) = (graph.completion.pointer, graph.before.pointer)
    let (start, predecessors) = (graph.predecessorStart.pointer, graph.predecessors.pointer)
    var node: Int32 = 0
    var ties: UInt64 = 0
    for last in 1...Int32(graph.operationCount) where completion[Int(last)] == graph.makespan {
      ties += 1
      if ties == 1 || random.next(below: ties) == 0 { node = last }
    }
    count = 0
    while node != 0 {
      nodes[count] = node
      let begin = completion[Int(node)] &- graph.duration[node]
      let onMachine = before[Int(node)]
      var next: Int32 = 0
      ties = 0
      if onMachine != 0 && completion[Int(onMachine)] == begin { (next, ties) = (onMachine, 1) }
      for place in Int(start[Int(node)])..<Int(start[Int(node) + 1]) {
        let other = predecessors[place]
        if completion[Int(other)] != begin { continue }
        ties += 1
        if ties == 1 || random.next(below: ties) == 0 { next = other }
      }
      isLinked[count] = next != 0 && next == onMachine
      count += 1
      node = next
    }
  }

  /// The place behind the last of the block that begins at a place, both counted from the path's end.
  @inline(__always) func endOfBlock(from place: Int) -> Int {
    var end = place
    while isLinked[end] { end &+= 1 }
    return end &+ 1
  }
}
