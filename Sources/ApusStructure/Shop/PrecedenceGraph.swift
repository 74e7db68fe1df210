/// A graph of precedences, and the two ways in which it is cut into chains.
struct PrecedenceGraph {
  let nodeCount: Int
  private let outgoing: Neighbours
  private let incoming: Neighbours

  init(nodeCount: Int, before: [Int32], after: [Int32]) {
    self.nodeCount = nodeCount
    outgoing = Neighbours(of: before, are: after, nodeCount: nodeCount)
    incoming = Neighbours(of: after, are: before, nodeCount: nodeCount)
  }

  /// The nodes in topological order, and for every node the longest path that leads to it; nil where there is a circle.
  func depths() -> (order: [Int], depth: [Int32])? {
    var waiting = (0..<nodeCount).map { incoming[$0].count }
    var depth = [Int32](repeating: 0, count: nodeCount)
    var order = (0..<nodeCount).filter { waiting[$0] == 0 }
    var visited = 0
    while visited < order.count {
      let node = order[visited]
      visited += 1
      for next in outgoing[node].lazy.map(Int.init) {
        depth[next] = max(depth[next], depth[node] + 1)
        waiting[next] -= 1
        if waiting[next] == 0 { order.append(next) }
      }
    }
    return visited < nodeCount ? nil : (order, depth)
  }

  /// The successor of every node, or -1, if the graph is chains with transitive extras.
  ///
  /// In a chain the neighbour of a node is one step deeper, and a transitive extra leads deeper than that.
  func stepwiseSuccessors(depth: [Int32]) -> [Int32] {
    var successor = [Int32](repeating: -1, count: nodeCount)
    // A graph that is no chains may lead two nodes to one.
    var isTaken = [Bool](repeating: false, count: nodeCount)
    for node in 0..<nodeCount {
      let next = outgoing[node].first { depth[Int($0)] == depth[node] + 1 && !isTaken[Int($0)] }
      guard let next else { continue }
      successor[node] = next
      isTaken[Int(next)] = true
    }
    return successor
  }

  /// The successor of every node, or -1: of the edges in the order given, each that joins two loose ends, but for those that a
  /// path of two edges makes needless. A side constraint written after the routing thus leaves the routing alone.
  ///
  /// The search for paths of two edges is given up when it is no longer linear.
  func firstSuccessors(before: [Int32], after: [Int32]) -> [Int32] {
    var work = 64 * (nodeCount + before.count)
    var mark = [Int32](repeating: -1, count: nodeCount)
    var needless: Set<Int> = []
    for node in 0..<nodeCount where incoming[node].count > 1 && work > 0 {
      for previous in incoming[node] { mark[Int(previous)] = Int32(node) }
      for previous in incoming[node].lazy.map(Int.init) {
        work -= outgoing[previous].count
        if outgoing[previous].contains(where: { mark[Int($0)] == node }) {
          needless.insert(previous * nodeCount + node)
        }
      }
    }
    var successor = [Int32](repeating: -1, count: nodeCount)
    var isTaken = [Bool](repeating: false, count: nodeCount)
    for (previous, next) in zip(before, after) where successor[Int(previous)] < 0 && !isTaken[Int(next)] {
      guard !needless.contains(Int(previous) * nodeCount + Int(next)) else { continue }
      successor[Int(previous)] = next
      isTaken[Int(next)] = true
    }
    return successor
  }
}

/// The neighbours of every node of a graph, in one array.
private struct Neighbours {
  private var start: [Int]
  private var neighbours: [Int32]

  init(of nodes: [Int32], are others: [Int32], nodeCount: Int) {
    start = [Int](repeating: 0, count: nodeCount + 1)
    for node in nodes { start[Int(node) + 1] += 1 }
    for node in 0..<nodeCount { start[node + 1] += start[node] }
    var free = start
    neighbours = [Int32](repeating: 0, count: nodes.count)
    for (node, other) in zip(nodes, others) {
      neighbours[free[Int(node)]] = other
      free[Int(node)] += 1
    }
  }

  subscript(node: Int) -> ArraySlice<Int32> { neighbours[start[node]..<start[node + 1]] }
}
