import ApusModel

extension SingleMachine {
  /// The instance as a model: an interval a job, in order; the group "machine" has one `NoOverlap`; the objective is the sum of weighted
  /// tardiness and earliness.
  ///
  /// Windows begin at the releases and end at the `horizon`. Complexity: O(jobs), with setup times O(jobs²).
  public func model() -> Model {
    let model = Model(name)
    let intervals = jobs.map { job in
      model.interval(lasting: job.processing, within: job.release...horizon, job.name ?? "job \(job.id)")
    }
    model.require("machine") {
      NoOverlap(
        intervals,
        setup: setups.map { setups in
          SetupTimes(
            types: Array(jobs.indices),
            times: jobs.indices.map { from in jobs.indices.map { setups.time(from: from, to: $0) } },
            initial: setups.initial)
        })
    }
    let late = zip(intervals, jobs).filter { $1.weight > 0 }.map { $1.weight * max(0, $0.end - $1.due) }
    let early = zip(intervals, jobs).filter { $1.earlinessWeight > 0 }
      .map { $1.earlinessWeight * max(0, $1.due - $0.end) }
    model.minimize(sum(late + early))
    return model
  }

  /// A solution of `model()` as tasks, in order. O(jobs).
  ///
  /// - Precondition: the solution has a span for every job.
  public func tasks(of solution: Solution) -> [ScheduledTask] {
    precondition(solution.intervals.count == jobs.count, "one interval for every job")
    return solution.intervals.enumerated().compactMap { job, span in
      span.map { ScheduledTask(task: job, start: $0.start, end: $0.end) }
    }
  }

  /// The solution of `model()` that the tasks, in any order, describe.
  ///
  /// - Throws: ``InputError`` with the first violation of `violations(ofSchedule:)`: a solution is right or it is none.
  /// - Complexity: O(n log n) for n jobs.
  public func solution(of tasks: [ScheduledTask]) throws(InputError) -> Solution {
    if let violation = violations(ofSchedule: tasks).first {
      throw InputError(file: name, message: "not a schedule of these jobs: \(violation)")
    }
    var spans = [Solution.Span?](repeating: nil, count: jobs.count)
    for task in tasks {
      if let id = task.task { spans[id] = Solution.Span(start: task.start, end: task.end) }
    }
    return Solution(integers: [], intervals: spans)
  }
}
