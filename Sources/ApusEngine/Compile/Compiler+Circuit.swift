import ApusModel

extension Compiler {
  /// The most arcs that are made into literals.
  private static let mostArcs = 1_000_000

  /// One circuit: a literal for each arc, all successors different, and no circuit that misses nodes.
  mutating func post(_ circuit: Circuit) throws(ModelError) {
    let count = circuit.successors.count
    guard count * count <= Self.mostArcs else {
      throw ModelError(culprit, "a circuit of \(count) nodes has more than \(Self.mostArcs) arcs")
    }
    let successors = try views(of: circuit.successors)
    for view in successors {
      require(result.core.set(view.atLeast(0), Reason(Reason.decision)))
      require(result.core.set(view.atMost(Int32(count - 1)), Reason(Reason.decision)))
    }
    if !result.isConsistent { return }
    var arcs: [[Truth]] = []
    for (node, view) in successors.enumerated() {
      arcs.append((0..<count).map { isEqual(view.variable, Int32($0) - view.offset) })
      if count > 1, !circuit.allowsSkipping { require(result.core.addClause(arcs[node][node] ^ 1)) }
    }
    guard count > 1 else { return }
    try postAllDifferent(successors)
    add(CircuitPropagator(successors, arcs: arcs, allowsSkipping: circuit.allowsSkipping))
  }
}
