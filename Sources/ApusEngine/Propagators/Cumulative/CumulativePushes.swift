// Time-table filtering of starts; ends are starts with time reversed.
//
// Statement. Where the tasks that cover a tick t for certain leave too little room for another task i, i does not cover t. So if i ends after
// t, it starts after t:
//   Rule 1. On a segment [a, b) of the profile with too little room, where a < ect(i): est(i) >= min(b, ect(i)).
//   Rule 2. Where i has a length of at least 1, even est(i) >= b, because it cannot lie between two ticks.
// A task that fits nowhere in its window has no start left: where it is optional, that makes it absent (`Core.set`).
// Explanation. Rule 1 for the bound v that is asked: what covers the tick t = max(v - 1, a), and end(i) > t. Rule 2: what covers all ticks
// from min(t, ect(i) - 1) to t, and end(i) > the first of them. A push goes by rule 1, a length at a time, where that takes
// few steps: those premises are weaker.
//
// Schutt, Feydy, Stuckey and Wallace, "Explaining the cumulative propagator", Constraints 2011 (pointwise explanations and long pushes). O(n·m)
// at worst for m segments; a task that fits into the least room is passed over at once.

extension CumulativePropagator {
  func pushStarts(_ direction: Int, _ core: inout Core) -> Bool {
    let leastRoom = profile.leastRoom
    for task in 0..<tasks.count where tasks.demand[task] > leastRoom {
      if core.fails(tasks.presence[task]) { continue }
      let est = tasks.est[direction &* tasks.count &+ task]
      if est < tasks.ect[direction &* tasks.count &+ task], !pushStart(of: task, from: est, direction, &core) {
        return false
      }
    }
    return true
  }

  private func pushStart(of task: Int, from earliest: Int32, _ direction: Int, _ core: inout Core) -> Bool {
    let demand = tasks.demand[task]
    let own = tasks.ownPart(task, direction)
    var est = earliest
    var segment = profile.segment(of: est, direction)
    core.work &+= 2
    while true {
      let ect = tasks.ect(task, direction, in: core)
      segment = profile.firstTight(from: segment, before: ect, demand, outside: own, direction)
      if segment < 0 { return true }
      let start = profile.start(segment, direction)
      // One beyond the latest start is enough to leave none, and stays within 32 bits.
      let beyond = -tasks.ect(task, 1 &- direction, in: core) &+ 1
      est = min(pushed(task, over: profile.end(segment, direction), ect), beyond)
      core.work &+= 2
      if !core.set(tasks.starts(task, noEarlierThan: est, direction), reason(code(.push, task, direction), start)) {
        return false
      }
      if core.fails(tasks.presence[task]) { return true }
      if est >= profile.end(segment, direction) {
        segment &+= 1
      } else if est >= tasks.ect(task, direction, in: core) {
        // The end follows by difference edges; then this runs again.
        return true
      }
    }
  }

  /// How far one step over a segment that ends at `end` goes.
  @inline(__always) private func pushed(_ task: Int, over end: Int32, _ ect: Int32) -> Int32 {
    let length = tasks.length[task]
    if end <= ect || length == 0 { return min(end, ect) }
    let isFewSteps = Int64(end) - Int64(ect) <= Int64(length) * Int64(rules.mostSteps)
    return tasks.hasFixedLength(task) && isFewSteps ? ect : end
  }

  func explainPush(
    _ asked: Bound, _ task: Int, _ direction: Int, from start: Int32, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    let last = max(tasks.startTime(of: asked, task, direction) - 1, start)
    let first = min(last, tasks.ect(task, direction, at: time, in: core) - 1)
    assert(first >= start && (first == last || tasks.length[task] > 0))
    premises.append(tasks.ends(task, noEarlierThan: first + 1, direction))
    // The same ticks in time as it runs.
    let (from, to) = direction == 0 ? (first, last) : (-1 - last, -1 - first)
    appendCover(
      from: from, to: to, above: profile.capacity.level(at: from), except: task, at: time, in: core, into: &premises)
  }
}
