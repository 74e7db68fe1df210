// Precedence energy for the no-overlap constraint.
//
// Statement. The tasks P known to go before task i take their time one after another: for every e,
//   est(i) >= e + p({ j in P : est(j) >= e }).
// Explanation. "j before i" and est(j) >= e for the tasks summed up; they imply presence. Slack leaves out tasks that fit in it, all but
// one, and then lowers e.
//
// Laborie, "Algorithms for propagating resource constraints", Artificial Intelligence 143, 2003. O(n²) a direction.

extension NoOverlapPropagator {
  func propagatePrecedenceEnergy(_ direction: Int, _ core: inout Core) -> Bool {
    let count = tasks.count
    let order = tasks.order + direction * count
    let est = tasks.est + direction * count
    core.work &+= count * count >> 4
    var task = 0
    while task < count {
      var energy: Int32 = 0
      var best = Int32.min
      var bestStart: Int32 = 0
      var index = count &- 1
      while index >= 0 {
        let other = Int(order[index])
        index &-= 1
        if other == task { continue }
        let literal = direction == 0 ? pairs.before(other, task) : pairs.before(task, other)
        if !core.holds(literal) { continue }
        energy &+= tasks.length[other]
        if est[other] &+ energy > best {
          best = est[other] &+ energy
          bestStart = est[other]
        }
      }
      if best > est[task] {
        let why = reason(code(.precedenceEnergy, task, direction), bestStart)
        if !core.set(tasks.starts(task, noEarlierThan: best, direction), why) { return false }
      }
      task &+= 1
    }
    return true
  }

  func explainPrecedenceEnergy(
    _ asked: Bound, _ task: Int, _ direction: Int, from start: Int32, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    var members: [Int] = []
    var energy: Int32 = 0
    for other in 0..<tasks.count where other != task {
      let literal = direction == 0 ? pairs.before(other, task) : pairs.before(task, other)
      guard core.holds(literal, at: time), tasks.est(other, direction, at: time, in: core) >= start else { continue }
      members.append(other)
      energy += tasks.length[other]
    }
    var slack = start + energy - tasks.startTime(of: asked, task, direction)
    assert(slack >= 0 && !members.isEmpty)
    if dropsTasks {
      var index = 0
      while index < members.count && members.count > 1 {
        let length = tasks.length[members[index]]
        if length <= slack {
          slack -= length
          members.remove(at: index)
        } else {
          index += 1
        }
      }
    }
    for other in members {
      premises.append(Bound(direction == 0 ? pairs.before(other, task) : pairs.before(task, other)))
      premises.append(tasks.starts(other, noEarlierThan: start - slack, direction))
    }
  }
}
