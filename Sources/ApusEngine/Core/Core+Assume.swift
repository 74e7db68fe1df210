// Assumptions: literals that are decided before all others and may be taken back, such as what a neighbourhood keeps of a solution.
//
// They are decisions, so the clauses learned under them are valid without them. All of them share level 1: a jump back takes back all or
// none, and they count once in a clause's block distance. With more than one decision on it that level need not have a unique
// implication point, and needs none: a conflict there refutes the assumptions, and nothing is learned from it.
//
// (Eén and Sörensson, "Temporal induction by incremental SAT solving", BMC 2003, with a level for each assumption.)

extension Core {
  /// Decides the literals on level 1, but for those that hold or fail at the root.
  ///
  /// - Precondition: at the root, after propagation, with ``assumptionLevel`` 1. The literals do not contradict each other.
  mutating func assume(_ literals: [Bound]) {
    assert(level == 0 && assumptionLevel == 1)
    if let inferenceCheck { inferenceCheck.judgeLevel(of: self) }
    levelStart.append(Int32(trail.count))
    statistics.decisions &+= 1
    for literal in literals where !holds(literal) && !fails(literal) { record(literal, Reason(Reason.decision)) }
  }
}
