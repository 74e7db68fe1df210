extension Core {
  /// Learns a clause from `conflict`, backtracks and asserts it: the first unique implication point of Marques-Silva and
  /// Sakallah (1999), on bound literals.
  ///
  /// A resolved event stands for the strongest limit that was asked of it and not for the limit that it set, so what one
  /// explanation leaves slack carries through to the clause. Returns false where nothing can be learned: the root is inconsistent
  /// where ``conflictLevel`` is 0, otherwise the assumptions are refuted.
  mutating func learn() -> Bool {
    statistics.conflicts &+= 1
    if let inferenceCheck { inferenceCheck.judgeConflict(of: self) }
    failedAttempt = nil
    // After lifting, all premises may hold below the present level: go to the level where the conflict really is.
    var highest: Int32 = 0
    for index in 0..<conflict.count {
      let event = implyingEvent(of: conflict[index])
      if event >= 0 { highest = max(highest, trail[event].level) }
    }
    conflictLevel = highest
    if highest <= assumptionLevel { return false }
    backtrack(to: highest)

    analysis.begin(events: trail.count, levels: Int(level), signedVariables: limit.count)
    var premises = Column<Bound>(capacity: 256)
    let implicationPoint = resolve(&premises)
    minimize(&premises)
    collectLearned(implicationPoint)
    if let inferenceCheck { inferenceCheck.judgeLearned(analysis.learned.array) }
    analysis.clearMarks()
    activity.decay()
    return assertLearned()
  }

  /// Resolves the conflict until one event of its level is left, which is returned; the others are in `analysis.below`.
  private mutating func resolve(_ premises: inout Column<Bound>) -> Int32 {
    var open = 0
    for index in 0..<conflict.count { mark(conflict[index], &open) }
    var event = Int32(trail.count)
    while true {
      event &-= 1
      if analysis.mark[event] != AnalysisState.Mark.inClause { continue }
      let entry = trail[event]
      if entry.level != level { continue }
      if open == 1 { return event }
      open &-= 1
      analysis.mark[event] = AnalysisState.Mark.resolved
      premises.removeAll()
      explain(Bound(entry.signed, analysis.asked[event]), entry.reason, at: event, into: &premises)
      if entry.reason.kind == Reason.clause { arena.setActivity(entry.reason.a, Int32(statistics.conflicts)) }
      work &+= premises.count
      for index in 0..<premises.count { mark(premises[index], &open) }
    }
  }

  @inline(__always) private mutating func mark(_ premise: Bound, _ open: inout Int) {
    let event = implyingEvent(of: premise)
    if event < 0 { return }
    if analysis.mark[event] == AnalysisState.Mark.unseen {
      analysis.touch(event, AnalysisState.Mark.inClause, asked: premise.limit)
      activity.bump(premise.signed >> 1)
      if trail[event].level == level {
        open &+= 1
      } else {
        analysis.below.append(event)
      }
    } else if premise.limit < analysis.asked[event] {
      analysis.asked[event] = premise.limit
    }
  }

  private mutating func collectLearned(_ implicationPoint: Int32) {
    let literal = Bound(trail[implicationPoint].signed, analysis.asked[implicationPoint])
    analysis.learned.append(!literal)
    analysis.noteLatest(implicationPoint, of: literal.signed)
    for index in 0..<analysis.below.count where isInClause(analysis.below[index]) {
      let event = analysis.below[index]
      analysis.noteLatest(event, of: trail[event].signed)
    }
    var levels: Int32 = 1
    var second: (level: Int32, index: Int) = (-1, 0)
    analysis.restamp()
    for index in 0..<analysis.below.count {
      let event = analysis.below[index]
      let entry = trail[event]
      // Of several premises on one signed variable the latest is the strongest, and implies the others.
      guard isInClause(event), analysis.isLatest(event, of: entry.signed) else { continue }
      analysis.learned.append(!Bound(entry.signed, analysis.asked[event]))
      if analysis.stampLevel(entry.level) { levels += 1 }
      if entry.level > second.level { second = (entry.level, analysis.learned.count - 1) }
    }
    if second.index > 1 {
      let moved = analysis.learned[1]
      analysis.learned[1] = analysis.learned[second.index]
      analysis.learned[second.index] = moved
    }
    analysis.lbd = levels
    analysis.assertionLevel = max(second.level, 0)
    statistics.learnedLiterals &+= analysis.learned.count
  }

  @inline(__always) private func isInClause(_ event: Int32) -> Bool {
    analysis.mark[event] == AnalysisState.Mark.inClause
  }

  private mutating func assertLearned() -> Bool {
    backtrack(to: analysis.assertionLevel)
    let first = analysis.learned[0]
    if analysis.learned.count == 1 { return set(first, Reason(Reason.decision)) }
    let second = analysis.learned[1]
    let reference = arena.add(analysis.learned, lbd: analysis.lbd)
    arena.setActivity(reference, Int32(statistics.conflicts))
    watch(first, of: reference, blocker: second)
    watch(second, of: reference, blocker: first)
    return set(first, Reason(Reason.clause, reference))
  }
}
