extension Core {
  /// Takes out of the clause what follows from its other literals (Sörensson and Biere 2009), before dominated literals are
  /// dropped: the other order would let a later event of a variable justify an earlier one, in a circle.
  mutating func minimize(_ premises: inout Column<Bound>) {
    for index in 0..<analysis.below.count { _ = analysis.stampLevel(trail[analysis.below[index]].level) }
    for index in 0..<analysis.below.count {
      let event = analysis.below[index]
      premises.removeAll()
      if trail[event].reason.kind != Reason.decision,
        isImplied(event, asked: analysis.asked[event], &premises, depth: 0)
      {
        analysis.mark[event] = AnalysisState.Mark.redundant
      }
    }
  }

  /// Whether every premise of the literal holds at the root or follows from literals of the clause.
  ///
  /// Sound because premises come earlier on the trail: a literal of the clause counts for a premise only where it is the
  /// very event that first implied the premise.
  private mutating func isImplied(
    _ event: Int32, asked: Int32, _ premises: inout Column<Bound>, depth: Int
  ) -> Bool {
    let start = premises.count
    let entry = trail[event]
    explain(Bound(entry.signed, asked), entry.reason, at: event, into: &premises)
    work &+= premises.count - start
    var result = true
    var index = start
    while index < premises.count {
      if !isCovered(premises[index], &premises, depth: depth) {
        result = false
        break
      }
      index &+= 1
    }
    premises.truncate(start)
    return result
  }

  private mutating func isCovered(_ premise: Bound, _ premises: inout Column<Bound>, depth: Int) -> Bool {
    let event = implyingEvent(of: premise)
    if event < 0 { return true }
    let mark = analysis.mark[event]
    let known = analysis.asked[event]
    switch mark {
    case AnalysisState.Mark.inClause, AnalysisState.Mark.redundant:
      if known <= premise.limit { return true }
    case AnalysisState.Mark.needed:
      if premise.limit <= known { return false }
    default: break
    }
    let entry = trail[event]
    if entry.reason.kind == Reason.decision || depth >= 200 || !analysis.isStamped(level: entry.level) { return false }
    let implied = isImplied(event, asked: premise.limit, &premises, depth: depth + 1)
    if mark == AnalysisState.Mark.unseen || (mark == AnalysisState.Mark.needed && !implied) {
      analysis.touch(
        event, implied ? AnalysisState.Mark.redundant : AnalysisState.Mark.needed, asked: premise.limit)
    }
    return implied
  }
}
