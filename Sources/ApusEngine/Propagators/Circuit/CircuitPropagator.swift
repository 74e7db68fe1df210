// No circuit that misses nodes.
//
// Statement. The arcs that hold, one from each node, form one circuit through all nodes; where skipping is allowed, through all nodes that are not their
// own successors.
//   Rule 1. A path that does not go through all nodes is not closed: the arc from its end to its start fails. With skipping: where a node off the path
//           cannot be skipped.
//   Rule 2. With skipping: a node off a circuit is its own successor.
// Explanation. The arcs of the path; for rule 1 with skipping also that the node is not skipped.
//
// (Caseau and Laburthe, "Solving small TSPs with constraints", ICLP 1997; explanations as in Francis and Stuckey, "Explaining circuit propagation",
// Constraints 19, 2014.) O(n) for the paths that hold and O(n) for each with skipping. That the arcs into and out of a node exclude each other is posted apart.

final class CircuitPropagator: Propagator {
  /// The literals of arcs by first and second node; `Core.never` for those that cannot be.
  private let arcs: [[Truth]]
  let successors: [IntegerView]
  let allowsSkipping: Bool

  init(_ successors: [IntegerView], arcs: [[Truth]], allowsSkipping: Bool) {
    self.successors = successors
    self.arcs = arcs
    self.allowsSkipping = allowsSkipping
  }

  override func attach(_ core: inout Core) {
    for view in successors {
      core.wake(number, on: view.signed, flags: 1)
      core.wake(number, on: view.signed ^ 1, flags: 1)
    }
    if allowsSkipping {
      for node in arcs.indices { core.wake(number, on: arcs[node][node] ^ 1, flags: 1) }
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    core.work &+= successors.count
    let next = successors.indices.map { successor(of: $0, in: core) }
    var isEntered = Array(repeating: false, count: next.count)
    for case let node? in next { isEntered[node] = true }
    var isVisited = Array(repeating: false, count: next.count)
    for start in next.indices where !isEntered[start] && next[start] != nil {
      var path = [start]
      while let node = next[path[path.count - 1]], path.count <= next.count { path.append(node) }
      for node in path { isVisited[node] = true }
      // Two arcs into one node: their clauses will say so.
      if path.count > next.count { return true }
      if !leaveOpen(path, &core) { return false }
    }
    for start in next.indices where !isVisited[start] && next[start] != nil && next[start] != start {
      var cycle = [start]
      while let node = next[cycle[cycle.count - 1]], node != start { cycle.append(node) }
      for node in cycle { isVisited[node] = true }
      if !skipOthers(than: cycle, &core) { return false }
    }
    return true
  }

  /// The node that follows by an arc that holds.
  private func successor(of node: Int, in core: borrowing Core) -> Int? {
    let view = successors[node]
    guard core.isFixed(view.variable) else { return nil }
    let next = Int(view.lower(in: core))
    return core.holds(arcs[node][next]) ? next : nil
  }

  /// Rule 1.
  private func leaveOpen(_ path: [Int], _ core: inout Core) -> Bool {
    guard path.count < arcs.count else { return true }
    let (start, end) = (path[0], path[path.count - 1])
    let closing = arcs[end][start]
    if core.fails(closing) { return true }
    var missed: Int32 = -1
    if allowsSkipping {
      let isOnPath = Set(path)
      guard let node = arcs.indices.first(where: { !isOnPath.contains($0) && core.fails(arcs[$0][$0]) }) else {
        return true
      }
      missed = Int32(node)
    }
    return core.set(closing ^ 1, reason(Int32(start), Int32(end), missed))
  }

  /// Rule 2; without skipping, a conflict.
  private func skipOthers(than cycle: [Int], _ core: inout Core) -> Bool {
    guard cycle.count < arcs.count else { return true }
    guard allowsSkipping else {
      core.conflict = Column(cycle.indices.map { Bound(arcs[cycle[$0]][cycle[($0 + 1) % cycle.count]]) })
      return false
    }
    let isOnCycle = Set(cycle)
    for node in arcs.indices where !isOnCycle.contains(node) && !core.holds(arcs[node][node]) {
      if !core.set(arcs[node][node], reason(Int32(cycle[0]), Int32(cycle[0]), -1)) { return false }
    }
    return true
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    var node = Int(reason.a)
    repeat {
      let next = Int(successors[node].lower(at: time, in: core))
      premises.append(Bound(arcs[node][next]))
      node = next
    } while node != Int(reason.b)
    if reason.c >= 0 { premises.append(Bound(arcs[Int(reason.c)][Int(reason.c)] ^ 1)) }
  }

  override func unsettled(in core: borrowing Core) -> [Int32] {
    let next = successors.map { Int($0.lower(in: core)) }
    let visited = next.indices.filter { !allowsSkipping || next[$0] != $0 }
    guard let first = visited.first else { return [] }
    var (node, count) = (first, 0)
    repeat {
      node = next[node]
      count += 1
    } while node != first && count <= visited.count
    return count == visited.count ? [] : successors.map(\.variable)
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    // Arcs that hold, the opposite of the conclusion among them, contain a circuit that misses a node which is not skipped.
    let limits = root.limits(given: premises, butNot: conclusion)
    func holds(_ truth: Truth) -> Bool { limits[Int(truth)] + (truth & 1) <= 0 }
    let next = arcs.map { row in row.indices.filter { holds(row[$0]) } }
    if next.contains(where: { $0.count > 1 }) { return .implied }
    for start in next.indices where next[start].first.map({ $0 != start || !allowsSkipping }) ?? false {
      var cycle: Set = [start]
      var node = next[start].first
      while let inner = node, inner != start, cycle.insert(inner).inserted { node = next[inner].first }
      guard node == start else { continue }
      let missed = arcs.indices.filter { !cycle.contains($0) }
      let isBroken = missed.contains { !allowsSkipping || holds(arcs[$0][$0] ^ 1) }
      if isBroken { return .implied }
    }
    return .notImplied
  }
}
