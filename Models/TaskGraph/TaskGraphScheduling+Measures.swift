/// What schedules of task graphs are compared by.
extension TaskGraphScheduling {
  /// The longest path of least times, without data: no schedule is shorter. The denominator of the schedule length ratio. O(tasks + arcs).
  public var shortestPath: Int {
    var end = [Int](repeating: 0, count: tasks.count)
    var start = end
    var outgoing: [[Int]] = Array(repeating: [], count: tasks.count)
    for arc in arcs { outgoing[arc.before].append(arc.after) }
    for task in topologicalOrder {
      end[task] = start[task] + tasks[task].shortest
      for next in outgoing[task] { start[next] = max(start[next], end[task]) }
    }
    return end.max() ?? 0
  }

  /// All work where it is done fastest, spread evenly over the processors, rounded up. O(tasks × processors).
  public var meanLoad: Int {
    let work = tasks.reduce(0) { $0 + $1.shortest }
    return (work + processors.count - 1) / processors.count
  }

  /// The least time on a single processor that can do all; nil where there is none. O(tasks × processors).
  public var sequentialTime: Int? {
    processors.compactMap { processor in
      tasks.reduce(0 as Int?) { total, task in
        guard let total, let duration = task.durations[processor.id] else { return nil }
        return total + duration
      }
    }.min()
  }

  /// Makespan / ``shortestPath``, the schedule length ratio of Topcuoglu and others; nil where nothing takes time.
  public func scheduleLengthRatio(ofMakespan makespan: Int) -> Double? {
    let path = shortestPath
    return path > 0 ? Double(makespan) / Double(path) : nil
  }

  /// ``sequentialTime`` / makespan.
  public func speedUp(ofMakespan makespan: Int) -> Double? {
    guard makespan > 0, let time = sequentialTime else { return nil }
    return Double(time) / Double(makespan)
  }

  /// The speed-up for each processor.
  public func efficiency(ofMakespan makespan: Int) -> Double? {
    speedUp(ofMakespan: makespan).map { $0 / Double(processors.count) }
  }
}
