extension Core {
  // MARK: Reading

  @inline(__always) func holds(_ truth: Truth) -> Bool { limit[truth] &+ (truth & 1) <= 0 }
  @inline(__always) func fails(_ truth: Truth) -> Bool { holds(truth ^ 1) }
  @inline(__always) func isOpen(_ truth: Truth) -> Bool { !holds(truth) && !holds(truth ^ 1) }
  @inline(__always) func holds(_ bound: Bound) -> Bool { limit[bound.signed] <= bound.limit }
  @inline(__always) func fails(_ bound: Bound) -> Bool { limit[bound.signed ^ 1] <= -bound.limit &- 1 }

  @inline(__always) func upper(_ variable: Int32) -> Int32 { limit[2 * variable] }
  @inline(__always) func lower(_ variable: Int32) -> Int32 { -limit[2 * variable + 1] }
  @inline(__always) func isFixed(_ variable: Int32) -> Bool { limit[2 * variable] == -limit[2 * variable + 1] }

  // MARK: Reading the past. `time` is a length of the trail.

  /// The limit of `signed` as it was when the trail had `time` entries. Walks back along the variable's own events.
  @inline(__always) func limit(of signed: SignedVariable, at time: Int32) -> Int32 {
    var event = lastEvent[signed]
    if event < time { return limit[signed] }
    while true {
      let entry = trail.pointer + Int(event)
      event = entry.pointee.previousEvent
      if event < time { return entry.pointee.previousLimit }
    }
  }

  @inline(__always) func holds(_ truth: Truth, at time: Int32) -> Bool {
    limit(of: truth, at: time) &+ (truth & 1) <= 0
  }

  /// The first event by which `bound` holds, or -1 where it holds at the root.
  ///
  /// - Precondition: the bound holds.
  @inline(__always) func implyingEvent(of bound: Bound) -> Int32 {
    assert(limit[bound.signed] <= bound.limit)
    var event = lastEvent[bound.signed]
    while event >= 0 {
      let entry = trail.pointer + Int(event)
      if entry.pointee.previousLimit > bound.limit { return event }
      event = entry.pointee.previousEvent
    }
    return -1
  }

  /// The limit of `signed` at the root.
  func rootLimit(of signed: SignedVariable) -> Int32 {
    var event = lastEvent[signed]
    if event < 0 { return limit[signed] }
    while true {
      let entry = trail[event]
      if entry.previousEvent < 0 { return entry.previousLimit }
      event = entry.previousEvent
    }
  }

  // MARK: Writing

  /// Tightens a bound. Returns false where that is a conflict, whose premises are then in `conflict`.
  @inline(__always) mutating func set(_ bound: Bound, _ reason: Reason) -> Bool {
    if bound.limit >= limit[bound.signed] { return true }
    if limit[bound.signed ^ 1] < -bound.limit { return cross(bound, reason) }
    record(bound, reason)
    return true
  }

  @inline(__always) mutating func set(_ truth: Truth, _ reason: Reason) -> Bool { set(Bound(truth), reason) }

  @inline(__always) mutating func record(_ bound: Bound, _ reason: Reason) {
    trail.append(
      Event(
        signed: bound.signed, limit: bound.limit, previousLimit: limit[bound.signed],
        previousEvent: lastEvent[bound.signed], level: level, reason: reason))
    lastEvent[bound.signed] = Int32(truncatingIfNeeded: trail.count &- 1)
    limit[bound.signed] = bound.limit
  }

  /// The bound leaves no value. Under a scope that says "not present"; otherwise it is a conflict.
  @inline(never) private mutating func cross(_ bound: Bound, _ reason: Reason) -> Bool {
    let presence = scope[bound.signed >> 1]
    if fails(presence) { return true }
    let attempt = Event(
      signed: bound.signed, limit: bound.limit, previousLimit: 0, previousEvent: -1, level: level, reason: reason)
    if !holds(presence) {
      crossings.append(attempt)
      return set(presence ^ 1, Reason(Reason.crossing, Int32(crossings.count - 1)))
    }
    var premises = Column<Bound>(capacity: 32)
    explainCrossing(attempt, at: Int32(trail.count), into: &premises)
    if presence != Core.always { premises.append(Bound(presence)) }
    conflict = premises
    failedAttempt = attempt
    return false
  }

  // MARK: Levels

  /// Opens a level and makes a decision there.
  mutating func decide(_ bound: Bound) {
    if let inferenceCheck { inferenceCheck.judgeLevel(of: self) }
    levelStart.append(Int32(trail.count))
    statistics.decisions &+= 1
    assert(!holds(bound) && !fails(bound))
    record(bound, Reason(Reason.decision))
  }

  /// Takes back everything above `target`.
  mutating func backtrack(to target: Int32) {
    guard level > target else { return }
    let keep = Int(levelStart[target])
    var index = trail.count
    while index > keep {
      index &-= 1
      let entry = (trail.pointer + index).pointee
      limit[entry.signed] = entry.previousLimit
      lastEvent[entry.signed] = entry.previousEvent
      if entry.reason.kind == Reason.crossing { crossings.truncate(Int(entry.reason.a)) }
      activity.reopen(entry.signed >> 1)
    }
    trail.truncate(keep)
    levelStart.truncate(Int(target))
    head = keep
    queue.clear(&changes)
  }

  /// Forgets the trail at the root: what holds there is never explained.
  mutating func settleRoot() {
    assert(level == 0)
    if let inferenceCheck { inferenceCheck.judgeLevel(of: self) }
    for index in 0..<trail.count { lastEvent[trail[index].signed] = -1 }
    trail.truncate(0)
    crossings.truncate(0)
    head = 0
  }
}
