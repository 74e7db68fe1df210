import ApusStructure

extension PriorityRule {
  /// By task, its key: the least goes first.
  ///
  /// Complexity: linear in tasks and links; for MTS O((*tasks* + *links*) · *tasks* / 64).
  func keys(for project: Project) -> [Int] {
    let tasks = 0..<project.taskCount
    func duration(_ task: Int) -> Int { Int(project.duration[task]) }
    func successors(_ task: Int) -> some Sequence<Int> {
      project.successors.places(of: task).lazy.map { Int(project.successors.task[$0]) }
    }
    switch self {
    // What the project's length adds is the same for all.
    case .lft:
      let tails = project.tails
      return tasks.map { -tails[$0] }
    case .lst:
      let tails = project.tails
      return tasks.map { -tails[$0] - duration($0) }
    case .mslk:
      let (heads, tails) = (project.heads, project.tails)
      return tasks.map { -tails[$0] - duration($0) - heads[$0] }
    case .grpw: return tasks.map { task in -successors(task).reduce(duration(task)) { $0 + duration($1) } }
    case .mts: return project.successorCounts.map { -$0 }
    case .mis: return tasks.map { -project.successors.places(of: $0).count }
    case .spt: return tasks.map(duration)
    }
  }
}

extension Project {
  /// How many tasks wait for each, directly or not.
  ///
  /// 64 tasks at a time are followed back to all that they wait for, so that memory stays linear.
  /// Complexity: O((*tasks* + *links*) · *tasks* / 64).
  var successorCounts: [Int] {
    var counts = [Int](repeating: 0, count: taskCount)
    var reached = [UInt64](repeating: 0, count: taskCount)
    var first = 0
    while first < taskCount {
      let block = topologicalOrder[first..<Swift.min(first + 64, taskCount)]
      for task in reached.indices { reached[task] = 0 }
      // What comes before the last of the block in topological order is all that a member of it can wait for.
      for (bit, task) in block.enumerated() { reached[Int(task)] |= 1 << UInt64(bit) }
      for task in topologicalOrder[..<block.endIndex].reversed().lazy.map(Int.init) where reached[task] != 0 {
        for place in predecessors.places(of: task) { reached[Int(predecessors.task[place])] |= reached[task] }
      }
      for task in 0..<taskCount { counts[task] += reached[task].nonzeroBitCount }
      first += 64
    }
    // Each task has reached itself.
    return counts.map { $0 - 1 }
  }
}
