import ApusModel

/// A mode and a start for every task of a task graph. It carries no proof of being right; whoever makes it sees to that.
public struct TaskGraphSchedule: Sendable, Hashable {
  /// The mode of every task, by its number in ``TaskGraph/modes``.
  public let mode: [Int32]
  /// The start of every task, in ticks.
  public let start: [Int32]
  /// The latest end.
  public let makespan: Int

  /// A schedule with the given modes and starts. Complexity: O(*tasks*).
  ///
  /// - Precondition: there is one of each for every task.
  public init(_ graph: TaskGraph, mode: [Int32], start: [Int32]) {
    precondition(mode.count == graph.taskCount && start.count == graph.taskCount, "one for every task")
    self.mode = mode
    self.start = start
    makespan = zip(start, mode).reduce(0) { max($0, Int($1.0) + Int(graph.modes.duration[Int($1.1)])) }
  }

  /// The schedule in a solution of the model that the task graph was recognised in; tasks without intervals for their modes are in their first.
  /// Complexity: O(*modes*).
  ///
  /// - Precondition: it is one.
  public init(_ graph: TaskGraph, in solution: Solution) {
    self.init(
      graph,
      mode: (0..<graph.taskCount).map { task in
        let modes = graph.modes.of(task)
        let chosen = modes.first { mode in
          let interval = Int(graph.modes.interval[mode])
          return interval >= 0 && solution.intervals[interval] != nil
        }
        return Int32(chosen ?? modes.lowerBound)
      },
      start: graph.interval.map { Int32(solution.intervals[Int($0)]?.start ?? 0) })
  }

  /// The solution of the model that the task graph was recognised in.
  ///
  /// - Parameter data: that model; integers that are no presence of a mode get their least value.
  /// - Complexity: O(size of the model's variables).
  public func solution(of graph: TaskGraph, in data: ModelData) -> Solution {
    var solution = Solution(
      integers: data.integers.map(\.lowerBound),
      intervals: [Solution.Span?](repeating: nil, count: data.intervals.count))
    for task in 0..<graph.taskCount {
      let mode = Int(mode[task])
      let begin = Int(start[task])
      let span = Solution.Span(start: begin, end: begin + Int(graph.modes.duration[mode]))
      solution.intervals[Int(graph.interval[task])] = span
      let option = Int(graph.modes.interval[mode])
      guard option >= 0 else { continue }
      solution.intervals[option] = span
      if let presence = data.intervals[option].isPresent.variable { solution.integers[presence] = 1 }
    }
    return solution
  }
}
