extension Core {
  /// Whether `premises` imply `asked` by what the constraint behind `reason` means.
  func judges(_ reason: Reason, _ premises: [Bound], _ asked: Bound, _ root: RootDomains) -> Judgement {
    switch reason.kind {
    case Reason.decision: .implied
    case Reason.clause: verdict(judgesClause(reason.a, premises, asked, root))
    case Reason.edge: verdict(judgesEdge(edges[reason.a], premises, asked, root))
    case Reason.guardOfEdge: verdict(judgesGuard(edges[reason.a], premises, asked, root))
    case Reason.crossing: judgesCrossing(crossings[reason.a], premises, asked, root)
    case Reason.unguardedCycle: verdict(judgesEdges(premises, asked, root))
    default: propagators[Int(reason.kind - Reason.firstPropagator)].judge(premises, asked, root: root)
    }
  }

  /// The premises give the opposite bound and imply one that crosses it; what is concluded is that the scope is void, or a conflict.
  func judgesCrossing(
    _ attempt: Event, _ premises: [Bound], _ asked: Bound?, _ root: RootDomains
  ) -> Judgement {
    let signed = attempt.signed
    let presence = scope[signed >> 1]
    let opposite = root.limits(given: premises, butNot: nil)[Int(signed ^ 1)]
    let isConclusionRight =
      asked.map { $0 == Bound(presence ^ 1) } ?? (presence == Core.always || premises.contains(Bound(presence)))
    guard isConclusionRight else { return .notImplied }
    return judges(attempt.reason, premises, Bound(signed, -opposite - 1), root)
  }

  /// The first literal is the conclusion or stronger, and every other one fails by a premise.
  private func judgesClause(
    _ reference: ClauseReference, _ premises: [Bound], _ asked: Bound, _ root: RootDomains
  ) -> Bool {
    let literals = arena.literals(reference)
    guard literals[0].signed == asked.signed, literals[0].limit <= asked.limit else { return false }
    let limits = root.limits(given: premises, butNot: nil)
    return (1..<arena.size(reference)).allSatisfy { limits[Int((!literals[$0]).signed)] <= (!literals[$0]).limit }
  }

  /// The source is low enough, the guard holds, and the target's presence means that of the source.
  private func judgesEdge(
    _ edge: DifferenceEdge, _ premises: [Bound], _ asked: Bound, _ root: RootDomains
  ) -> Bool {
    let limits = root.limits(given: premises, butNot: nil)
    return edge.target == asked.signed
      && Int(limits[Int(edge.source)]) + Int(edge.weight) <= Int(asked.limit)
      && limits[Int(edge.guardLiteral)] + (edge.guardLiteral & 1) <= 0 && isWellScoped(edge)
  }

  private func judgesGuard(
    _ edge: DifferenceEdge, _ premises: [Bound], _ asked: Bound, _ root: RootDomains
  ) -> Bool {
    let limits = root.limits(given: premises, butNot: nil)
    return asked == Bound(edge.guardLiteral ^ 1)
      && Int(limits[Int(edge.source)]) + Int(edge.weight) < -Int(limits[Int(edge.target ^ 1)]) && isWellScoped(edge)
  }

  /// Whether the edge may push. That a guard implies the presence of both ends is a matter of clauses and taken on trust here; the
  /// tests with all solutions at hand judge that too.
  private func isWellScoped(_ edge: DifferenceEdge) -> Bool {
    let (source, target) = (scope[edge.source >> 1], scope[edge.target >> 1])
    return edge.guardLiteral != Core.always || source == Core.always || source == target
      || implies(target, source)
  }

  /// Whether a clause, or the root, says that `q` holds where `p` does.
  private func implies(_ p: Truth, _ q: Truth) -> Bool {
    // What the root has found out since it was last settled counts too: a clause that holds by that is not kept.
    let root = Int32(level == 0 ? trail.count : Int(levelStart[0]))
    if holds(q, at: root) || holds(p ^ 1, at: root) { return true }
    var reference = arena.first
    while let clause = reference {
      let literals = arena.literals(clause)
      if arena.size(clause) == 2, Set([literals[0], literals[1]]) == [Bound(p ^ 1), Bound(q)] { return true }
      reference = arena.next(after: clause)
    }
    return false
  }

  private func judgesEdges(_ premises: [Bound], _ asked: Bound, _ root: RootDomains) -> Bool {
    var judgement = EdgeJudgement(self, root, premises: premises, butNot: asked)
    return judgement.isContradictory()
  }

  private func verdict(_ isRight: Bool) -> Judgement { isRight ? .implied : .notImplied }

  /// The name of the rule behind a reason.
  func rule(of reason: Reason) -> String {
    switch reason.kind {
    case Reason.decision: return "decision"
    case Reason.clause: return "clause"
    case Reason.edge: return "edge"
    case Reason.guardOfEdge: return "guard of an edge"
    case Reason.crossing: return "crossing"
    case Reason.unguardedCycle: return "cycle of edges"
    default:
      let propagator = propagators[Int(reason.kind - Reason.firstPropagator)]
      if propagator is NoOverlapPropagator, let rule = NoOverlapPropagator.Rule(rawValue: reason.a & 15) {
        return "\(rule)"
      }
      if propagator is CumulativePropagator, let rule = CumulativePropagator.Rule(rawValue: reason.a & 3) {
        return "cumulative \(rule)"
      }
      if propagator is WorkPropagator, let rule = WorkPropagator.Rule(rawValue: reason.a) { return "work \(rule)" }
      return "\(type(of: propagator))"
    }
  }
}
