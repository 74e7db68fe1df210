import ApusStructure

extension TaskGraph {
  /// PEFT, predict earliest finish time: what is ready goes by falling mean of its optimistic costs, to where its end and the optimistic cost
  /// of what comes behind it are least together.
  ///
  /// The optimistic cost of a task in a mode is the longest way from its end to the end of all, if everything behind it could run where that
  /// suits it best: OCT(i, p) = max over successors j of min over modes w of OCT(j, w) + time(j, w) + (0 on the same processor, else the mean delay).
  ///
  /// H. Arabnejad, J. G. Barbosa: *List scheduling algorithm for heterogeneous systems by an optimistic cost table*. IEEE Transactions on
  /// Parallel and Distributed Systems 25 (2014), 682–694.
  ///
  /// Complexity: O(*arcs* · *processors*²), and as ``heft(by:)`` for the gaps.
  public func peft() -> TaskGraphSchedule {
    let cost = optimisticCosts
    let keys = (0..<taskCount).map { task -> Int in
      let modes = modes.of(task)
      return TaskRanks.rounded(modes.reduce(0) { $0 + cost[$1] } / Double(modes.count))
    }
    var placement = TaskPlacement(self)
    var ready = ReadyTasks(self, byFalling: keys)
    while let task = ready.next() {
      var best = (mode: -1, key: Int.max)
      for mode in modes.of(task) {
        let end = placement.earliestStart(of: task, in: mode) + modes.duration[mode]
        let key = TaskRanks.rounded(Double(end) + cost[mode])
        if best.mode < 0 || key < best.key { best = (mode, key) }
      }
      placement.place(task, in: best.mode)
    }
    return placement.schedule
  }

  /// By mode, in ticks.
  var optimisticCosts: [Double] {
    let ranks = TaskRanks(self, by: .mean)
    var cost = [Double](repeating: 0, count: modes.machine.count)
    for task in topologicalOrder.reversed().lazy.map(Int.init) {
      for arc in successors.of(task).lazy.map(Int.init) {
        let targets = modes.of(Int(after[arc]))
        let delay = ranks.delay(of: arc)
        let elsewhere = targets.reduce(Double.infinity) { min($0, cost[$1] + Double(modes.duration[$1]) + delay) }
        for mode in modes.of(task) {
          let here = targets.reduce(elsewhere) { least, target in
            modes.machine[target] == modes.machine[mode]
              ? min(least, cost[target] + Double(modes.duration[target])) : least
          }
          cost[mode] = max(cost[mode], here)
        }
      }
    }
    return cost
  }
}
