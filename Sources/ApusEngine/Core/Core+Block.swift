extension Core {
  /// Adds a clause of which every literal fails by now, so that the present assignment does not come again, and goes back just far enough
  /// to go on searching: to the level below the highest of the clause. Where it leaves one literal open there, that is set.
  ///
  /// The clause is one of the problem: it is never forgotten. Returns false where nothing is left, because all literals fail at the root.
  mutating func block(_ literals: [Bound]) -> Bool {
    var highest: Int32 = 0
    var latest: [(event: Int32, literal: Bound)] = []
    for literal in literals {
      let event = implyingEvent(of: !literal)
      guard event >= 0 else { continue }
      latest.append((event, literal))
      highest = max(highest, trail[event].level)
    }
    guard highest > 0 else { return false }
    if latest.count == 1 {
      // It holds from the root on, whatever was decided before: above, it would be lost when that is taken back.
      backtrack(to: 0)
      return set(latest[0].literal, Reason(Reason.decision))
    }
    // The latest first: what is open afterwards stands in front, and then what fails last, as watches need it.
    latest.sort { $0.event > $1.event }
    backtrack(to: highest - 1)
    let clause = latest.map(\.literal)
    let open = clause.count { !fails($0) }
    assert(open > 0 && clause.prefix(open).allSatisfy { !fails($0) })
    let reference = arena.add(Column(clause), lbd: -1)
    watch(clause[0], of: reference, blocker: clause[1])
    watch(clause[1], of: reference, blocker: clause[0])
    return open > 1 || set(clause[0], Reason(Reason.clause, reference))
  }
}
