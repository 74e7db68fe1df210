/// Judges claimed solutions by the instance alone. No model is built, so that a wrong model cannot hide a wrong answer.
extension FlexibleJobShop {
  /// The time when the last of the tasks ends; 0 without tasks. O(tasks).
  public func makespan(of tasks: [ScheduledTask]) -> Int { tasks.reduce(0) { max($0, $1.end) } }

  /// Everything that is wrong with a claimed solution; empty if it is right.
  ///
  /// Besides the schedule, judged by ``violations(ofSchedule:)``, the claims must agree: the objective is the makespan, the bound is
  /// not above it, `optimal` means that they are equal, and no shop is infeasible. Whether a bound is true cannot be seen from a
  /// schedule and is not judged.
  ///
  /// - Complexity: that of ``violations(ofSchedule:)``.
  public func violations(of solution: SolutionFile) -> [FamilyViolation] {
    if let violation = solution.violation(ofFamily: family) { return [violation] }
    var violations = violations(ofSchedule: solution.tasks)
    if solution.status == .infeasible {
      let message = "the status is infeasible, but every flexible job shop has a schedule"
      violations.append(FamilyViolation(.status, message))
    }
    return violations + solution.violationsOfMakespan
  }

  /// Everything that is wrong with a schedule; empty if it is feasible.
  ///
  /// Every operation is there exactly once, on a machine that can do it, starts at 0 or later, takes its duration on that machine, and
  /// starts when all that it waits for has ended or later. Operations on one machine overlap nowhere, as in a job shop.
  ///
  /// At most one violation of a kind is reported for an operation or a precedence, in a fixed order. An operation that has a choice and is
  /// on none of its machines has no duration; it is left out of what follows.
  ///
  /// - Complexity: O(n log n + modes + precedences) for n tasks and operations.
  public func violations(ofSchedule tasks: [ScheduledTask]) -> [FamilyViolation] {
    let check = ShopCheck(
      jobLengths: jobs.map(\.operations.count),
      modes: { self[$0].modes.map { ($0.machine, $0.duration) } },
      forEachPrecedence: { visit in
        for precedence in precedences { visit(precedence.before, precedence.after) }
      })
    return check.violations(of: tasks)
  }
}
