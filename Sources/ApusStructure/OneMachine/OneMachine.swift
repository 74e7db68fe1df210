/// Jobs of fixed durations on one machine, wanted with the least weighted tardiness, as plain arrays.
///
/// Job *i* is the model's interval *i*. Times are in ticks; every job takes time. The sum of all durations and the latest release together fit
/// in 32 bits, and the objective of every schedule without needless waiting in 64.
public struct OneMachine: Sendable, Hashable {
  /// The duration of every job; positive.
  public let duration: [Int32]
  /// The earliest start of every job.
  public let release: [Int32]
  /// The due date of every job.
  public let due: [Int32]
  /// What a tick of tardiness costs; 0 for jobs that may be as late as they like.
  public let weight: [Int32]

  /// The number of jobs.
  public var jobCount: Int { duration.count }

  /// When all jobs can start, where that is one time; nil where releases differ.
  public let commonRelease: Int?
  /// What a tick of tardiness costs, where that is the same for all jobs; nil where weights differ.
  public let commonWeight: Int?

  /// - Precondition: there is at least one job, and a number of each kind for every one.
  public init(duration: [Int32], release: [Int32], due: [Int32], weight: [Int32]) {
    precondition(!duration.isEmpty && release.count == duration.count, "a release for every job")
    precondition(due.count == duration.count && weight.count == duration.count, "a due date and a weight for every job")
    self.duration = duration
    self.release = release
    self.due = due
    self.weight = weight
    commonRelease = release.allSatisfy { $0 == release[0] } ? Int(release[0]) : nil
    commonWeight = weight.allSatisfy { $0 == weight[0] } ? Int(weight[0]) : nil
  }

  /// What ending at a time costs.
  @inlinable public func cost(of job: Int, endingAt end: Int) -> Int {
    Int(weight[job]) * Swift.max(0, end - Int(due[job]))
  }
}
