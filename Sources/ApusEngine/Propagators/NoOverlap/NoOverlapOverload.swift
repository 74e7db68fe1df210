// Overload checking for the no-overlap constraint.
//
// Statement. For a window [e, l) and the present tasks Ω that must lie in it, p(Ω) <= l - e.
//   Rule 1. Where that fails, there is a conflict.
//   Rule 2. Where it would fail with a task that may still be absent, that task is absent.
// Explanation. The tasks of Ω lie in the window: est >= e and lct <= l, and they are present. The excess p(Ω) - (l - e) - 1 is
// slack: tasks that fit in it are left out, and the rest widens the window on both sides.
//
// Vilím, Barták, Čepek, "Unary resource constraint with optional activities", CP 2004; Vilím, "Computing explanations for
// the unary resource constraint", CPAIOR 2005. Here O(n²) on sorted columns, which beats a Θ-tree up to a few hundred tasks.

extension NoOverlapPropagator {
  func checkOverload(_ core: inout Core) -> Bool {
    let count = tasks.count
    let est = tasks.est
    let latest = tasks.est + count
    core.work &+= count * count >> 4
    var cut = 0
    while cut < count {
      // Cuts by descending lct: direction 1 orders tasks by ascending -lct.
      let lct = -latest[Int(tasks.order[count &+ cut])]
      cut &+= 1
      if cut < count, -latest[Int(tasks.order[count &+ cut])] == lct { continue }
      if !checkOverload(upTo: lct, est, latest, &core) { return false }
    }
    return true
  }

  @inline(__always) private func checkOverload(
    upTo lct: Int32, _ est: UnsafeMutablePointer<Int32>, _ latest: UnsafeMutablePointer<Int32>, _ core: inout Core
  ) -> Bool {
    var energy: Int32 = 0
    var longestOpen: Int32 = -1
    var openTask = -1
    var index = tasks.count &- 1
    while index >= 0 {
      let task = Int(tasks.order[index])
      index &-= 1
      if latest[task] < -lct { continue }
      let start = est[task]
      if hasOptionalTasks && !tasks.isPresent(task, in: core) {
        // A task that is not present may have crossed bounds, so only a present one can show an overload.
        if tasks.isAbsent(task, in: core) { continue }
        if tasks.length[task] > longestOpen {
          longestOpen = tasks.length[task]
          openTask = task
        }
      } else {
        energy &+= tasks.length[task]
        if start &+ energy > lct { return failOverload(start, lct, &core) }
      }
      if openTask >= 0 && start &+ energy &+ longestOpen > lct {
        let why = reason(code(.overload, openTask, 0), start, lct)
        if !core.set(tasks.presence[openTask] ^ 1, why) { return false }
        openTask = -1
        longestOpen = -1
      }
    }
    return true
  }

  private func failOverload(_ start: Int32, _ end: Int32, _ core: inout Core) -> Bool {
    var premises = Column<Bound>(capacity: 64)
    explainOverload(start, end, with: nil, at: Int32(core.trail.count), in: core, into: &premises)
    core.conflict = premises
    return false
  }

  /// Why the tasks in the window `start..<end`, together with `extra` were it present, are too long for it.
  func explainOverload(
    _ start: Int32, _ end: Int32, with extra: Int?, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    var members: [Int] = []
    var energy: Int32 = 0
    for task in 0..<tasks.count {
      guard task == extra || core.holds(tasks.presence[task], at: time),
        tasks.est(task, 0, at: time, in: core) >= start, tasks.lct(task, 0, at: time, in: core) <= end
      else { continue }
      members.append(task)
      energy += tasks.length[task]
    }
    var slack = energy - (end - start) - 1
    assert(slack >= 0)
    if dropsTasks {
      members.removeAll { task in
        guard task != extra, tasks.length[task] <= slack else { return false }
        slack -= tasks.length[task]
        return true
      }
    }
    let early = slack / 2
    for task in members {
      premises.append(tasks.starts(task, noEarlierThan: start - early, 0))
      premises.append(tasks.ends(task, by: end + (slack - early), 0))
      if task != extra { appendPresence(of: task, into: &premises) }
    }
  }

  @inline(__always) func appendPresence(of task: Int, into premises: inout Column<Bound>) {
    if tasks.presence[task] != Core.always { premises.append(Bound(tasks.presence[task])) }
  }
}
