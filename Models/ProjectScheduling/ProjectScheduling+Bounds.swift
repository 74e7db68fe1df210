extension ProjectScheduling {
  /// The earliest start of each task if resources were plenty and every task done in its shortest mode; nil where the lags contradict
  /// each other, so that the project is infeasible.
  ///
  /// - Complexity: O(tasks + precedences) where all wait for ends; otherwise up to O(tasks × precedences), as in the
  ///   algorithm of Bellman and Ford.
  public var earliestStarts: [Int]? {
    let shortest = shortestDurations
    let order = precedencesInOrder
    var start = [Int](repeating: 0, count: tasks.count)
    // A path that repeats no task stays within the horizon.
    var isChanging = true
    while isChanging {
      isChanging = false
      for precedence in order {
        let base = precedence.source == .end ? shortest[precedence.before] : 0
        let ready = start[precedence.before] + base + precedence.lag
        guard ready > start[precedence.after] else { continue }
        guard ready <= horizon else { return nil }
        start[precedence.after] = ready
        isChanging = true
      }
    }
    return start
  }

  /// The length of the project if resources were plenty and every task done in its shortest mode; nil where the lags contradict
  /// each other. Complexity: that of ``earliestStarts``.
  public var criticalPath: Int? {
    earliestStarts.map { starts in zip(starts, shortestDurations).reduce(0) { Swift.max($0, $1.0 + $1.1) } }
  }

  /// For each renewable resource the time for which it would be busy at full capacity with the least work of each task; nil where
  /// there is none of it.
  ///
  /// - Complexity: O(modes × resources).
  public var resourceTimes: [Int?] {
    renewables.enumerated().map { resource, capacity in
      guard capacity > 0 else { return nil }
      // Durations sum to 10⁹ and demands are at most 10⁹: 64 bits hold it.
      let work = tasks.reduce(0) { $0 + ($1.modes.map { $0.duration * $0.renewables[resource] }.min() ?? 0) }
      return (work + capacity - 1) / capacity
    }
  }

  /// Whether it is plain to see that no schedule exists: the lags contradict each other, a task fits in no mode, or all modes that
  /// use up least of a nonrenewable resource use up too much together.
  var isPlainlyInfeasible: Bool {
    earliestStarts == nil
      || nonrenewables.indices.contains { resource in
        let least = tasks.reduce(0) { $0 + ($1.modes.map { $0.nonrenewables[resource] }.min() ?? 0) }
        return least > nonrenewables[resource]
      }
      || tasks.contains { task in
        !task.modes.contains { mode in
          (mode.duration == 0 || renewables.indices.allSatisfy { mode.renewables[$0] <= renewables[$0] })
            && nonrenewables.indices.allSatisfy { mode.nonrenewables[$0] <= nonrenewables[$0] }
        }
      }
  }

  /// The duration of each task in its shortest mode.
  var shortestDurations: [Int] { tasks.map { $0.modes.map(\.duration).min() ?? 0 } }

  /// The precedences so ordered that one that waits comes late, as far as they run in no circle.
  private var precedencesInOrder: [Precedence] {
    var outgoing: [[Precedence]] = Array(repeating: [], count: tasks.count)
    var waiting = [Int](repeating: 0, count: tasks.count)
    for precedence in precedences {
      outgoing[precedence.before].append(precedence)
      waiting[precedence.after] += 1
    }
    var ready = waiting.indices.filter { waiting[$0] == 0 }
    var order: [Precedence] = []
    var isOrdered = [Bool](repeating: false, count: tasks.count)
    var next = 0
    while next < ready.count {
      let task = ready[next]
      next += 1
      isOrdered[task] = true
      for precedence in outgoing[task] {
        order.append(precedence)
        waiting[precedence.after] -= 1
        if waiting[precedence.after] == 0 { ready.append(precedence.after) }
      }
    }
    return order + precedences.filter { !isOrdered[$0.before] }
  }
}
