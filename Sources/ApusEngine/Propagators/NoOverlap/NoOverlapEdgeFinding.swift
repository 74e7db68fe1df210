// Edge-finding for the no-overlap constraint.
//
// Statement. Let Θ be the present tasks that end by l, and i another task. If for some e, with Ω = { j in Θ : est(j) >= e } and est(i) >= e,
//   e + p(Ω) + p(i) > l,
// then i cannot end by l as well, so it goes after all of Θ.
//   Rule 1. Where the pair has a Boolean, each task of Θ goes before i; precedence energy then pushes i.
//   Rule 2. Otherwise est(i) >= ect(Θ).
// Explanation. i ends after l: est >= e for i and Ω, and lct <= l for Ω; slack lowers e. For rule 1, the other task ends by l. For
// rule 2, the tasks that make up ect(Θ) end by l and start no earlier than the first of them.
//
// Carlier and Pinson 1989; Vilím, Θ-Λ-tree, 2007. O(n log n) a direction, plus O(n) for each inference.

extension NoOverlapPropagator {
  func findEdges(_ direction: Int, _ core: inout Core) -> Bool {
    let count = tasks.count
    let order = tasks.order + direction * count
    let est = tasks.est + direction * count
    let latest = tasks.est + (1 - direction) * count
    let descending = tasks.order + (1 - direction) * count
    core.work &+= count * 4
    tree.clear()
    for place in 0..<count {
      let task = Int(order[place])
      places[task] = Int32(truncatingIfNeeded: place)
      if tasks.isPresent(task, in: core) {
        tree.insert(at: place, est: est[task], length: tasks.length[task])
      } else if !tasks.isAbsent(task, in: core) {
        tree.insertGrey(order[place], at: place, est: est[task], length: tasks.length[task])
      }
    }
    // Direction 1 - d orders tasks by ascending -lct: the first is the latest.
    var index = 0
    while index < count {
      let task = Int(descending[index])
      index &+= 1
      let lct = -latest[task]
      // All tasks left in Θ end by lct.
      while tree.ectWithOne > lct && tree.ect <= lct {
        let late = Int(tree.responsible)
        if late < 0 { break }
        if !goesLast(late, after: lct, direction, &core) { return false }
        tree.remove(at: Int(places[late]))
      }
      if tasks.isPresent(task, in: core) {
        tree.insertGrey(
          Int32(truncatingIfNeeded: task), at: Int(places[task]), est: est[task], length: tasks.length[task])
      }
    }
    return true
  }

  /// Infers that `late` goes after every task that ends by `lct`.
  private func goesLast(_ late: Int, after lct: Int32, _ direction: Int, _ core: inout Core) -> Bool {
    // A task that ends by lct itself and may be absent is for the overload check.
    if tasks.lct(late, direction) <= lct { return true }
    guard let start = windowStart(late, lct, direction, core) else { return true }
    if !pairs.isEager {
      let time = Int32(core.trail.count)
      guard let critical = criticalStart(lct, except: late, atLeast: nil, direction, at: time, in: core) else {
        return true
      }
      let why = reason(code(.edgeFinding, late, direction), start, lct)
      return core.set(tasks.starts(late, noEarlierThan: critical.ect, direction), why)
    }
    let predecessors = pairs.predecessors(of: late, direction)
    for other in 0..<tasks.count where other != late && tasks.lct(other, direction) <= lct {
      let literal = predecessors[other]
      if core.holds(literal) || !tasks.isPresent(other, in: core) { continue }
      // With an optional task the literal says that both are present; only the opposite order is known to be wrong.
      let opposite = pairs.predecessors(of: other, direction)[late]
      let why = reason(code(.edgeFindingOrder, late, direction), start, lct)
      if !core.set(opposite ^ 1, why) { return false }
    }
    return true
  }

  /// The e of the statement, for the bounds of the snapshot.
  private func windowStart(_ late: Int, _ lct: Int32, _ direction: Int, _ core: borrowing Core) -> Int32? {
    let order = tasks.order + direction * tasks.count
    let est = tasks.est + direction * tasks.count
    var energy = tasks.length[late]
    var index = tasks.count &- 1
    while index >= 0 {
      let task = Int(order[index])
      index &-= 1
      if task != late {
        if tasks.lct(task, direction) > lct || !tasks.isPresent(task, in: core) { continue }
        energy &+= tasks.length[task]
      }
      if est[task] <= est[late], est[task] &+ energy > lct { return est[task] }
    }
    return nil
  }

  /// The start and completion of the tasks that make Θ complete latest, or, given `atLeast`, of some that complete no earlier than that.
  func criticalStart(
    _ lct: Int32, except late: Int, atLeast needed: Int32?, _ direction: Int, at time: Int32, in core: borrowing Core
  ) -> (start: Int32, ect: Int32)? {
    let members = membersOfTheta(lct, except: late, direction, at: time, in: core).sorted { $0.est > $1.est }
    var energy: Int32 = 0
    var best: (start: Int32, ect: Int32)?
    for member in members {
      energy += tasks.length[member.task]
      if best.map({ member.est + energy > $0.ect }) ?? true { best = (member.est, member.est + energy) }
      if let needed, member.est + energy >= needed { return best }
    }
    return best
  }

  private func membersOfTheta(
    _ lct: Int32, except late: Int, _ direction: Int, at time: Int32, in core: borrowing Core
  ) -> [(task: Int, est: Int32)] {
    var members: [(task: Int, est: Int32)] = []
    for task in 0..<tasks.count where task != late {
      guard core.holds(tasks.presence[task], at: time), tasks.lct(task, direction, at: time, in: core) <= lct else {
        continue
      }
      members.append((task, tasks.est(task, direction, at: time, in: core)))
    }
    return members
  }

  // MARK: Explanations

  /// Why `late` ends after `lct`.
  private func explainWindow(
    _ late: Int, from start: Int32, to lct: Int32, _ direction: Int, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    let members = membersOfTheta(lct, except: late, direction, at: time, in: core).filter { $0.est >= start }
    let energy = members.reduce(tasks.length[late]) { $0 + tasks.length[$1.task] }
    let slack = start + energy - lct - 1
    assert(slack >= 0)
    premises.append(tasks.starts(late, noEarlierThan: start - slack, direction))
    for member in members {
      premises.append(tasks.starts(member.task, noEarlierThan: start - slack, direction))
      premises.append(tasks.ends(member.task, by: lct, direction))
      appendPresence(of: member.task, into: &premises)
    }
  }

  /// Rule 2.
  func explainEdgeFinding(
    _ asked: Bound, _ late: Int, from start: Int32, to lct: Int32, _ direction: Int, at time: Int32,
    in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    explainWindow(late, from: start, to: lct, direction, at: time, in: core, into: &premises)
    let needed = tasks.startTime(of: asked, late, direction)
    guard let critical = criticalStart(lct, except: late, atLeast: needed, direction, at: time, in: core) else {
      return assertionFailure("a task was pushed by others")
    }
    for member in membersOfTheta(lct, except: late, direction, at: time, in: core) where member.est >= critical.start {
      premises.append(tasks.starts(member.task, noEarlierThan: critical.start - (critical.ect - needed), direction))
      premises.append(tasks.ends(member.task, by: lct, direction))
      appendPresence(of: member.task, into: &premises)
    }
  }

  /// Rule 1: `asked` says that `late` does not go before another task of Θ.
  func explainEdgeFindingOrder(
    _ asked: Bound, _ late: Int, from start: Int32, to lct: Int32, _ direction: Int, at time: Int32,
    in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    explainWindow(late, from: start, to: lct, direction, at: time, in: core, into: &premises)
    let other = (0..<tasks.count).first {
      $0 != late && pairs.predecessors(of: $0, direction)[late] ^ 1 == asked.signed
    }
    guard let other else { return assertionFailure("the literal orders two tasks") }
    premises.append(tasks.ends(other, by: lct, direction))
  }
}
