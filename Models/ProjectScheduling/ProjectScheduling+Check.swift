/// Judges claimed solutions by the instance alone. No model is built, so that a wrong model cannot hide a wrong answer.
extension ProjectScheduling {
  /// The time when the last of the tasks ends; 0 without tasks. O(tasks).
  public func makespan(of tasks: [ScheduledTask]) -> Int {
    tasks.reduce(0) { Swift.max($0, $1.end) }
  }

  /// Everything that is wrong with a claimed solution; empty if it is right.
  ///
  /// Besides the schedule, judged by ``violations(ofSchedule:)``, the claims must agree: the objective is the makespan, the bound
  /// is not above it, and `optimal` means that they are equal. Whether a bound is true cannot be seen from a schedule and is not
  /// judged. `infeasible` is right where it is plain to see, and otherwise reported as something that cannot be checked.
  ///
  /// - Complexity: that of ``violations(ofSchedule:)``; for `infeasible` that of ``earliestStarts``.
  public func violations(of solution: SolutionFile) -> [FamilyViolation] {
    if let violation = solution.violation(ofFamily: family) { return [violation] }
    if solution.status == .infeasible { return violations(ofInfeasible: solution) }
    return violations(ofSchedule: solution.tasks) + solution.violationsOfMakespan
  }

  /// Everything that is wrong with a schedule; empty if it is feasible.
  ///
  /// Every task is there exactly once, in one of its modes, starts at 0 or later, lasts as long as its mode says, and keeps its
  /// lags. At every tick the tasks that are under way need no more of any renewable resource than there is; all tasks
  /// together use up no more of any nonrenewable resource than there is; and no reservoir is ever below 0, where all that flows
  /// at one tick counts together.
  ///
  /// At most one violation is reported for a task of its own, for a precedence and for a resource, in a fixed order. Tasks
  /// that cannot be placed are left out of what follows.
  ///
  /// - Complexity: O(resources × n log n + precedences) for n tasks.
  public func violations(ofSchedule tasks: [ScheduledTask]) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    let schedule = placed(tasks, &violations)
    checkPrecedences(schedule, &violations)
    checkRenewables(schedule, &violations)
    checkNonrenewables(schedule, &violations)
    checkReservoirs(schedule, &violations)
    return violations
  }

  /// The first task of every number that can be placed in time; reports what can be judged of each task alone.
  private func placed(_ tasks: [ScheduledTask], _ violations: inout [FamilyViolation]) -> [PlacedTask?] {
    var schedule: [PlacedTask?] = Array(repeating: nil, count: self.tasks.count)
    var isSeen = Array(repeating: false, count: self.tasks.count)
    for (position, task) in tasks.enumerated() {
      guard let id = task.task else {
        violations.append(FamilyViolation(.incomplete, "task \(position) of the solution has no number 'task'"))
        continue
      }
      guard self.tasks.indices.contains(id) else {
        violations.append(FamilyViolation(.unknown, "task \(id) is not in the instance"))
        continue
      }
      guard !isSeen[id] else {
        violations.append(FamilyViolation(.duplicate, "task \(id) is in the solution more than once"))
        continue
      }
      isSeen[id] = true
      let modes = self.tasks[id].modes
      guard let number = task.mode, modes.indices.contains(number) else {
        let found = task.mode.map { "in mode \($0)" } ?? "in no mode"
        let expected = modes.count == 1 ? "mode 0" : "a mode from 0 to \(modes.count - 1)"
        violations.append(FamilyViolation(.assignment, "task \(id) is \(found), expected \(expected)"))
        continue
      }
      if let violation = FamilyViolation.start(of: "task \(id)", at: task.start) {
        violations.append(violation)
        continue
      }
      let place = PlacedTask(id: id, mode: modes[number], start: task.start)
      if let violation = FamilyViolation.duration(
        of: "task \(id)", from: place.start, to: place.end, claiming: task.end)
      {
        violations.append(violation)
      }
      schedule[id] = place
    }
    for id in isSeen.indices where !isSeen[id] {
      violations.append(FamilyViolation(.missing, "task \(id) is not in the solution"))
    }
    return schedule
  }
}

/// A task with the mode and the start that are claimed for it, and the end that follows.
struct PlacedTask {
  let id: Int
  let mode: ProjectScheduling.Mode
  let start: Int
  var end: Int { start + mode.duration }
}
