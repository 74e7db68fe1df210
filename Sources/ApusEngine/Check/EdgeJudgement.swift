/// Do the difference edges alone contradict some premises? Judged by relaxing every edge until nothing changes, however long that
/// takes to show, and not by the engine's propagation.
struct EdgeJudgement {
  let edges: [DifferenceEdge]
  let scopes: [Truth]
  var limits: [Int32]

  init(_ core: borrowing Core, _ root: RootDomains, premises: [Bound], butNot conclusion: Bound?) {
    edges = core.edges.array
    scopes = root.scopes
    limits = root.limits(given: premises, butNot: conclusion)
  }

  private func holds(_ truth: Truth) -> Bool { limits[Int(truth)] + (truth & 1) <= 0 }

  /// Whether there are no values: a present variable has none left, or a cycle climbs for ever.
  mutating func isContradictory() -> Bool {
    let present = presentVariables()
    func isEmpty(_ variable: Int) -> Bool { present[variable] && limits[2 * variable] < -limits[2 * variable + 1] }
    if scopes.indices.contains(where: isEmpty) { return true }
    // An edge counts where it holds and its target is present; then its source is too.
    let active = edges.filter { holds($0.guardLiteral) && present[Int($0.target >> 1)] }
    for _ in 0...limits.count {
      var isChanged = false
      for edge in active {
        let new = limits[Int(edge.source)] + edge.weight
        guard new < limits[Int(edge.target)] else { continue }
        limits[Int(edge.target)] = new
        isChanged = true
        if isEmpty(Int(edge.target >> 1)) { return true }
      }
      if !isChanged { return false }
    }
    // More rounds than there are variables: some cycle is negative.
    return true
  }

  /// Variables whose scope holds, or that a guard which holds says are present.
  private func presentVariables() -> [Bool] {
    var literals = Set<Truth>([Core.always])
    for literal in scopes where holds(literal) { literals.insert(literal) }
    for edge in edges where edge.guardLiteral != Core.always && holds(edge.guardLiteral) {
      literals.insert(scopes[Int(edge.source >> 1)])
      literals.insert(scopes[Int(edge.target >> 1)])
    }
    return scopes.map { literals.contains($0) }
  }
}
