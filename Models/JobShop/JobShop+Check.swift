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
    if let family = solution.family, family != "jobshop" {
      let found = InputError.quoted(Array(family.utf8)[...])
      return [FamilyViolation(.family, "the solution is of the family \(found), expected 'jobshop'")]
    }
    return violations(ofSchedule: solution.tasks) + violations(ofClaims: solution)
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
    var violations: [FamilyViolation] = []
    let schedule = placed(tasks, &violations)
    checkJobOrder(schedule, &violations)
    checkMachines(schedule, &violations)
    return violations
  }
}

/// An operation with the start that is claimed for it and the end that follows.
private struct Placed {
  let operation: JobShop.Operation
  let start: Int
  var end: Int { start + operation.duration }
}

extension JobShop {
  /// Later starts are refused, so that no sum can overflow.
  private static let latestStart = Int.max / 4

  /// The first task of every operation that can be placed in time, in the shop's order; reports what can be judged of each
  /// task alone.
  private func placed(_ tasks: [ScheduledTask], _ violations: inout [FamilyViolation]) -> [[Placed?]] {
    var schedule: [[Placed?]] = jobs.map { Array(repeating: nil, count: $0.operations.count) }
    var isSeen = jobs.map { Array(repeating: false, count: $0.operations.count) }
    for (position, task) in tasks.enumerated() {
      guard let job = task.job, let index = task.operation else {
        let message = "task \(position) of the solution names no job and operation"
        violations.append(FamilyViolation(.incomplete, message))
        continue
      }
      let id = OperationID(job: job, index: index)
      guard jobs.indices.contains(job), jobs[job].operations.indices.contains(index) else {
        violations.append(FamilyViolation(.unknown, "\(id) is not in the instance"))
        continue
      }
      guard !isSeen[job][index] else {
        violations.append(FamilyViolation(.duplicate, "\(id) is in the solution more than once"))
        continue
      }
      isSeen[job][index] = true
      let operation = self[id]
      if let violation = machineViolation(of: task, operation) { violations.append(violation) }
      if let violation = Self.startViolation(of: task, id) {
        violations.append(violation)
        continue
      }
      let place = Placed(operation: operation, start: task.start)
      if let violation = Self.durationViolation(of: task, place) { violations.append(violation) }
      schedule[job][index] = place
    }
    for operation in operations where !isSeen[operation.id.job][operation.id.index] {
      violations.append(FamilyViolation(.missing, "\(operation.id) is not in the solution"))
    }
    return schedule
  }

  /// |a - b|, at most `Int.max`: claimed numbers can be anything.
  static func distance(_ a: Int, _ b: Int) -> Int {
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? Int.max : Int(clamping: difference.magnitude)
  }

  private func machineViolation(of task: ScheduledTask, _ operation: Operation) -> FamilyViolation? {
    guard task.machine != operation.machine else { return nil }
    let found = task.machine.map { "machine \($0)" } ?? "no machine"
    return FamilyViolation(.assignment, "\(operation.id) is on \(found), expected machine \(operation.machine)")
  }

  private static func startViolation(of task: ScheduledTask, _ id: OperationID) -> FamilyViolation? {
    guard !(0...latestStart).contains(task.start) else { return nil }
    let amount = task.start < 0 ? Int(clamping: task.start.magnitude) : task.start - latestStart
    return FamilyViolation(
      .start, amount: amount, "\(id) starts at \(task.start), \(amount) \(task.start < 0 ? "before 0" : "too late")")
  }

  private static func durationViolation(of task: ScheduledTask, _ place: Placed) -> FamilyViolation? {
    guard task.end != place.end else { return nil }
    let amount = distance(task.end, place.end)
    let id = place.operation.id
    return FamilyViolation(
      .duration, amount: amount,
      "\(id) starts at \(place.start) and ends at \(task.end), expected \(place.end): off by \(amount)")
  }

  private func checkJobOrder(_ schedule: [[Placed?]], _ violations: inout [FamilyViolation]) {
    for job in schedule {
      for (first, second) in zip(job, job.dropFirst()) {
        guard let first, let second, second.start < first.end else { continue }
        let amount = first.end - second.start
        violations.append(
          FamilyViolation(
            .precedence, amount: amount,
            "\(second.operation.id) starts at \(second.start), \(amount) before operation \(first.operation.id.index)"
              + " of its job ends at \(first.end)"))
      }
    }
  }

  /// Sweeps over each machine's operations by start, then end, and compares each with the one that has ended last so far.
  ///
  /// That finds an overlap if there is one. An empty operation comes before the others that start with it, and with
  /// nothing that started earlier can it share more than its moment unless it lies inside.
  private func checkMachines(_ schedule: [[Placed?]], _ violations: inout [FamilyViolation]) {
    let sorted = schedule.joined().compactMap { $0 }.sorted {
      ($0.operation.machine, $0.start, $0.end, $0.operation.id) < (
        $1.operation.machine, $1.start, $1.end, $1.operation.id
      )
    }
    var last: Placed?
    for place in sorted {
      guard let longest = last, longest.operation.machine == place.operation.machine else {
        last = place
        continue
      }
      if place.start < longest.end {
        let isEmpty = place.operation.duration == 0
        let inside = min(place.start - longest.start, longest.end - place.start)
        let amount = isEmpty ? inside : min(place.end, longest.end) - place.start
        violations.append(
          FamilyViolation(
            .overlap, amount: amount,
            "on machine \(place.operation.machine), \(place.operation.id) at \(place.start) ..< \(place.end) overlaps"
              + " \(longest.operation.id) at \(longest.start) ..< \(longest.end) by \(amount)"))
      }
      if place.end > longest.end { last = place }
    }
  }
}
