extension ProjectScheduling {
  /// What is wrong with the objective, bound and status that a solution claims, given its tasks. O(tasks).
  func violations(ofClaims solution: SolutionFile) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    if let objective = solution.objective {
      let makespan = makespan(of: solution.tasks)
      if objective != makespan {
        let amount = Self.distance(objective, makespan)
        violations.append(
          FamilyViolation(
            .objective, amount: amount,
            "the objective is \(objective), but the makespan is \(makespan): off by \(amount)"))
      }
    } else if solution.status == .optimal || solution.status == .feasible {
      violations.append(
        FamilyViolation(.objective, "the status is \(solution.status.rawValue), but no objective is claimed"))
    }
    guard let objective = solution.objective, let bound = solution.bound else { return violations }
    let amount = Self.distance(objective, bound)
    if bound > objective {
      let message = "the bound \(bound) is above the objective \(objective) by \(amount)"
      violations.append(FamilyViolation(.bound, amount: amount, message))
    } else if solution.status == .optimal, bound < objective {
      let message = "the status is optimal, but the bound \(bound) is below the objective \(objective) by \(amount)"
      violations.append(FamilyViolation(.bound, amount: amount, message))
    }
    return violations
  }

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
