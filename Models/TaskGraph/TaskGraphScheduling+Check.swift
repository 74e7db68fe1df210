/// Judges claimed solutions by the instance alone. No model is built, so that a wrong model cannot hide a wrong answer.
extension TaskGraphScheduling {
  /// Everything that is wrong with a claimed solution; empty if it is right.
  ///
  /// Besides the schedule, judged by ``violations(ofSchedule:)``, the claims must agree: the objective is the makespan, the bound is
  /// not above it, `optimal` means that they are equal, and no task graph is infeasible. Whether a bound is true cannot be seen from a
  /// schedule and is not judged.
  ///
  /// - Complexity: that of ``violations(ofSchedule:)``.
  public func violations(of solution: SolutionFile) -> [FamilyViolation] {
    if let violation = solution.violation(ofFamily: family) { return [violation] }
    var violations = violations(ofSchedule: solution.tasks)
    if solution.status == .infeasible {
      violations.append(FamilyViolation(.status, "the status is infeasible, but every task graph has a schedule"))
    }
    return violations + solution.violationsOfMakespan
  }

  /// A task with the processor and the start that are claimed for it, and the end that follows.
  private struct Placed {
    let task: Int
    let processor: Int
    let start: Int
    let end: Int
  }

  /// Everything that is wrong with a schedule; empty if it is feasible.
  ///
  /// Every task is there exactly once, on a processor that can do it, starts at 0 or later, takes its time there, and starts when what
  /// it waits for has ended and its data have come. A processor does one task at a time; tasks that take no time there need none of it.
  ///
  /// At most one violation of a kind is reported for a task or an arc, in a fixed order. A task that is on no processor that can do it
  /// is left out of what follows.
  ///
  /// - Complexity: O(n log n + arcs) for n tasks.
  public func violations(ofSchedule claimed: [ScheduledTask]) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    let schedule = placed(claimed, &violations)
    for arc in arcs {
      guard let first = schedule[arc.before], let second = schedule[arc.after] else { continue }
      let delay = delay(of: arc, from: first.processor, to: second.processor)
      let amount = first.end + delay - second.start
      guard amount > 0 else { continue }
      let data = delay > 0 ? ", whose data take \(delay) from processor \(first.processor)" : ""
      violations.append(
        FamilyViolation(
          .precedence, amount: amount,
          "task \(arc.after) on processor \(second.processor) starts at \(second.start), \(amount) too early after task \(arc.before), "
            + "which ends at \(first.end)\(data)"))
    }
    checkProcessors(schedule, &violations)
    return violations
  }

  /// The first claim of every task that can be placed in time; reports what can be judged of each task alone.
  private func placed(_ claimed: [ScheduledTask], _ violations: inout [FamilyViolation]) -> [Placed?] {
    var schedule = [Placed?](repeating: nil, count: tasks.count)
    var isSeen = [Bool](repeating: false, count: tasks.count)
    for (position, claim) in claimed.enumerated() {
      guard let id = claim.task else {
        violations.append(FamilyViolation(.incomplete, "task \(position) of the solution has no number 'task'"))
        continue
      }
      guard tasks.indices.contains(id) else {
        violations.append(FamilyViolation(.unknown, "task \(id) is not in the instance"))
        continue
      }
      guard !isSeen[id] else {
        violations.append(FamilyViolation(.duplicate, "task \(id) is in the solution more than once"))
        continue
      }
      isSeen[id] = true
      guard let processor = claim.processor, processors.indices.contains(processor),
        let duration = tasks[id].durations[processor]
      else {
        let found = claim.processor.map { "processor \($0)" } ?? "no processor"
        let able = tasks[id].processors
        let shown = able.prefix(8).map { "\($0)" }.joined(separator: ", ") + (able.count > 8 ? ", …" : "")
        violations.append(
          FamilyViolation(.assignment, "task \(id) is on \(found), expected one that can do it: \(shown)"))
        continue
      }
      if let violation = FamilyViolation.start(of: "task \(id)", at: claim.start) {
        violations.append(violation)
        continue
      }
      let place = Placed(task: id, processor: processor, start: claim.start, end: claim.start + duration)
      if let violation = FamilyViolation.duration(
        of: "task \(id)", from: place.start, to: place.end, claiming: claim.end)
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

  /// Sweeps over each processor's tasks that take time by start, and compares each with the one that has ended last so far.
  private func checkProcessors(_ schedule: [Placed?], _ violations: inout [FamilyViolation]) {
    let sorted = schedule.compactMap(\.self).filter { $0.end > $0.start }.sorted {
      ($0.processor, $0.start, $0.end, $0.task) < ($1.processor, $1.start, $1.end, $1.task)
    }
    var last: Placed?
    for place in sorted {
      guard let longest = last, longest.processor == place.processor else {
        last = place
        continue
      }
      if place.start < longest.end {
        let amount = min(place.end, longest.end) - place.start
        violations.append(
          FamilyViolation(
            .overlap, amount: amount,
            "on processor \(place.processor), task \(place.task) at \(place.start) ..< \(place.end) overlaps task \(longest.task) at "
              + "\(longest.start) ..< \(longest.end) by \(amount)"))
      }
      if place.end > longest.end { last = place }
    }
  }
}
