extension CumulativePropagator {
  /// Whether the schedule of the lower bounds keeps within the capacity.
  ///
  /// Complexity: O(*n*) where little has changed since the last call.
  func isSatisfiedByLowerBounds(_ core: borrowing Core) -> Bool {
    tasks.refresh(from: core)
    for task in 0..<tasks.count {
      isPresent[task] = tasks.demand[task] > 0 && tasks.est[task] < tasks.ect[task] && core.holds(tasks.presence[task])
    }
    earliest.build(from: tasks.est, to: tasks.ect, tasks.demand, where: isPresent)
    return earliest.leastRoom >= 0
  }

  /// The task that can start first of those that are present and whose start is open; of several the one with the least latest start.
  func firstOpenTask(_ core: borrowing Core) -> Int? {
    var best: Int?
    for task in 0..<tasks.count where core.holds(tasks.presence[task]) && !core.isFixed(tasks.start(task)) {
      guard let last = best else {
        best = task
        continue
      }
      let (start, other) = (tasks.start(task), tasks.start(last))
      if (core.lower(start), core.upper(start)) < (core.lower(other), core.upper(other)) { best = task }
    }
    return best
  }
}
