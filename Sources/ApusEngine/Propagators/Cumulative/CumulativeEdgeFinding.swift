// Time-table edge-finding for a cumulative resource: overload by energy, and the pushes that go with it.
//
// Statement. In a window [a, b), each present task j that starts no earlier than a uses the resource for at least
//   in(j) = max(0, min(p(j), b - lst(j))) ticks, and any other at least where it covers ticks of the window for certain.
// Let E be what all of that comes to, demand by demand, and C the room of the window, the capacity over its ticks.
//   Rule 1. Where E > C, there is a conflict.
//   Rule 2. A task i with a <= est(i) < b that started at its earliest would be in the window for min(p(i), b - est(i)) ticks. Where
//     that is too much beside the others, it starts later: for so long as it is in the window, C must suffice.
//
//             a                          b
//     --------+--------------------------+------     i is in the window for at most r ticks, where r·demand(i) is what
//             |####jjjjjjj####   iiiiiiii|iii        the others leave, so est(i) >= b - r.
//
// Explanation. Each task's least time q in the window, by its bounds then: it starts by b - q and ends after a + q - 1. (In the profile
// alone and longer than its least length: it covers q certain ticks.) What the energy exceeds the room by first drops tasks, the smallest ones, and
// then lowers the q of the others. Rule 2 for the bound v that is asked: i is in the window for q ticks wherever it starts between a + q - p(i)
// and v - 1.
//
// Vilím, "Timetable edge finding filtering algorithm for discrete cumulative resources", CPAIOR 2011; Schutt, Feydy and Stuckey, "Explaining
// time-table-edge-finding propagation for the cumulative resource constraint", CPAIOR 2013. O(n²) in each direction of time.

extension CumulativePropagator {
  func findEnergyEdges(_ direction: Int, _ core: inout Core) -> Bool {
    let count = tasks.count
    let (own, other) = (direction &* count, (1 &- direction) &* count)
    let orders = energy.order
    energy.refresh(tasks, profile, direction, core)
    var place = count
    // Windows by their ends, the earliest start in the other direction of time.
    var lastEnd = Int32.min
    while place > 0 {
      place &-= 1
      let closing = Int(orders[other &+ place])
      let end = -tasks.est[other &+ closing]
      if end == lastEnd || energy.state[closing] != .present { continue }
      lastEnd = end
      if !findEnergyEdges(upTo: end, room: energy.roomBeforeEnd[closing], own, other, direction, &core) { return false }
    }
    return true
  }

  @inline(__always) private func findEnergyEdges(
    upTo end: Int32, room roomBeforeEnd: Int64, _ own: Int, _ other: Int, _ direction: Int, _ core: inout Core
  ) -> Bool {
    core.work &+= tasks.count >> 2
    // What is used beyond the profile; and the task that would add most, started at its earliest.
    var used: Int64 = 0
    var (most, late, lateUse): (Int64, Int, Int64) = (0, -1, 0)
    var place = tasks.count
    while place > 0 {
      place &-= 1
      let task = Int(energy.order[own &+ place])
      let start = tasks.est[own &+ task]
      if start >= end || energy.state[task] == .unused { continue }
      let demand = tasks.demand[task]
      let length = tasks.length[task]
      var certain: Int32 = 0
      if energy.state[task] == .present {
        let latest = -tasks.ect[other &+ task]
        if latest < end {
          let inProfile = tasks.isMandatory[task] ? min(end, tasks.ect[own &+ task]) &- latest : 0
          certain = max(min(length, end &- latest), inProfile)
          used &+= demand &* Int64(certain &- inProfile)
        }
      }
      let more = demand &* Int64(min(length, end &- start) &- certain)
      if more > most { (most, late, lateUse) = (more, task, demand &* Int64(certain)) }
      let room = roomBeforeEnd &- energy.roomBeforeStart[task]
      if used > room { return failEnergy(start, end, direction, &core) }
      if used &+ most > room {
        let ticks = (room &- used &+ lateUse) / tasks.demand[late]
        let beyond = -tasks.ect(late, 1 &- direction, in: core) &+ 1
        let pushed = min(end &- Int32(truncatingIfNeeded: ticks), beyond)
        if !core.set(
          tasks.starts(late, noEarlierThan: pushed, direction), reason(code(.energy, late, direction), start, end))
        {
          return false
        }
        (most, late, lateUse) = (0, -1, 0)
      }
    }
    return true
  }

  private func failEnergy(_ start: Int32, _ end: Int32, _ direction: Int, _ core: inout Core) -> Bool {
    var premises = Column<Bound>(capacity: 64)
    appendEnergy(
      start, end, direction, above: capacity(start, end, direction), except: -1, at: Int32(core.trail.count), in: core,
      into: &premises)
    core.conflict = premises
    return false
  }

  func explainEnergyPush(
    _ asked: Bound, _ task: Int, _ direction: Int, _ start: Int32, _ end: Int32, at time: Int32,
    in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    let length = tasks.length[task]
    let earliest = tasks.est(task, direction, at: time, in: core)
    let before = tasks.startTime(of: asked, task, direction)
    let ticks = min(length, end - start, earliest + length - start, end - before + 1)
    let demand = tasks.demand(task, at: time, in: core)
    premises.append(tasks.starts(task, noEarlierThan: start + ticks - length, direction))
    appendDemand(of: task, demand, into: &premises)
    appendEnergy(
      start, end, direction, above: capacity(start, end, direction) - demand * Int64(ticks), except: task, at: time,
      in: core, into: &premises)
  }

  private func capacity(_ start: Int32, _ end: Int32, _ direction: Int) -> Int64 {
    direction == 0 ? profile.capacity.sum(from: start, to: end) : profile.capacity.sum(from: -end, to: -start)
  }

  /// Premises for the tasks other than `skipped` using more than `limit` in a window.
  private func appendEnergy(
    _ start: Int32, _ end: Int32, _ direction: Int, above limit: Int64, except skipped: Int, at time: Int32,
    in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    var count = 0
    var spare = -limit - 1
    for task in 0..<tasks.count where task != skipped && core.holds(tasks.presence[task], at: time) {
      let amount =
        tasks.demand(task, at: time, in: core) * Int64(ticks(of: task, start, end, direction, at: time, in: core))
      if amount <= 0 { continue }
      spare += amount
      insert(task, amount, &count)
    }
    assert(spare >= 0, "there was too little room")
    for index in 0..<count {
      let task = Int(members[index])
      let demand = tasks.demand(task, at: time, in: core)
      let first = premises.count
      if amounts[index] <= spare {
        append(task, Int32(amounts[index] / demand), demand, start, end, direction, at: time, in: core, into: &premises)
        // What holds at the root costs nothing.
        if (first..<premises.count).contains(where: { core.implyingEvent(of: premises[$0]) >= 0 }) {
          premises.truncate(first)
          spare -= amounts[index]
        }
        continue
      }
      let fewer = spare / demand
      spare -= fewer * demand
      append(
        task, Int32(amounts[index] / demand - fewer), demand, start, end, direction, at: time, in: core, into: &premises
      )
    }
  }

  /// For how long a task was in a window for certain.
  @inline(__always) private func ticks(
    of task: Int, _ start: Int32, _ end: Int32, _ direction: Int, at time: Int32, in core: borrowing Core
  ) -> Int32 {
    let latest = -tasks.ect(task, 1 - direction, at: time, in: core)
    let ect = tasks.ect(task, direction, at: time, in: core)
    return max(min(tasks.length[task], end - start, ect - start, end - latest), min(ect, end) - max(latest, start))
  }

  /// Premises for a task being in a window for some ticks, no more than it was.
  private func append(
    _ task: Int, _ ticks: Int32, _ demand: Int64, _ start: Int32, _ end: Int32, _ direction: Int, at time: Int32,
    in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    if ticks <= tasks.length[task] {
      premises.append(tasks.ends(task, noEarlierThan: ticks - end, 1 - direction))
      premises.append(tasks.ends(task, noEarlierThan: start + ticks, direction))
    } else {
      let first = max(-tasks.ect(task, 1 - direction, at: time, in: core), start)
      premises.append(tasks.ends(task, noEarlierThan: -first, 1 - direction))
      premises.append(tasks.ends(task, noEarlierThan: first + ticks, direction))
    }
    appendDemand(of: task, demand, into: &premises)
    appendPresence(of: task, into: &premises)
  }
}

/// Room for edge-finding to work in: orders of the tasks, and how much room there is up to their bounds.
final class CumulativeEnergy {
  enum State: UInt8 {
    case unused
    case present
    /// It may be present.
    case open
  }

  /// By direction: the tasks by earliest start.
  let order: UnsafeMutablePointer<Int32>
  let state: UnsafeMutablePointer<State>
  /// The room from some tick to the earliest start of each task, and to its latest end.
  let roomBeforeStart: UnsafeMutablePointer<Int64>
  let roomBeforeEnd: UnsafeMutablePointer<Int64>
  private let count: Int

  init(count: Int) {
    self.count = count
    order = .allocate(capacity: 2 * count)
    state = .allocate(capacity: count)
    roomBeforeStart = .allocate(capacity: count)
    roomBeforeEnd = .allocate(capacity: count)
    for index in 0..<2 * count { order[index] = Int32(index % max(count, 1)) }
    state.initialize(repeating: .unused, count: count)
    roomBeforeStart.initialize(repeating: 0, count: count)
    roomBeforeEnd.initialize(repeating: 0, count: count)
  }

  deinit {
    order.deallocate()
    state.deallocate()
    roomBeforeStart.deallocate()
    roomBeforeEnd.deallocate()
  }

  /// Brings all up to date with the tasks and their profile, for windows in a direction of time.
  func refresh(
    _ tasks: borrowing CumulativeTasks, _ profile: borrowing ResourceProfile, _ direction: Int, _ core: borrowing Core
  ) {
    let (own, other) = (direction &* count, (1 &- direction) &* count)
    let est = tasks.est + own
    let latest = tasks.est + other
    repairOrder(of: order + own, count) { est[$0] }
    repairOrder(of: order + other, count) { latest[$0] }
    for task in 0..<count {
      // One that may be absent may have crossed bounds.
      let hasPlace = tasks.demand[task] > 0 && tasks.length[task] > 0 && est[task] <= -tasks.ect[other &+ task]
      state[task] =
        !hasPlace || core.fails(tasks.presence[task]) ? .unused : core.holds(tasks.presence[task]) ? .present : .open
    }
    if count == 0 { return }
    // Sweeps the segments of the profile along the starts, and then along the ends.
    let origin = est[Int(order[own])]
    var sweep = RoomSweep(origin: origin)
    for place in 0..<count {
      let task = Int(order[own &+ place])
      roomBeforeStart[task] = sweep.room(before: est[task], profile, direction)
    }
    sweep = RoomSweep(origin: origin)
    for place in 0..<count {
      let task = Int(order[other &+ count &- 1 &- place])
      roomBeforeEnd[task] = sweep.room(before: -latest[task], profile, direction)
    }
  }
}

/// Adds up the room of a profile from a tick on, to later and later ticks.
private struct RoomSweep {
  private var tick: Int32
  private var segment = -1
  private var sum: Int64 = 0

  init(origin: Int32) { tick = origin }

  /// The room from the origin to a tick, 0 where that is no later. Ticks never decrease.
  @inline(__always) mutating func room(
    before end: Int32, _ profile: borrowing ResourceProfile, _ direction: Int
  ) -> Int64 {
    if segment < 0 { segment = profile.segment(of: tick, direction) }
    while tick < end {
      let next = min(end, profile.end(segment, direction))
      sum &+= profile.room(segment, direction) &* Int64(next &- tick)
      tick = next
      if next == profile.end(segment, direction), segment &+ 1 < profile.segmentCount { segment &+= 1 }
    }
    return sum
  }
}
