extension ProjectScheduling {
  func checkPrecedences(_ schedule: [PlacedTask?], _ violations: inout [FamilyViolation]) {
    for precedence in precedences {
      guard let before = schedule[precedence.before], let after = schedule[precedence.after] else { continue }
      let source = precedence.source == .end ? before.end : before.start
      let amount = source + precedence.lag - after.start
      guard amount > 0 else { continue }
      let point = precedence.source == .end ? "ends" : "starts"
      let lag = precedence.lag == 0 ? "" : ", with a lag of \(precedence.lag)"
      violations.append(
        FamilyViolation(
          .precedence, amount: amount,
          "task \(after.id) starts at \(after.start), but task \(before.id) \(point) at \(source)\(lag): \(amount) too early"
        ))
    }
  }

  func checkRenewables(_ schedule: [PlacedTask?], _ violations: inout [FamilyViolation]) {
    for (resource, capacity) in renewables.enumerated() {
      var changes: [(time: Int, amount: Int)] = []
      for case let task? in schedule where task.mode.duration > 0 && task.mode.renewables[resource] > 0 {
        changes.append((task.start, task.mode.renewables[resource]))
        changes.append((task.end, -task.mode.renewables[resource]))
      }
      guard let (time, level) = Self.firstLevel(from: 0, changes, where: { $0 > capacity }) else { continue }
      violations.append(
        FamilyViolation(
          .capacity, amount: level - capacity,
          "at \(time), the tasks need \(level) of renewable resource \(resource), expected at most \(capacity):"
            + " \(level - capacity) too much"))
    }
  }

  func checkNonrenewables(_ schedule: [PlacedTask?], _ violations: inout [FamilyViolation]) {
    for (resource, capacity) in nonrenewables.enumerated() {
      let total = schedule.reduce(0) { $0 + ($1?.mode.nonrenewables[resource] ?? 0) }
      guard total > capacity else { continue }
      violations.append(
        FamilyViolation(
          .capacity, amount: total - capacity,
          "the tasks use up \(total) of nonrenewable resource \(resource), expected at most \(capacity):"
            + " \(total - capacity) too much"))
    }
  }

  func checkReservoirs(_ schedule: [PlacedTask?], _ violations: inout [FamilyViolation]) {
    for (number, reservoir) in reservoirs.enumerated() {
      var changes: [(time: Int, amount: Int)] = []
      for case let task? in schedule {
        changes.append((task.start, -reservoir.consumed[task.id]))
        changes.append((task.end, reservoir.produced[task.id]))
      }
      guard let (time, level) = Self.firstLevel(from: reservoir.initial, changes, where: { $0 < 0 }) else { continue }
      violations.append(
        FamilyViolation(
          .capacity, amount: -level,
          "at \(time), reservoir \(number) is at \(level), expected 0 or more: \(-level) short"))
    }
  }

  /// The first time at which the level is wrong after all changes of that time, and the level then.
  private static func firstLevel(
    from initial: Int, _ changes: [(time: Int, amount: Int)], where isWrong: (Int) -> Bool
  ) -> (time: Int, level: Int)? {
    let sorted = changes.sorted { $0.time < $1.time }
    var level = initial
    for (index, change) in sorted.enumerated() {
      level += change.amount
      let isLast = index + 1 == sorted.count || sorted[index + 1].time > change.time
      if isLast, isWrong(level) { return (change.time, level) }
    }
    return nil
  }
}
