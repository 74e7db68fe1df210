extension Core {
  /// Pushes along the edges that were posted since the last propagation: their sources may never have an event of their own.
  ///
  /// Edges are posted at the root, so this happens there, and what it concludes stays.
  @inline(never) mutating func propagateNewEdges() -> Bool {
    assert(level == 0)
    while pushedEdges < edges.count {
      let number = Int32(truncatingIfNeeded: pushedEdges)
      let edge = edges[number]
      pushedEdges &+= 1
      let new = limit[edge.source] &+ edge.weight
      if new >= limit[edge.target] { continue }
      if holds(edge.guardLiteral) {
        if !set(Bound(edge.target, new), Reason(Reason.edge, number)) { return false }
      } else if limit[edge.target ^ 1] < -new && !fails(edge.guardLiteral) {
        if !set(edge.guardLiteral ^ 1, Reason(Reason.guardOfEdge, number)) { return false }
      }
    }
    return true
  }
}
