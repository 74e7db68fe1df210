/// Judges claimed solutions by the instance alone. No model is built, so that a wrong model cannot hide a wrong answer.
extension SingleMachine {
  /// The weighted tardiness and earliness of tasks, clamped to 64 bits; tasks that are no jobs do not count. O(tasks).
  public func cost(of tasks: [ScheduledTask]) -> Int {
    cost(ofEnds: tasks.compactMap { task in task.task.flatMap { jobs.indices.contains($0) ? ($0, task.end) : nil } })
  }

  /// Everything that is wrong with a claimed solution; empty if it is right.
  ///
  /// Besides the schedule, judged by `violations(ofSchedule:)`, the claims must agree: the objective is the cost, the bound is not above
  /// it, `optimal` means that they are equal, and no instance is infeasible. Whether a bound is true cannot be seen from a
  /// schedule and is not judged.
  ///
  /// - Complexity: O(n log n) for n tasks and jobs.
  public func violations(of solution: SolutionFile) -> [FamilyViolation] {
    if let violation = solution.violation(ofFamily: family) { return [violation] }
    var violations = violations(ofSchedule: solution.tasks)
    if solution.status == .infeasible {
      violations.append(FamilyViolation(.status, "the status is infeasible, but every such instance has a schedule"))
    }
    return violations + solution.violations(ofObjective: cost(of: solution.tasks), called: objectiveName)
  }

  /// Everything that is wrong with a schedule; empty if it is feasible.
  ///
  /// Every job is there exactly once, starts at its release or later and takes its time. No two overlap, and the setup time passes between
  /// neighbours and from time 0 to the first job. At most one violation of a kind is reported for a job, in a fixed order.
  ///
  /// - Complexity: O(n log n) for n tasks and jobs.
  public func violations(ofSchedule tasks: [ScheduledTask]) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    var starts = [Int?](repeating: nil, count: jobs.count)
    var isSeen = [Bool](repeating: false, count: jobs.count)
    for (position, task) in tasks.enumerated() {
      guard let id = task.task else {
        violations.append(FamilyViolation(.incomplete, "task \(position) of the solution has no number 'task'"))
        continue
      }
      guard jobs.indices.contains(id) else {
        violations.append(FamilyViolation(.unknown, "job \(id) is not in the instance"))
        continue
      }
      guard !isSeen[id] else {
        violations.append(FamilyViolation(.duplicate, "job \(id) is in the solution more than once"))
        continue
      }
      isSeen[id] = true
      if let violation = FamilyViolation.start(of: "job \(id)", at: task.start) {
        violations.append(violation)
        continue
      }
      let job = jobs[id]
      if task.start < job.release {
        let amount = job.release - task.start
        violations.append(
          FamilyViolation(
            .start, amount: amount, "job \(id) starts at \(task.start), \(amount) before its release \(job.release)"))
      }
      let end = task.start + job.processing
      if let violation = FamilyViolation.duration(of: "job \(id)", from: task.start, to: end, claiming: task.end) {
        violations.append(violation)
      }
      starts[id] = task.start
    }
    for id in isSeen.indices where !isSeen[id] {
      violations.append(FamilyViolation(.missing, "job \(id) is not in the solution"))
    }
    checkOrder(starts, &violations)
    return violations
  }

  /// Neighbours in order of starts; jobs take time, so no two that are right start together.
  private func checkOrder(_ starts: [Int?], _ violations: inout [FamilyViolation]) {
    let order = starts.enumerated().compactMap { id, start in start.map { (start: $0, id: id) } }.sorted { $0 < $1 }
    if let setups, let first = order.first, first.start < setups.initial[first.id] {
      let amount = setups.initial[first.id] - first.start
      violations.append(
        FamilyViolation(
          .start, amount: amount, "job \(first.id) starts at \(first.start), \(amount) before its setup has ended"))
    }
    for (first, second) in zip(order, order.dropFirst()) {
      let setup = setups?.time(from: first.id, to: second.id) ?? 0
      let amount = first.start + jobs[first.id].processing + setup - second.start
      guard amount > 0 else { continue }
      let rest = setup > 0 ? " and the setup after it" : ""
      violations.append(
        FamilyViolation(
          .overlap, amount: amount, "job \(second.id) starts \(amount) before the end of job \(first.id)\(rest)"))
    }
  }
}
