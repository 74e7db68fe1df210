import ApusModel

extension TaskGraphScheduling {
  /// A solution of ``model()`` as tasks, in order. O(tasks × processors), O(n log n) where processors are interchangeable.
  ///
  /// - Precondition: it is one.
  public func tasks(of solution: Solution) -> [ScheduledTask] {
    if hasInterchangeableProcessors { return spread(solution) }
    var next = tasks.count
    return tasks.compactMap { task in
      let able = task.processors
      var processor = able[0]
      if task.hasChoice {
        processor = able[able.indices.first { solution.intervals[next + $0] != nil } ?? 0]
        next += able.count
      }
      return solution.intervals[task.id].map {
        ScheduledTask(task: task.id, processor: processor, start: $0.start, end: $0.end)
      }
    }
  }

  /// Spreads a schedule over interchangeable processors: by start, each task on the processor that has been free for the shortest time, of equal
  /// ones the first. There is always a free one, since never more tasks than processors are under way.
  private func spread(_ solution: Solution) -> [ScheduledTask] {
    var free = [Int](repeating: 0, count: processors.count)
    var result = tasks.compactMap { task in
      solution.intervals[task.id].map { ScheduledTask(task: task.id, processor: 0, start: $0.start, end: $0.end) }
    }
    let order = result.indices.filter { result[$0].end > result[$0].start }
      .sorted { (result[$0].start, $0) < (result[$1].start, $1) }
    for place in order {
      let task = result[place]
      let able = free.indices.filter { free[$0] <= task.start }
      let processor = able.max { (free[$0], $1) < (free[$1], $0) } ?? 0
      free[processor] = task.end
      result[place].processor = processor
    }
    return result
  }

  /// The solution of ``model()`` that the tasks, in any order, describe.
  ///
  /// - Throws: ``InputError`` with the first violation of ``violations(ofSchedule:)``: a solution is right or it is none.
  /// - Complexity: that of ``violations(ofSchedule:)``.
  public func solution(of claimed: [ScheduledTask]) throws(InputError) -> Solution {
    if let violation = violations(ofSchedule: claimed).first {
      throw InputError(file: name, message: "not a schedule of this task graph: \(violation)")
    }
    let placed = claimed.sorted { ($0.task ?? 0) < ($1.task ?? 0) }
    var solution = Solution(
      integers: [], intervals: placed.map { Solution.Span(start: $0.start, end: $0.end) })
    if hasInterchangeableProcessors { return solution }
    for task in tasks where task.hasChoice {
      for processor in task.processors {
        let isChosen = placed[task.id].processor == processor
        solution.integers.append(isChosen ? 1 : 0)
        solution.intervals.append(isChosen ? solution.intervals[task.id] : nil)
      }
    }
    return solution
  }
}
