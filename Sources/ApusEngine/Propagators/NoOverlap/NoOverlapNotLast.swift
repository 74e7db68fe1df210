// Not-first and not-last for the no-overlap constraint; not-first is not-last with time reversed.
//
// Statement. If present tasks Ω complete after the latest start of another task i, est(Ω) + p(Ω) > lst(i), then i is not the last of
// them: it ends by the latest start of one of them,
//   lct(i) <= max { lst(j) : j in Ω }.
// Explanation. For the bound u that is asked: est(j) >= e and lst(j) <= u for the tasks of Ω, which are present, and
// lct(i) < e + p(Ω) + p(i). Slack in that raises the limit on i.
//
// Vilím 2004. O(n log n) a direction, plus O(n) for each inference.

extension NoOverlapPropagator {
  func propagateNotLast(_ direction: Int, _ core: inout Core) -> Bool {
    let count = tasks.count
    let order = tasks.order + direction * count
    let est = tasks.est + direction * count
    let descending = tasks.order + (1 - direction) * count
    core.work &+= count * 4
    tree.clear()
    for place in 0..<count { places[Int(order[place])] = Int32(truncatingIfNeeded: place) }
    sort(byLst, direction) { self.tasks.lct($0, direction) &- self.tasks.length[$0] }
    var next = 0
    var index = count
    while index > 0 {
      index &-= 1
      let task = Int(descending[index])
      let lct = tasks.lct(task, direction)
      while next < count {
        let other = Int(byLst[direction * count + next])
        if tasks.lct(other, direction) &- tasks.length[other] >= lct { break }
        next &+= 1
        if tasks.isPresent(other, in: core) {
          tree.insert(at: Int(places[other]), est: est[other], length: tasks.length[other])
        }
      }
      if tree.ect <= lct &- tasks.length[task] || tasks.isAbsent(task, in: core) { continue }
      if !endsEarlier(task, direction, &core) { return false }
    }
    return true
  }

  /// The tasks that start before the given one must end were found to complete too late for it to be last, but it may be among them.
  private func endsEarlier(_ task: Int, _ direction: Int, _ core: inout Core) -> Bool {
    let time = Int32(core.trail.count)
    let lct = tasks.lct(task, direction)
    let others = candidates(except: task, startingBy: lct - 1, direction, at: time, in: core)
    guard let start = lateStart(others, exceeding: lct - tasks.length[task]),
      let bound = others.filter({ $0.est >= start }).map(\.lst).max()
    else { return true }
    let why = reason(code(.notLast, task, direction), start)
    return core.set(tasks.ends(task, by: bound, direction), why)
  }

  /// The tasks other than `task` whose latest start is at most `latest`, by descending est.
  private func candidates(
    except task: Int, startingBy latest: Int32, _ direction: Int, at time: Int32, in core: borrowing Core
  ) -> [(task: Int, est: Int32, lst: Int32)] {
    var members: [(task: Int, est: Int32, lst: Int32)] = []
    for other in 0..<tasks.count where other != task && core.holds(tasks.presence[other], at: time) {
      let lst = tasks.lct(other, direction, at: time, in: core) - tasks.length[other]
      if lst <= latest { members.append((other, tasks.est(other, direction, at: time, in: core), lst)) }
    }
    return members.sorted { $0.est > $1.est }
  }

  /// The e of the statement: the tasks that start no earlier than it complete after `limit`.
  private func lateStart(_ others: [(task: Int, est: Int32, lst: Int32)], exceeding limit: Int32) -> Int32? {
    var energy: Int32 = 0
    for other in others {
      energy += tasks.length[other.task]
      if other.est + energy > limit { return other.est }
    }
    return nil
  }

  func explainNotLast(
    _ asked: Bound, _ task: Int, from start: Int32, _ direction: Int, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    // The asked bound is on the start in the other direction of time.
    let latest = -tasks.startTime(of: asked, task, 1 - direction)
    let members = candidates(except: task, startingBy: latest, direction, at: time, in: core).filter { $0.est >= start }
    let energy = members.reduce(Int32(0)) { $0 + tasks.length[$1.task] }
    let lct = tasks.lct(task, direction, at: time, in: core)
    let slack = start + energy - 1 - (lct - tasks.length[task])
    assert(slack >= 0)
    premises.append(tasks.ends(task, by: lct + slack, direction))
    for member in members {
      premises.append(tasks.starts(member.task, noEarlierThan: start, direction))
      premises.append(tasks.ends(member.task, by: latest + tasks.length[member.task], direction))
      appendPresence(of: member.task, into: &premises)
    }
  }
}
