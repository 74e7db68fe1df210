import ApusModel

extension FlexibleJobShop {
  /// A solution of ``model()`` as tasks, in the order of ``operations``. O(modes).
  ///
  /// - Precondition: it is one, with a span for every operation and for exactly one mode of each that has a choice.
  public func tasks(of solution: Solution) -> [ScheduledTask] {
    let operations = operations
    let extra = operations.reduce(0) { $0 + ($1.hasChoice ? $1.modes.count : 0) }
    precondition(
      solution.intervals.count == operations.count + extra,
      "one interval for every operation and every mode that is chosen from")
    var next = operations.count
    return zip(operations, solution.intervals).compactMap { operation, span in
      var mode = operation.modes[0]
      if operation.hasChoice {
        mode = operation.modes[operation.modes.indices.first { solution.intervals[next + $0] != nil } ?? 0]
        next += operation.modes.count
      }
      return span.map {
        ScheduledTask(
          job: operation.id.job, operation: operation.id.index, machine: mode.machine, start: $0.start, end: $0.end)
      }
    }
  }

  /// The solution of ``model()`` that the tasks, in any order, describe.
  ///
  /// - Throws: ``InputError`` with the first violation of ``violations(ofSchedule:)``: a solution is right or it is none.
  /// - Complexity: that of ``violations(ofSchedule:)``.
  public func solution(of tasks: [ScheduledTask]) throws(InputError) -> Solution {
    if let violation = violations(ofSchedule: tasks).first {
      throw InputError(file: name, message: "not a schedule of this shop: \(violation)")
    }
    var placed: [OperationID: ScheduledTask] = [:]
    for task in tasks {
      if let job = task.job, let index = task.operation { placed[OperationID(job: job, index: index)] = task }
    }
    let operations = operations
    func span(_ operation: Operation) -> Solution.Span? {
      placed[operation.id].map { Solution.Span(start: $0.start, end: $0.end) }
    }
    var solution = Solution(integers: [], intervals: operations.map(span))
    for operation in operations where operation.hasChoice {
      for mode in operation.modes {
        let isChosen = placed[operation.id]?.machine == mode.machine
        solution.integers.append(isChosen ? 1 : 0)
        solution.intervals.append(isChosen ? span(operation) : nil)
      }
    }
    return solution
  }
}
