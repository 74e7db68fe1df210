extension ProjectScheduling {
  /// What is wrong with the claim that there is no schedule.
  func violations(ofInfeasible solution: SolutionFile) -> [FamilyViolation] {
    if isSurelyFeasible {
      return [FamilyViolation(.status, "the status is infeasible, but a project of this kind always has a schedule")]
    }
    if !solution.tasks.isEmpty || solution.objective != nil {
      return [FamilyViolation(.status, "the status is infeasible, but tasks or an objective are given")]
    }
    guard !isPlainlyInfeasible else { return [] }
    return [FamilyViolation(.status, "the status is infeasible, which cannot be checked without search")]
  }
}
