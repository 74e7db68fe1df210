extension Core {
  /// Appends to `premises` literals that held before `time` and that imply `asked` by way of `reason`.
  ///
  /// `asked` may be weaker than what was inferred; the slack makes the premises weaker too.
  func explain(_ asked: Bound, _ reason: Reason, at time: Int32, into premises: inout Column<Bound>) {
    switch reason.kind {
    case Reason.decision:
      // A fact that is posted at the root may leave a variable without a value there; nothing else asks this of a decision.
      assert(level == 0, "a decision has no premises")
    case Reason.clause:
      let literals = arena.literals(reason.a)
      for index in 1..<arena.size(reason.a) { premises.append(!literals[index]) }
    case Reason.edge:
      let edge = edges[reason.a]
      premises.append(Bound(edge.source, asked.limit &- edge.weight))
      if edge.guardLiteral != Core.always { premises.append(Bound(edge.guardLiteral)) }
    case Reason.guardOfEdge:
      let edge = edges[reason.a]
      appendContradiction(edge.source, edge.target ^ 1, sumBelow: -edge.weight, at: time, into: &premises)
    case Reason.crossing:
      explainCrossing(crossings[reason.a], at: time, into: &premises)
    case Reason.unguardedCycle:
      // Edges without guards hold at the root, so what their cycle says needs no premise.
      break
    default:
      propagators[Int(reason.kind - Reason.firstPropagator)]
        .explain(asked, reason, at: time, in: self, into: &premises)
    }
  }

  /// Why `attempt`, a bound that was inferred and could not be set, leaves its variable without a value.
  ///
  /// The bound is asked for no stronger than is needed to cross the opposite one.
  func explainCrossing(_ attempt: Event, at time: Int32, into premises: inout Column<Bound>) {
    let opposite = limit(of: attempt.signed ^ 1, at: time)
    premises.append(Bound(attempt.signed ^ 1, opposite))
    let asked = Bound(attempt.signed, -opposite &- 1)
    explain(asked, attempt.reason, at: time, into: &premises)
  }

  /// Literals `x <= a` and `y <= b` that hold at `time`, with `a + b < sum`: together they contradict `x + y >= sum`.
  ///
  /// The slack goes to the literal that came to hold later: its weaker form may have held earlier.
  func appendContradiction(
    _ x: SignedVariable, _ y: SignedVariable, sumBelow sum: Int32, at time: Int32, into premises: inout Column<Bound>
  ) {
    let a = limit(of: x, at: time)
    let b = limit(of: y, at: time)
    assert(a &+ b < sum)
    let slack = sum &- 1 &- a &- b
    if lastEvent(of: x, before: time) > lastEvent(of: y, before: time) {
      premises.append(Bound(x, a &+ slack))
      premises.append(Bound(y, b))
    } else {
      premises.append(Bound(x, a))
      premises.append(Bound(y, b &+ slack))
    }
  }

  /// The last event of `signed` before `time`, or -1.
  @inline(__always) func lastEvent(of signed: SignedVariable, before time: Int32) -> Int32 {
    var event = lastEvent[signed]
    while event >= time { event = trail[event].previousEvent }
    return event
  }
}
