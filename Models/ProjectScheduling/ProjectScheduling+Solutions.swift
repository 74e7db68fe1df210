import ApusModel

extension ProjectScheduling {
  /// A solution of ``model()`` as tasks, in order. O(modes).
  ///
  /// - Precondition: it is one, with a span for every task and for exactly one mode of each.
  public func tasks(of solution: Solution) -> [ScheduledTask] {
    let extra = tasks.reduce(0) { $0 + ($1.modes.count > 1 ? $1.modes.count : 0) }
    precondition(
      solution.intervals.count == tasks.count + extra, "one interval for every task and every mode that is chosen from")
    var next = tasks.count
    return tasks.compactMap { task in
      var mode = 0
      if task.modes.count > 1 {
        mode = task.modes.indices.first { solution.intervals[next + $0] != nil } ?? 0
        next += task.modes.count
      }
      return solution.intervals[task.id].map { ScheduledTask(task: task.id, mode: mode, start: $0.start, end: $0.end) }
    }
  }

  /// The solution of ``model()`` that the tasks, in any order, describe.
  ///
  /// - Throws: ``InputError`` with the first violation of ``violations(ofSchedule:)``: a solution is right or it is none.
  /// - Complexity: that of ``violations(ofSchedule:)``.
  public func solution(of tasks: [ScheduledTask]) throws(InputError) -> Solution {
    if let violation = violations(ofSchedule: tasks).first {
      throw InputError(file: name, message: "not a schedule of this project: \(violation)")
    }
    var spans: [Solution.Span?] = Array(repeating: nil, count: self.tasks.count)
    var modes = [Int](repeating: 0, count: self.tasks.count)
    for task in tasks {
      guard let id = task.task, let mode = task.mode else { continue }
      spans[id] = Solution.Span(start: task.start, end: task.end)
      modes[id] = mode
    }
    var solution = Solution(integers: [], intervals: spans)
    for task in self.tasks where task.modes.count > 1 {
      for number in task.modes.indices {
        let isChosen = number == modes[task.id]
        solution.integers.append(isChosen ? 1 : 0)
        solution.intervals.append(isChosen ? spans[task.id] : nil)
      }
    }
    return solution
  }
}
