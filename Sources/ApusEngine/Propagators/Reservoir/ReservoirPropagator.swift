// Time-table filtering of a reservoir that must not overflow; one that must not run dry is the same with all signs changed.
//
// Statement. At every time, the initial level plus the amounts of the present steps that are at that time or before is at most the limit.
// The lowest level at a time has the filling steps that are there for certain and all draining steps that may be.
//   Rule 1. Where the lowest level is above the limit, there is a conflict.
//   Rule 2. A filling step is after the last time at which the lowest level leaves no room for it, or absent.
//   Rule 3. A draining step without which the lowest level is above the limit at a time is present, and at that time or before.
// Explanation. Pointwise, of one time: filling steps were by then, draining steps were not, and no more of them than are needed.
//
// Neumann and Schwindt, "Project scheduling with inventory constraints", 2002; Laborie, "Algorithms for propagating resource constraints in
// AI planning and scheduling", AIJ 2003 (timetabling of reservoirs); Schutt and Stuckey, "Explaining producer/consumer constraints", CP 2016.
// A profile in O(n) where little has changed; O(n) a step that can be pushed at all.

final class ReservoirPropagator: Propagator {
  let steps: ReservoirSteps
  let limit: Int64
  let rules: ReservoirRules
  private let profile: LevelProfile

  // Room to work in: what an explanation speaks of.
  let members: UnsafeMutablePointer<Int32>

  init(_ steps: [ReservoirStep], initial: Int64, atMost limit: Int64, rules: ReservoirRules) {
    self.steps = ReservoirSteps(steps)
    self.limit = limit
    self.rules = rules
    profile = LevelProfile(count: steps.count, initial: initial)
    members = .allocate(capacity: steps.count)
  }

  deinit { members.deallocate() }

  var initial: Int64 { profile.initial }

  override func attach(_ core: inout Core) {
    for step in 0..<steps.count {
      // What raises the lowest level.
      core.wake(number, on: 2 * steps.variable[step] + (steps.fills(step) ? 0 : 1), flags: 1)
      let presence = steps.presence[step]
      if presence != Core.always { core.wake(number, on: steps.fills(step) ? presence : presence ^ 1, flags: 1) }
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    steps.refresh(from: core)
    profile.build(steps.time, steps.amount, where: steps.counts)
    core.work &+= steps.count
    if profile.highest > limit { return failOverflow(&core) }
    guard rules.pushes else { return true }
    for step in 0..<steps.count where profile.highest > limit - Int64(steps.amount[step].magnitude) {
      if core.fails(steps.presence[step]) { continue }
      if !(steps.fills(step) ? delay(step, &core) : hasten(step, &core)) { return false }
    }
    return true
  }

  private func failOverflow(_ core: inout Core) -> Bool {
    var segment = 0
    while profile.level(segment) <= limit { segment &+= 1 }
    let (start, end) = (Int64(profile.start(segment)), Int64(profile.end(segment)))
    // In the middle, so that filling and draining steps have as much slack. At the end of time there is no middle.
    let tick = segment + 1 < profile.segmentCount ? Int32((start + end - 1) >> 1) : Int32(start)
    var premises = Column<Bound>(capacity: 64)
    appendLevel(at: tick, above: limit, except: -1, time: Int32(core.trail.count), in: core, into: &premises)
    core.conflict = premises
    return false
  }

  /// Rule 2.
  private func delay(_ step: Int, _ core: inout Core) -> Bool {
    let (earliest, latest) = (steps.earliest(step, in: core), steps.latest(step, in: core))
    var segment = profile.segmentCount &- 1
    while segment >= 0, profile.end(segment) > earliest {
      core.work &+= 1
      // From its own time on the level has the step already.
      let isCounted = steps.counts[step] && profile.start(segment) >= steps.time[step]
      if !isCounted, profile.level(segment) > limit - steps.amount[step] {
        // One beyond the latest time is enough to leave none.
        let tick = max(profile.start(segment), min(profile.end(segment) &- 1, latest))
        return core.set(steps.isAfter(step, tick), reason(Int32(truncatingIfNeeded: step), tick))
      }
      segment &-= 1
    }
    return true
  }

  /// Rule 3.
  private func hasten(_ step: Int, _ core: inout Core) -> Bool {
    var segment = profile.segment(of: steps.time[step])
    while segment < profile.segmentCount {
      core.work &+= 1
      if profile.level(segment) > limit + steps.amount[step] {
        let tick = profile.start(segment)
        let reason = reason(Int32(truncatingIfNeeded: step), tick)
        return core.set(steps.presence[step], reason) && core.set(steps.isBy(step, tick), reason)
      }
      segment &+= 1
    }
    return true
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    let step = Int(reason.a)
    let room = steps.fills(step) ? limit - steps.amount[step] : limit
    appendLevel(at: reason.b, above: room, except: step, time: time, in: core, into: &premises)
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    judgeLevels(premises, conclusion, root)
  }

  // MARK: The earliest schedule

  /// Whether the schedule of the lower bounds keeps within the limit.
  func isSatisfiedByLowerBounds(_ core: borrowing Core) -> Bool {
    steps.refreshEarliest(from: core)
    profile.build(steps.time, steps.amount, where: steps.counts)
    return profile.highest <= limit
  }

  /// The variables of the steps that are there.
  func presentVariables(_ core: borrowing Core) -> [Int32] {
    (0..<steps.count).filter { core.holds(steps.presence[$0]) }.map { steps.variable[$0] }
  }
}

/// Which filtering rules of a reservoir run.
struct ReservoirRules: Sendable {
  /// Whether steps are pushed; overflow is always found.
  var pushes = true
}
