extension Shop {
  /// One stop of a job.
  public struct Operation: Sendable, Hashable {
    /// The machine, counted from 0.
    public var machine: Int
    /// The time it takes, in ticks.
    public var duration: Int
    /// The earliest start, in ticks.
    public var release: Int

    /// An operation of the given duration, in ticks.
    public init(machine: Int, duration: Int, release: Int = 0) {
      self.machine = machine
      self.duration = duration
      self.release = release
    }
  }

  /// A shop that stands for itself, with no model behind it: operation *i* is interval *i*, and no machine has a constraint.
  ///
  /// - Precondition: every job has an operation, numbers are not negative (a release may be), machines are below
  ///   `machineCount`, due dates and weights are one a job, and the sum of all durations and the latest release fit in 32 bits,
  ///   any weighted tardiness in 64.
  public init(jobs: [[Operation]], machineCount: Int, objective: Objective = .makespan) {
    var jobStart: [Int32] = [0]
    for job in jobs {
      precondition(!job.isEmpty, "a job needs at least one operation")
      jobStart.append(jobStart[jobStart.count - 1] + Int32(job.count))
    }
    let all = jobs.flatMap { $0 }
    let latest = Swift.max(0, all.lazy.map(\.release).max() ?? 0)
    precondition(
      all.allSatisfy { $0.machine >= 0 && $0.machine < machineCount && $0.duration >= 0 },
      "machines must lie in 0..<\(machineCount) and durations must not be negative")
    precondition(
      latest + all.reduce(0) { $0 + $1.duration } <= Int(Int32.max), "the shop's durations leave 32 bits together")
    if case .weightedTardiness(let due, let weight) = objective {
      precondition(due.count == jobs.count && weight.count == jobs.count, "one due date and one weight a job")
    }
    self.init(
      jobStart: jobStart, machine: all.map { Int32($0.machine) }, duration: all.map { Int32($0.duration) },
      release: all.map { Int32($0.release) }, interval: all.indices.map { Int32($0) },
      noOverlap: [Int32](repeating: -1, count: machineCount), objective: objective, measuresModelObjective: true,
      exactness: .exact)
  }
}
