// Detectable precedences for the no-overlap constraint.
//
// Statement. Where ect(i) > lst(j), task i cannot go before j. The present tasks Θ for which that is so go before i:
//   est(i) >= ect(Θ).
// Explanation. For a pivot q: est(i) >= q, and lst(j) < q + p(i) for the tasks that make up ect(Θ), which start no earlier than the first
// of them; they are present. The pivot is the lowest that will do; slack in the completion lowers the first start.
//
// Vilím 2002. O(n log n) a direction. Where all pairs have Booleans, the edges that these guard detect the precedences and precedence
// energy adds them up, so this rule is for long resources.

extension NoOverlapPropagator {
  func propagateDetectablePrecedences(_ direction: Int, _ core: inout Core) -> Bool {
    let count = tasks.count
    let order = tasks.order + direction * count
    let est = tasks.est + direction * count
    core.work &+= count * 4
    tree.clear()
    for place in 0..<count { places[Int(order[place])] = Int32(truncatingIfNeeded: place) }
    // Tasks by ect and by lst; both nearly sorted from the last call.
    sort(byEct, direction) { self.tasks.est[direction * count + $0] &+ self.tasks.length[$0] }
    sort(byLst, direction) { self.tasks.lct($0, direction) &- self.tasks.length[$0] }
    var next = 0
    for index in 0..<count {
      let task = Int(byEct[direction * count + index])
      let ect = est[task] &+ tasks.length[task]
      while next < count {
        let other = Int(byLst[direction * count + next])
        if tasks.lct(other, direction) &- tasks.length[other] >= ect { break }
        next &+= 1
        if tasks.isPresent(other, in: core) {
          tree.insert(at: Int(places[other]), est: est[other], length: tasks.length[other])
        }
      }
      if tree.ect <= est[task] || tasks.isAbsent(task, in: core) { continue }
      if !pushDetected(task, direction, &core) { return false }
    }
    return true
  }

  /// Θ was found to complete after the task's earliest start, but may hold the task itself: looks closely.
  private func pushDetected(_ task: Int, _ direction: Int, _ core: inout Core) -> Bool {
    let time = Int32(core.trail.count)
    guard let critical = criticalPredecessors(task, atLeast: nil, direction, at: time, in: core),
      critical.ect > tasks.est[direction * tasks.count + task]
    else { return true }
    let why = reason(code(.detectablePrecedences, task, direction))
    return core.set(tasks.starts(task, noEarlierThan: critical.ect, direction), why)
  }

  /// The start and completion of the detected predecessors that complete latest, or of some that complete by no less than `needed`.
  private func criticalPredecessors(
    _ task: Int, atLeast needed: Int32?, _ direction: Int, at time: Int32, in core: borrowing Core
  ) -> (start: Int32, ect: Int32)? {
    let detected = detectedPredecessors(of: task, direction, at: time, in: core).sorted { $0.est > $1.est }
    var energy: Int32 = 0
    var best: (start: Int32, ect: Int32)?
    for member in detected {
      energy += tasks.length[member.task]
      if best.map({ member.est + energy > $0.ect }) ?? true { best = (member.est, member.est + energy) }
      if let needed, member.est + energy >= needed { return best }
    }
    return best
  }

  private func detectedPredecessors(
    of task: Int, _ direction: Int, at time: Int32, in core: borrowing Core
  ) -> [(task: Int, est: Int32, lst: Int32)] {
    let ect = tasks.est(task, direction, at: time, in: core) + tasks.length[task]
    var members: [(task: Int, est: Int32, lst: Int32)] = []
    for other in 0..<tasks.count where other != task && core.holds(tasks.presence[other], at: time) {
      let lst = tasks.lct(other, direction, at: time, in: core) - tasks.length[other]
      if lst < ect { members.append((other, tasks.est(other, direction, at: time, in: core), lst)) }
    }
    return members
  }

  func explainDetectablePrecedences(
    _ asked: Bound, _ task: Int, _ direction: Int, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    let needed = tasks.startTime(of: asked, task, direction)
    guard let critical = criticalPredecessors(task, atLeast: needed, direction, at: time, in: core) else {
      return assertionFailure("a task was pushed by others")
    }
    let members = detectedPredecessors(of: task, direction, at: time, in: core).filter { $0.est >= critical.start }
    let latest = members.map(\.lst).max() ?? 0
    premises.append(tasks.starts(task, noEarlierThan: latest + 1 - tasks.length[task], direction))
    for member in members {
      premises.append(
        tasks.starts(member.task, noEarlierThan: critical.start - (critical.ect - needed), direction))
      premises.append(tasks.ends(member.task, by: latest + tasks.length[member.task], direction))
      appendPresence(of: member.task, into: &premises)
    }
  }
}
