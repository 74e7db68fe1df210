// Why the level is so high at a time: a minimal set of the steps that make it so.
//
// Filling steps that were there by then raise it, and so do draining ones that were not. Those go that the level can do without: the smallest
// ones first, so that few are left, but none whose premises hold at the root, which cost nothing.

extension ReservoirPropagator {
  /// Premises for a level above `bound` at a tick, whatever becomes of one step; -1 for no such step.
  func appendLevel(
    at tick: Int32, above bound: Int64, except skipped: Int, time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    var count = 0
    var spare = initial - bound - 1
    for step in 0..<steps.count where step != skipped {
      let raises = steps.raises(step, at: tick, time: time, in: core)
      if raises == steps.fills(step) { spare += steps.amount[step] }
      if raises { insert(step, &count) }
    }
    assert(spare >= 0, "the level was too high")
    for index in 0..<count {
      let step = Int(members[index])
      let amount = Int64(steps.amount[step].magnitude)
      if amount <= spare, !isFree(step, tick, time, in: core) {
        spare -= amount
        continue
      }
      if steps.fills(step) {
        premises.append(steps.isBy(step, tick))
        if steps.presence[step] != Core.always { premises.append(Bound(steps.presence[step])) }
      } else {
        premises.append(absence(of: step, by: tick, time, in: core))
      }
    }
  }

  /// That a draining step is not there by a tick: it comes later, or not at all.
  private func absence(of step: Int, by tick: Int32, _ time: Int32, in core: borrowing Core) -> Bound {
    let after = steps.isAfter(step, tick)
    return core.limit(of: after.signed, at: time) <= after.limit ? after : Bound(steps.presence[step] ^ 1)
  }

  /// Keeps the members by ascending size.
  @inline(__always) private func insert(_ step: Int, _ count: inout Int) {
    var place = count
    while place > 0, steps.amount[Int(members[place &- 1])].magnitude > steps.amount[step].magnitude {
      members[place] = members[place &- 1]
      place &-= 1
    }
    members[place] = Int32(truncatingIfNeeded: step)
    count &+= 1
  }

  /// Whether all that is to be said of the step holds at the root.
  private func isFree(_ step: Int, _ tick: Int32, _ time: Int32, in core: borrowing Core) -> Bool {
    guard steps.fills(step) else { return core.implyingEvent(of: absence(of: step, by: tick, time, in: core)) < 0 }
    return core.implyingEvent(of: steps.isBy(step, tick)) < 0
      && core.implyingEvent(of: Bound(steps.presence[step])) < 0
  }
}
