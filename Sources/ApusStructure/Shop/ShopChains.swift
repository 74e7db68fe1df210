/// Disjoint chains through a graph of precedences: the jobs of a shop.
///
/// Where the precedences are chains with transitive extras, the chains found are these. Elsewhere they are paths of the graph,
/// so what they say holds, and what they do not say is for the caller to find out.
struct ShopChains {
  /// The nodes, chain by chain; chains in order of their smallest node.
  private(set) var nodes: [Int32] = []
  /// The first position of every chain in ``nodes``, and the number of nodes.
  private(set) var chainStart: [Int32] = []
  /// The chain of every node.
  private(set) var chain: [Int32] = []

  /// Finds the chains, or nil where the precedences run in a circle.
  ///
  /// Complexity: O(*nodes* + *edges*).
  init?(nodeCount: Int, before: [Int32], after: [Int32]) {
    let graph = PrecedenceGraph(nodeCount: nodeCount, before: before, after: after)
    guard let (order, depth) = graph.depths() else { return nil }
    join(graph.stepwiseSuccessors(depth: depth), order: order)
    if !zip(before, after).allSatisfy({ chain[Int($0)] == chain[Int($1)] }) {
      join(graph.firstSuccessors(before: before, after: after), order: order)
    }
  }

  /// Makes chains of links to at most one successor; `order` is topological.
  private mutating func join(_ successor: [Int32], order: [Int]) {
    let nodeCount = successor.count
    var head = (0..<nodeCount).map { Int32($0) }
    for node in order where successor[node] >= 0 { head[Int(successor[node])] = head[node] }
    chain = [Int32](repeating: -1, count: nodeCount)
    chainStart = [0]
    nodes.removeAll()
    nodes.reserveCapacity(nodeCount)
    for node in 0..<nodeCount where chain[node] < 0 {
      var current = head[node]
      while current >= 0 {
        chain[Int(current)] = Int32(chainStart.count - 1)
        nodes.append(current)
        current = successor[Int(current)]
      }
      chainStart.append(Int32(nodes.count))
    }
  }
}
