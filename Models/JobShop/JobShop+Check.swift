/// Judges claimed solutions by the instance alone. No model is built, so that a wrong model cannot hide a wrong answer.
extension JobShop {
  /// The time when the last of the tasks ends; 0 without tasks. O(tasks).
  public func makespan(of tasks: [ScheduledTask]) -> Int {
    tasks.reduce(0) { max($0, $1.end) }
  }

  /// Everything that is wrong with a claimed solution; empty if it is right.
  ///
  /// Besides the schedule, judged by ``violations(ofSchedule:)``, the claims must agree: the objective is the makespan,
  /// the bound is not above it, `optimal` means that they are equal, and no job shop is infeasible. Whether a
  /// bound is true cannot be seen from a schedule and is not judged.
  ///
  /// - Complexity: O(n log n) for n tasks and operations.
  public func violations(of solution: SolutionFile) -> [FamilyViolation] {
    if let violation = solution.violation(ofFamily: family) { return [violation] }
    var violations = violations(ofSchedule: solution.tasks)
    if solution.status == .infeasible {
      violations.append(FamilyViolation(.status, "the status is infeasible, but every job shop has a schedule"))
    }
    return violations + solution.violationsOfMakespan
  }

  /// Everything that is wrong with a schedule; empty if it is feasible.
  ///
  /// Every operation is there exactly once, on its machine, starts at 0 or later, takes its duration, and starts when the
  /// one before it in its job has ended or later. No two operations overlap on a machine: [s, e) and [t, u) do if both are
  /// non-empty and s < u and t < e; the empty [t, t) does if it lies strictly inside, s < t < e.
  ///
  /// At most one violation of a kind is reported for an operation, so that the list is no longer than the schedule
  /// warrants; it is in a fixed order.
  ///
  /// - Complexity: O(n log n) for n tasks and operations.
  public func violations(ofSchedule tasks: [ScheduledTask]) -> [FamilyViolation] {
    let check = ShopCheck(
      jobLengths: jobs.map(\.operations.count),
      modes: { [(self[$0].machine, self[$0].duration)] },
      forEachPrecedence: { visit in
        for job in jobs {
          for (first, second) in zip(job.operations, job.operations.dropFirst()) { visit(first.id, second.id) }
        }
      })
    return check.violations(of: tasks)
  }
}
