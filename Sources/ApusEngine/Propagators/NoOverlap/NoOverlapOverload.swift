// Overload checking for the no-overlap constraint.
//
// Statement. For a window [e, l) and the present tasks Ω that must lie in it, p(Ω) <= l - e.
//   Rule 1. Where that fails, there is a conflict.
//   Rule 2. Where it would fail with a task that may still be absent, that task is absent.
// Explanation. The tasks of Ω lie in the window: est >= e and lct <= l, and they are present. The excess p(Ω) - (l - e) - 1 is
// slack that widens the window on both sides. (To leave out tasks that fit in the slack makes clauses shorter, and was worse.)
//
// Vilím, Barták, Čepek, "Unary resource constraint with optional activities", CP 2004; Vilím, "Computing explanations for
// the unary resource constraint", CPAIOR 2005. On short resources O(n²) on sorted columns, of which little is ever looked at; on
// long ones O(n log n) with a Θ-Λ-tree.

extension NoOverlapPropagator {
  func checkOverload(_ core: inout Core) -> Bool {
    let count = tasks.count
    if count > rules.longestScanned { return checkOverloadByTree(&core) }
    let est = tasks.est
    let latest = tasks.est + count
    core.work &+= count
    // Cuts by ascending lct, beside the tasks by ascending est: the completion of all tasks that start before a cut is an upper
    // bound of what its window holds, and passes most cuts.
    var reach = Int32.min
    var place = 0
    var cut = count
    while cut > 0 {
      cut &-= 1
      let lct = -latest[Int(tasks.order[count &+ cut])]
      if cut > 0, -latest[Int(tasks.order[count &+ cut &- 1])] == lct { continue }
      while place < count, est[Int(tasks.order[place])] < lct {
        let task = Int(tasks.order[place])
        reach = max(reach, est[task]) &+ tasks.length[task]
        place &+= 1
      }
      if reach > lct && !checkOverload(upTo: lct, before: place, est, latest, &core) { return false }
    }
    return true
  }

  @inline(__always) private func checkOverload(
    upTo lct: Int32, before place: Int, _ est: UnsafeMutablePointer<Int32>, _ latest: UnsafeMutablePointer<Int32>,
    _ core: inout Core
  ) -> Bool {
    core.work &+= place >> 3
    var energy: Int32 = 0
    var longestOpen: Int32 = -1
    var openTask = -1
    var index = place &- 1
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

  private func checkOverloadByTree(_ core: inout Core) -> Bool {
    guard let cuts = tightCuts(0) else { return true }
    let count = tasks.count
    core.work &+= count * 2
    tree.clear()
    for place in 0..<count { places[Int(tasks.order[place])] = Int32(truncatingIfNeeded: place) }
    var index = count
    while index > 0 {
      index &-= 1
      // By ascending lct.
      let task = Int(tasks.order[count &+ index])
      let lct = tasks.lct(task, 0)
      if lct > cuts.upperBound { break }
      let place = Int(places[task])
      if tasks.isPresent(task, in: core) {
        tree.insert(at: place, est: tasks.est[task], length: tasks.length[task])
      } else if !tasks.isAbsent(task, in: core) {
        tree.insertGrey(tasks.order[count &+ index], at: place, est: tasks.est[task], length: tasks.length[task])
      }
      if tree.ect > lct { return failOverload(overloadStart(upTo: lct, with: nil, core), lct, &core) }
      while tree.ectWithOne > lct, tree.responsible >= 0 {
        let extra = Int(tree.responsible)
        let why = reason(code(.overload, extra, 0), overloadStart(upTo: lct, with: extra, core), lct)
        if !core.set(tasks.presence[extra] ^ 1, why) { return false }
        tree.remove(at: Int(places[extra]))
      }
    }
    return true
  }

  /// The start of a window that ends at `lct` and is too short for its tasks.
  private func overloadStart(upTo lct: Int32, with extra: Int?, _ core: borrowing Core) -> Int32 {
    var energy: Int32 = 0
    for index in (0..<tasks.count).reversed() {
      let task = Int(tasks.order[index])
      guard tasks.lct(task, 0) <= lct, task == extra || tasks.isPresent(task, in: core) else { continue }
      energy += tasks.length[task]
      let start = tasks.est[task]
      if start + energy > lct, extra.map({ tasks.est[$0] >= start }) ?? true { return start }
    }
    preconditionFailure("the tree has found an overload")
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
    var count = 0
    var energy: Int32 = 0
    for task in 0..<tasks.count {
      guard task == extra || core.holds(tasks.presence[task], at: time),
        tasks.est(task, 0, at: time, in: core) >= start, tasks.lct(task, 0, at: time, in: core) <= end
      else { continue }
      members[count] = Int32(truncatingIfNeeded: task)
      count &+= 1
      energy &+= tasks.length[task]
    }
    let slack = energy - (end - start) - 1
    assert(slack >= 0)
    let early = slack / 2
    for index in 0..<count {
      let task = Int(members[index])
      premises.append(tasks.starts(task, noEarlierThan: start - early, 0))
      premises.append(tasks.ends(task, by: end + (slack - early), 0))
      if task != extra { appendPresence(of: task, into: &premises) }
    }
  }

  @inline(__always) func appendPresence(of task: Int, into premises: inout Column<Bound>) {
    if tasks.presence[task] != Core.always { premises.append(Bound(tasks.presence[task])) }
  }
}
