import ApusModel

/// A start for every task of a project. It carries no proof of being right; whoever makes it sees to that.
public struct ProjectSchedule: Sendable, Hashable {
  /// The start of every task, in ticks.
  public let start: [Int32]
  /// The latest end.
  public let makespan: Int

  /// A schedule with the given starts. Complexity: O(*tasks*).
  ///
  /// - Precondition: there is one start for every task.
  public init(_ project: Project, start: [Int32]) {
    precondition(start.count == project.taskCount, "one start for every task")
    self.start = start
    makespan = zip(start, project.duration).map { Int($0) + Int($1) }.max() ?? 0
  }

  /// The solution of the model that the project was recognised in.
  ///
  /// A project knows nothing of a model's integers and Booleans, which nothing speaks of; their values are the caller's.
  /// Complexity: O(*tasks*).
  public func solution(of project: Project, integers: [Int] = []) -> Solution {
    Solution(
      integers: integers,
      intervals: zip(start, project.duration).map { Solution.Span(start: Int($0), end: Int($0) + Int($1)) })
  }
}
