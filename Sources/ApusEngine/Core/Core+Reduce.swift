extension Core {
  /// Forgets learned clauses that have not been of use, and rebuilds arena and watches without what the root decides.
  ///
  /// Only at the root, after propagation: there no clause is the reason of anything. Clauses of few levels are kept for good
  /// (Audemard and Simon 2009); of the rest, the half that took part in conflicts most recently.
  mutating func reduceClauses(keepingLBD keptLBD: Int32) {
    assert(level == 0 && trail.isEmpty)
    var candidates: [(activity: Int32, reference: ClauseReference)] = []
    var reference = arena.first
    while let clause = reference {
      if arena.lbd(clause) > keptLBD { candidates.append((arena.activity(clause), clause)) }
      reference = arena.next(after: clause)
    }
    candidates.sort { $0 < $1 }
    let dropped = Set(candidates.prefix(candidates.count / 2).map(\.reference))

    var fresh = ClauseArena()
    watches.removeAll()
    var literals = Column<Bound>()
    reference = arena.first
    while let clause = reference {
      reference = arena.next(after: clause)
      if dropped.contains(clause) || !collectOpenLiterals(of: clause, into: &literals) { continue }
      assert(literals.count >= 2, "propagation at the root has made every clause true or left it two open literals")
      let moved = fresh.add(literals, lbd: arena.lbd(clause))
      fresh.setActivity(moved, arena.activity(clause))
      watch(literals[0], of: moved, blocker: literals[1])
      watch(literals[1], of: moved, blocker: literals[0])
    }
    arena = fresh
  }

  /// Returns false where the clause holds at the root.
  private func collectOpenLiterals(of clause: ClauseReference, into literals: inout Column<Bound>) -> Bool {
    literals.removeAll()
    let source = arena.literals(clause)
    for index in 0..<arena.size(clause) {
      if holds(source[index]) { return false }
      if !fails(source[index]) { literals.append(source[index]) }
    }
    return true
  }
}
