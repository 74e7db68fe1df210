/// `target - source <= weight` where `guardLiteral` holds, between signed variables.
///
/// A new limit *k* of the source pushes the target to *k* + weight; where the target cannot go there, the guard fails.
/// Every edge is posted together with its contrapositive, from the target's opposite to the source's, so precedences push starts
/// forward and ends back by the same few lines.
///
/// Scopes: an edge may stand only where the guard, or the target's presence, implies the presence of both. See ``Core/addEdge``.
struct DifferenceEdge: BitwiseCopyable {
  var source: SignedVariable
  var target: SignedVariable
  var weight: Int32
  var guardLiteral: Truth
}

/// An edge as its source sees it, 16 bytes in a row for the propagation loop.
struct EdgeWatch: BitwiseCopyable {
  var target: SignedVariable
  var weight: Int32
  var guardLiteral: Truth
  var edge: Int32
}

extension Core {
  /// Posts `target - source <= weight` under a guard, without its contrapositive.
  ///
  /// - Precondition: at the root. The guard implies that source and target are present, or it is `always` and the target's
  ///   presence implies the source's.
  mutating func addEdge(
    from source: SignedVariable, to target: SignedVariable, weight: Int32, if guardLiteral: Truth = Core.always
  ) {
    let edge = Int32(edges.count)
    edges.append(DifferenceEdge(source: source, target: target, weight: weight, guardLiteral: guardLiteral))
    outgoing.append(EdgeWatch(target: target, weight: weight, guardLiteral: guardLiteral, edge: edge), to: source)
    if guardLiteral != Core.always { guarded.append(edge, to: guardLiteral) }
  }

  /// Posts `y >= x + distance` under a guard, for both directions of propagation.
  mutating func addDistance(from x: Int32, to y: Int32, _ distance: Int32, if guardLiteral: Truth = Core.always) {
    addEdge(from: 2 * x + 1, to: 2 * y + 1, weight: -distance, if: guardLiteral)
    addEdge(from: 2 * y, to: 2 * x, weight: -distance, if: guardLiteral)
  }

  /// Pushes along the edges from a source that has a new limit, and drops guards of edges that can no longer hold.
  @inline(__always) mutating func propagateEdges(from source: SignedVariable) -> Bool {
    let list = outgoing[source]
    guard var watch = list.pointer else { return true }
    let end = watch + Int(list.count)
    // Columns do not move during propagation: no variable is made.
    let limits = limit.pointer
    let base = limits[Int(source)]
    work &+= Int(list.count) >> 3
    while watch < end {
      let new = base &+ watch.pointee.weight
      let target = Int(watch.pointee.target)
      if new < limits[target] {
        let guardLiteral = Int(watch.pointee.guardLiteral)
        let offset = Int32(truncatingIfNeeded: guardLiteral & 1)
        if limits[guardLiteral] &+ offset <= 0 {
          let reason = Reason(Reason.edge, watch.pointee.edge)
          if !set(Bound(watch.pointee.target, new), reason) { return false }
        } else if limits[target ^ 1] < -new, limits[guardLiteral ^ 1] &+ (1 &- offset) > 0 {
          let reason = Reason(Reason.guardOfEdge, watch.pointee.edge)
          if !set(watch.pointee.guardLiteral ^ 1, reason) { return false }
        }
      }
      watch += 1
    }
    return true
  }

  /// Pushes along the edges whose guard has just come to hold.
  @inline(__always) mutating func propagateGuarded(by guardLiteral: Truth) -> Bool {
    let list = guarded[guardLiteral]
    guard let pointer = list.pointer else { return true }
    var index = 0
    while index < Int(list.count) {
      let number = pointer[index]
      let edge = edges[number]
      let new = limit[edge.source] &+ edge.weight
      if new < limit[edge.target], !set(Bound(edge.target, new), Reason(Reason.edge, number)) { return false }
      index &+= 1
    }
    return true
  }
}
