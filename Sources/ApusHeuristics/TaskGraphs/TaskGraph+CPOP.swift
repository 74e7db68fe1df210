import ApusStructure

extension TaskGraph {
  /// CPOP, critical path on a processor: all tasks of a critical path go to the one processor that does them fastest together; what is ready goes by
  /// falling sum of upward and downward rank, and off the path to where it ends first.
  ///
  /// The path is that from the first of the tasks with the greatest sum that wait for nothing, each time to the first with an equal sum. Where
  /// no processor can do the whole path, each of its tasks goes to where it ends first.
  ///
  /// Topcuoglu, Hariri and Wu 2002, as ``heft(by:)``.
  ///
  /// Complexity: as ``heft(by:)``, and O(*tasks*²) at worst for the queue.
  public func cpop() -> TaskGraphSchedule {
    let ranks = TaskRanks(self, by: .mean)
    let priority = zip(ranks.upward, ranks.downward).map(+)
    let path = criticalTasks(priority)
    let processor = fastestProcessor(for: path)
    var isCritical = [Bool](repeating: false, count: taskCount)
    for task in path { isCritical[task] = true }
    var placement = TaskPlacement(self)
    var ready = ReadyTasks(self, byFalling: priority)
    while let task = ready.next() {
      let own = isCritical[task] ? modes.of(task).first { Int(modes.machine[$0]) == processor } : nil
      placement.place(task, in: own ?? placement.earliestEnd(of: task).mode)
    }
    return placement.schedule
  }

  /// What sums of ranks may differ by, in millionths: both are rounded.
  private static let slack = 4

  private func criticalTasks(_ priority: [Int]) -> [Int] {
    let entries = topologicalOrder.lazy.map(Int.init).filter { predecessors.of($0).isEmpty }
    guard var task = entries.max(by: { priority[$0] < priority[$1] }) else { return [] }
    task = entries.first { priority[$0] == priority[task] } ?? task
    let length = priority[task]
    var path = [task]
    while let arc = successors.of(task).first(where: { priority[Int(after[Int($0)])] >= length - Self.slack }) {
      task = Int(after[Int(arc)])
      path.append(task)
    }
    return path
  }

  /// The processor that does all tasks in the least time together; nil where none can.
  private func fastestProcessor(for tasks: [Int]) -> Int? {
    var time = [Int](repeating: 0, count: processorCount)
    var able = time
    for task in tasks {
      for mode in modes.of(task) {
        time[Int(modes.machine[mode])] += Int(modes.duration[mode])
        able[Int(modes.machine[mode])] += 1
      }
    }
    return time.indices.filter { able[$0] == tasks.count }.min { (time[$0], $0) < (time[$1], $1) }
  }
}
