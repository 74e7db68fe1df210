// Precedence energy for the no-overlap constraint.
//
// Statement. The tasks P known to go before task i take their time one after another: for every e,
//   est(i) >= e + p({ j in P : est(j) >= e }).
// Explanation. "j before i" and est(j) >= e for the tasks summed up; they imply presence. Slack lowers e.
//
// Laborie, "Algorithms for propagating resource constraints", Artificial Intelligence 143, 2003. O(n²) a direction.

extension NoOverlapPropagator {
  func propagatePrecedenceEnergy(_ direction: Int, _ core: inout Core) -> Bool {
    let count = tasks.count
    let order = tasks.order + direction * count
    let est = tasks.est + direction * count
    core.work &+= count
    // The completion of all tasks up to here by earliest start, an upper bound of what the predecessors alone can reach.
    // Predecessors start earlier, so only tasks that come before in the order need be looked at.
    var reach = Int32.min
    var place = 0
    while place < count {
      let task = Int(order[place])
      if reach > est[task] && !raise(task, at: place, direction, &core) { return false }
      reach = max(reach, est[task]) &+ tasks.length[task]
      place &+= 1
    }
    return true
  }

  /// Raises the earliest start of a task to the completion of its predecessors.
  @inline(__always) private func raise(_ task: Int, at place: Int, _ direction: Int, _ core: inout Core) -> Bool {
    let order = tasks.order + direction &* tasks.count
    let est = tasks.est + direction &* tasks.count
    let predecessors = pairs.predecessors(of: task, direction)
    core.work &+= place >> 3
    var energy: Int32 = 0
    var best = Int32.min
    var bestStart: Int32 = 0
    var index = place &- 1
    while index >= 0 {
      let other = Int(order[index])
      index &-= 1
      if !core.holds(predecessors[other]) { continue }
      energy &+= tasks.length[other]
      if est[other] &+ energy > best {
        best = est[other] &+ energy
        bestStart = est[other]
      }
    }
    if best <= est[task] { return true }
    let why = reason(code(.precedenceEnergy, task, direction), bestStart)
    return core.set(tasks.starts(task, noEarlierThan: best, direction), why)
  }

  func explainPrecedenceEnergy(
    _ asked: Bound, _ task: Int, _ direction: Int, from start: Int32, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    let predecessors = pairs.predecessors(of: task, direction)
    var count = 0
    var energy: Int32 = 0
    for other in 0..<tasks.count where other != task {
      guard core.holds(predecessors[other], at: time), tasks.est(other, direction, at: time, in: core) >= start else {
        continue
      }
      members[count] = Int32(truncatingIfNeeded: other)
      count &+= 1
      energy &+= tasks.length[other]
    }
    let slack = start + energy - tasks.startTime(of: asked, task, direction)
    assert(slack >= 0 && count > 0)
    for index in 0..<count {
      let other = Int(members[index])
      premises.append(Bound(predecessors[other]))
      premises.append(tasks.starts(other, noEarlierThan: start - slack, direction))
    }
  }
}
