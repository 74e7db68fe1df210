// Why there is too little room at some ticks: a minimal set of the tasks that cover them.
//
// Of the tasks that covered all of the ticks, those go that the overload can do without: the ones with the least demands first, so that
// few are left, but none whose premises hold at the root, which cost nothing. What is then still to spare lowers the premises on variable
// demands. Each task says no more than that it covers the ticks: it has started by the first and ends after the last.

extension CumulativePropagator {
  /// Premises for more being used from `first` to `last` than `limit`, also by `task`, were it there; -1 for no such task.
  func appendCover(
    from first: Int32, to last: Int32, above limit: Int64, except task: Int, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    let demand = task < 0 ? 0 : tasks.demand(task, at: time, in: core)
    let spare = appendOthers(
      from: first, to: last, above: limit - demand, except: task, at: time, in: core, into: &premises)
    if task >= 0 { appendDemand(of: task, demand - spare, into: &premises) }
  }

  /// Premises for the tasks other than `skipped` using more than `limit` from `first` to `last`. Returns what they use too much.
  @discardableResult
  func appendOthers(
    from first: Int32, to last: Int32, above limit: Int64, except skipped: Int, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) -> Int64 {
    var count = 0
    var spare = -limit - 1
    for task in 0..<tasks.count where task != skipped {
      let demand = tasks.demand(task, at: time, in: core)
      guard demand > 0, tasks.covers(task, from: first, to: last, at: time, in: core) else { continue }
      spare += demand
      insert(task, demand, &count)
    }
    assert(spare >= 0, "there was too little room")
    for index in 0..<count {
      let task = Int(members[index])
      if amounts[index] <= spare, !isFree(task, from: first, to: last, amounts[index], in: core) {
        spare -= amounts[index]
        continue
      }
      premises.append(tasks.starts(task, by: first))
      premises.append(tasks.ends(task, noEarlierThan: last + 1, 0))
      appendPresence(of: task, into: &premises)
      if tasks.demandVariable[task] >= 0 { members[index] = ~members[index] }
    }
    for index in 0..<count where members[index] < 0 {
      // At 0 the task is not needed, but it was kept because it costs nothing.
      let lowered = min(spare, amounts[index])
      appendDemand(of: Int(~members[index]), amounts[index] - lowered, into: &premises)
      spare -= lowered
    }
    return spare
  }

  /// Keeps the members by ascending amount.
  @inline(__always) func insert(_ task: Int, _ amount: Int64, _ count: inout Int) {
    var place = count
    while place > 0, amounts[place &- 1] > amount {
      amounts[place] = amounts[place &- 1]
      members[place] = members[place &- 1]
      place &-= 1
    }
    amounts[place] = amount
    members[place] = Int32(truncatingIfNeeded: task)
    count &+= 1
  }

  /// Whether all that is to be said of the task holds at the root.
  private func isFree(
    _ task: Int, from first: Int32, to last: Int32, _ demand: Int64, in core: borrowing Core
  ) -> Bool {
    let variable = tasks.demandVariable[task]
    return core.implyingEvent(of: Bound(tasks.presence[task])) < 0
      && core.implyingEvent(of: tasks.starts(task, by: first)) < 0
      && core.implyingEvent(of: tasks.ends(task, noEarlierThan: last + 1, 0)) < 0
      && (variable < 0 || core.implyingEvent(of: demandBound(variable, demand)) < 0)
  }

  @inline(__always) private func demandBound(_ variable: Int32, _ demand: Int64) -> Bound {
    Bound(2 &* variable &+ 1, Int32(clamping: -demand))
  }

  /// The premise that a task needs at least `demand`, where that is not a constant.
  func appendDemand(of task: Int, _ demand: Int64, into premises: inout Column<Bound>) {
    let variable = tasks.demandVariable[task]
    if variable >= 0 { premises.append(demandBound(variable, demand)) }
  }

  @inline(__always) func appendPresence(of task: Int, into premises: inout Column<Bound>) {
    if tasks.presence[task] != Core.always { premises.append(Bound(tasks.presence[task])) }
  }
}
