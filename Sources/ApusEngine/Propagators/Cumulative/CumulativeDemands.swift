// Upper bounds of variable demands.
//
// Statement. A present task that covers a tick t for certain uses at most what the others that do so leave there.
// Explanation. What the task and the others over t must be; where less is asked of the demand, the others need less too.
//
// Beldiceanu and Carlsson 2002 (heights that are variables). O(n) for each task with a variable demand, at worst.

extension CumulativePropagator {
  func limitDemands(_ core: inout Core) -> Bool {
    for task in 0..<tasks.count where tasks.demandVariable[task] >= 0 {
      let (from, to) = (tasks.lst[task], tasks.ect[task])
      guard from < to, core.holds(tasks.presence[task]) else { continue }
      let own = tasks.isMandatory[task] ? tasks.demand[task] : 0
      let upper = core.upper(tasks.demandVariable[task])
      var room = Int64(upper)
      var tick = Int32.max
      var segment = profile.segment(of: from, 0)
      while segment < profile.segmentCount, profile.start(segment, 0) < to {
        core.work &+= 1
        if profile.room(segment, 0) &+ own < room {
          room = profile.room(segment, 0) &+ own
          tick = max(profile.start(segment, 0), from)
        }
        segment &+= 1
      }
      guard tick < Int32.max else { continue }
      // The room is not negative, as there is no overload.
      let bound = Bound(2 &* tasks.demandVariable[task], Int32(truncatingIfNeeded: room))
      if !core.set(bound, reason(code(.demand, task, 0), tick)) { return false }
    }
    return true
  }

  func explainDemand(
    _ asked: Bound, _ task: Int, tick: Int32, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    premises.append(tasks.starts(task, by: tick))
    premises.append(tasks.ends(task, noEarlierThan: tick + 1, 0))
    appendPresence(of: task, into: &premises)
    // Were it one more than asked, the tick would be overloaded.
    let limit = profile.capacity.level(at: tick) - Int64(asked.limit) - 1
    appendOthers(from: tick, to: tick, above: limit, except: task, at: time, in: core, into: &premises)
  }
}
