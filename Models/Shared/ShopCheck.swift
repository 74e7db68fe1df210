/// The rules of shops, in which operations take turns on machines, judged without any model.
///
/// Every operation is there exactly once, on a machine that can do it, starts at 0 or later, takes its duration there, and starts
/// when all that it waits for has ended or later. No two operations overlap on a machine: [s, e) and [t, u) do if both are
/// non-empty and s < u and t < e; the empty [t, t) does if it lies strictly inside, s < t < e.
struct ShopCheck {
  typealias OperationID = JobShop.OperationID

  /// The number of operations of each job.
  let jobLengths: [Int]
  /// The machines that can do an operation, with the time it takes there; never empty.
  let modes: (OperationID) -> [(machine: Int, duration: Int)]
  /// Calls back with every operation that another must wait for, and that other.
  let forEachPrecedence: ((_ before: OperationID, _ after: OperationID) -> Void) -> Void

  /// An operation with the machine and the start that are claimed for it, and the end that follows.
  private struct Placed {
    let id: OperationID
    let machine: Int
    let start: Int
    let end: Int
  }

  /// At most one violation of a kind for an operation, so that the list is no longer than the schedule warrants; in a fixed order.
  /// O(n log n) for n tasks and operations, O(1) more for each precedence.
  func violations(of tasks: [ScheduledTask]) -> [FamilyViolation] {
    var violations: [FamilyViolation] = []
    let schedule = placed(tasks, &violations)
    checkOrder(schedule, &violations)
    checkMachines(schedule, &violations)
    return violations
  }

  /// The first task of every operation that can be placed in time; reports what can be judged of each task alone.
  private func placed(_ tasks: [ScheduledTask], _ violations: inout [FamilyViolation]) -> [[Placed?]] {
    var schedule: [[Placed?]] = jobLengths.map { Array(repeating: nil, count: $0) }
    var isSeen = jobLengths.map { Array(repeating: false, count: $0) }
    for (position, task) in tasks.enumerated() {
      guard let job = task.job, let index = task.operation else {
        let message = "task \(position) of the solution names no job and operation"
        violations.append(FamilyViolation(.incomplete, message))
        continue
      }
      let id = OperationID(job: job, index: index)
      guard jobLengths.indices.contains(job), 0..<jobLengths[job] ~= index else {
        violations.append(FamilyViolation(.unknown, "\(id) is not in the instance"))
        continue
      }
      guard !isSeen[job][index] else {
        violations.append(FamilyViolation(.duplicate, "\(id) is in the solution more than once"))
        continue
      }
      isSeen[job][index] = true
      schedule[job][index] = place(task, id, &violations)
    }
    for (job, row) in isSeen.enumerated() {
      for index in row.indices where !row[index] {
        violations.append(FamilyViolation(.missing, "\(OperationID(job: job, index: index)) is not in the solution"))
      }
    }
    return schedule
  }

  /// On a wrong machine an operation has no duration, and is placed only where there is no choice.
  private func place(
    _ task: ScheduledTask, _ id: OperationID, _ violations: inout [FamilyViolation]
  ) -> Placed? {
    let modes = modes(id)
    var chosen = modes.first { $0.machine == task.machine }
    if chosen == nil {
      let found = task.machine.map { "machine \($0)" } ?? "no machine"
      let machines = modes.map { "\($0.machine)" }.joined(separator: ", ")
      let expected = modes.count == 1 ? "machine \(machines)" : "one of the machines \(machines)"
      violations.append(FamilyViolation(.assignment, "\(id) is on \(found), expected \(expected)"))
      if modes.count == 1 { chosen = modes[0] }
    }
    if let violation = FamilyViolation.start(of: "\(id)", at: task.start) {
      violations.append(violation)
      return nil
    }
    guard let (machine, duration) = chosen else { return nil }
    let end = task.start + duration
    if let violation = FamilyViolation.duration(of: "\(id)", from: task.start, to: end, claiming: task.end) {
      violations.append(violation)
    }
    return Placed(id: id, machine: machine, start: task.start, end: end)
  }

  private func checkOrder(_ schedule: [[Placed?]], _ violations: inout [FamilyViolation]) {
    var found: [FamilyViolation] = []
    forEachPrecedence { before, after in
      guard let first = schedule[before.job][before.index], let second = schedule[after.job][after.index],
        second.start < first.end
      else { return }
      let amount = first.end - second.start
      found.append(
        FamilyViolation(
          .precedence, amount: amount,
          "\(after) starts at \(second.start), \(amount) before operation \(before.index) of its job ends at"
            + " \(first.end)"))
    }
    violations += found
  }

  /// Sweeps over each machine's operations by start, then end, and compares each with the one that has ended last so far.
  ///
  /// That finds an overlap if there is one. An empty operation comes before the others that start with it, and with
  /// nothing that started earlier can it share more than its moment unless it lies inside.
  private func checkMachines(_ schedule: [[Placed?]], _ violations: inout [FamilyViolation]) {
    let sorted = schedule.joined().compactMap { $0 }.sorted {
      ($0.machine, $0.start, $0.end, $0.id) < ($1.machine, $1.start, $1.end, $1.id)
    }
    var last: Placed?
    for place in sorted {
      guard let longest = last, longest.machine == place.machine else {
        last = place
        continue
      }
      if place.start < longest.end {
        let inside = min(place.start - longest.start, longest.end - place.start)
        let amount = place.start == place.end ? inside : min(place.end, longest.end) - place.start
        violations.append(
          FamilyViolation(
            .overlap, amount: amount,
            "on machine \(place.machine), \(place.id) at \(place.start) ..< \(place.end) overlaps"
              + " \(longest.id) at \(longest.start) ..< \(longest.end) by \(amount)"))
      }
      if place.end > longest.end { last = place }
    }
  }
}
