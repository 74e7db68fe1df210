import ApusModel

extension JobShop {
  /// The shop as a model: an interval an operation, in the order of ``operations`` and named after its id; the group
  /// "routing" keeps the order of each job, the group "machines" has one `NoOverlap` a machine; the objective is the
  /// makespan.
  ///
  /// Windows end at the sum of all durations, by when every schedule without needless waiting is over.
  ///
  /// - Complexity: O(operations + machines).
  public func model() -> Model {
    let model = Model(name)
    let total = operations.reduce(0) { $0 + $1.duration }
    let op = model.intervals(for: operations, lasting: \.duration, within: 0...total, named: \.id.description)
    let visits = Dictionary(grouping: operations, by: \.machine)

    model.require("routing") {
      for job in jobs { for (a, b) in job.operations.pairs() { op[a].precedes(op[b]) } }
    }
    model.require("machines") {
      for machine in machines { NoOverlap((visits[machine] ?? []).map { op[$0] }) }
    }
    model.minimize(.makespan)
    return model
  }

  /// A solution of ``model()`` as tasks, in the order of ``operations``. O(operations).
  ///
  /// - Precondition: the solution has a span for every operation.
  public func tasks(of solution: Solution) -> [ScheduledTask] {
    precondition(solution.intervals.count == operationCount, "one interval for every operation")
    return zip(operations, solution.intervals).compactMap { operation, span in
      span.map {
        ScheduledTask(
          job: operation.id.job, operation: operation.id.index, machine: operation.machine, start: $0.start, end: $0.end
        )
      }
    }
  }

  /// The solution of ``model()`` that the tasks, in any order, describe.
  ///
  /// - Throws: ``InputError`` with the first violation of ``violations(ofSchedule:)``: a solution is right or it is none.
  /// - Complexity: O(n log n) for n operations.
  public func solution(of tasks: [ScheduledTask]) throws(InputError) -> Solution {
    if let violation = violations(ofSchedule: tasks).first {
      throw InputError(file: name, message: "not a schedule of this shop: \(violation)")
    }
    var spans: [OperationID: Solution.Span] = [:]
    for task in tasks {
      if let job = task.job, let index = task.operation {
        spans[OperationID(job: job, index: index)] = Solution.Span(start: task.start, end: task.end)
      }
    }
    return Solution(integers: [], intervals: operations.map { spans[$0.id] })
  }
}
