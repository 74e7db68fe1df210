import ApusModel

/// A job shop as plain arrays: jobs are chains of operations, an operation takes a fixed time on one machine, and a machine does
/// one operation at a time.
///
/// Operations are numbered job by job in routing order, so job *j* has the operations `jobStart[j]..<jobStart[j + 1]`. A job may
/// visit a machine more than once, and a duration may be 0. Times are in ticks. The sum of all durations and the latest release
/// together fit in 32 bits, so that no schedule without needless waiting overflows.
public struct Shop: Sendable, Hashable {
  /// What a schedule is measured by; less is better.
  public enum Objective: Sendable, Hashable {
    /// The largest end of all operations.
    case makespan
    /// The sum over the jobs of weight · max(0, end of the job − due date). A job that does not count has weight 0 and is due
    /// at `Int32.max`.
    case weightedTardiness(due: [Int32], weight: [Int32])
  }

  /// How much of the model the view holds.
  public enum Exactness: Sendable, Hashable {
    /// A schedule of the shop in which no operation waits needlessly is a solution of the model, with the same objective.
    case exact
    /// The view leaves out what is named: groups, or single constraints where the group has no name. Its lower bounds hold for
    /// the model, its schedules are hints.
    case relaxation(leftOut: [String])
  }

  /// The first operation of every job, and the number of operations: `jobs + 1` numbers.
  public let jobStart: [Int32]
  /// The machine of every operation, in `0..<machineCount`.
  public let machine: [Int32]
  /// The duration of every operation.
  public let duration: [Int32]
  /// The earliest start of every operation by its own window, whatever comes before it in its job.
  public let release: [Int32]
  /// The model's interval behind every operation, by index.
  public let interval: [Int32]
  /// The position of the model's `NoOverlap` constraint behind every machine, or -1 for a machine of one operation that the
  /// model puts on none.
  public let noOverlap: [Int32]
  /// What schedules of the shop are measured by: the makespan where the model asks for nothing, or for something else.
  public let objective: Objective
  /// Whether ``objective`` is what the model asks for. Where it is not, bounds on it say nothing about the model's objective.
  public let measuresModelObjective: Bool
  /// Whether the view is the whole model.
  public let exactness: Exactness

  /// The number of jobs.
  public var jobCount: Int { jobStart.count - 1 }
  /// The number of machines; some may have no operation.
  public var machineCount: Int { noOverlap.count }
  /// The number of operations of all jobs.
  public var operationCount: Int { machine.count }

  /// The operations of a job in routing order.
  public func operations(ofJob job: Int) -> Range<Int> { Int(jobStart[job])..<Int(jobStart[job + 1]) }

  /// The job of every operation. Complexity: O(*operations*).
  public var jobs: [Int32] {
    var jobs = [Int32](repeating: 0, count: operationCount)
    for job in 0..<jobCount { for operation in operations(ofJob: job) { jobs[operation] = Int32(job) } }
    return jobs
  }

  init(
    jobStart: [Int32], machine: [Int32], duration: [Int32], release: [Int32], interval: [Int32], noOverlap: [Int32],
    objective: Objective, measuresModelObjective: Bool, exactness: Exactness
  ) {
    self.jobStart = jobStart
    self.machine = machine
    self.duration = duration
    self.release = release
    self.interval = interval
    self.noOverlap = noOverlap
    self.objective = objective
    self.measuresModelObjective = measuresModelObjective
    self.exactness = exactness
  }
}
