/// A job shop: jobs are chains of operations, each on a given machine for a given time.
///
/// A machine does one operation at a time, an operation once started runs to its end, and an operation starts when the
/// one before it in its job has ended. Wanted is the least makespan, the time when all is done. A job may visit a machine
/// several times (a re-entrant shop) or not at all. See the README of this folder for formats and papers.
public struct JobShop: Sendable, Equatable {
  /// The most machines of a shop.
  public static let maximumMachineCount = 1_000_000
  /// The greatest sum of all durations, in ticks: an upper bound on the makespan, with room in 32 bits to compute with.
  public static let maximumTotalDuration = 1_000_000_000

  /// The instance's name, `ft10`.
  public let name: String
  /// The number of machines; they are numbered from 0.
  public let machineCount: Int
  /// The jobs in the order of the file; job `i` has the id `i`.
  public let jobs: [Job]

  /// A chain of operations.
  public struct Job: Sendable, Hashable, Identifiable {
    /// The job's place in the shop, from 0.
    public let id: Int
    /// The operations in the order they are done; never empty.
    public let operations: [Operation]
  }

  /// The name of an operation: its job and its place in the job, both from 0.
  public struct OperationID: Sendable, Hashable, Codable {
    /// The job's id.
    public let job: Int
    /// The operation's place in the job.
    public let index: Int

    /// Names the operation at place `index` of job `job`.
    public init(job: Int, index: Int) {
      self.job = job
      self.index = index
    }
  }

  /// A stay on a machine.
  public struct Operation: Sendable, Hashable, Identifiable {
    /// Job and place in the job.
    public let id: OperationID
    /// The machine, from 0.
    public let machine: Int
    /// The time it takes, in ticks; may be 0.
    public let duration: Int
  }

  /// Creates a shop.
  ///
  /// - Parameters:
  ///   - name: The instance's name; also what an error names.
  ///   - machineCount: The number of machines, 1 to ``maximumMachineCount``.
  ///   - jobs: For each job its operations in order, each a machine from 0 and a duration in ticks.
  /// - Throws: ``InputError`` naming job and operation if there is no job or no machine, if a job is empty, a machine out
  ///   of range, a duration negative, or the sum of durations beyond ``maximumTotalDuration``.
  /// - Complexity: O(operations).
  public init(name: String, machineCount: Int, jobs: [[(machine: Int, duration: Int)]]) throws(InputError) {
    func invalid(_ message: String) -> InputError { InputError(file: name, message: message) }
    guard (1...Self.maximumMachineCount).contains(machineCount) else {
      throw invalid("\(machineCount) machines, expected 1 to \(Self.maximumMachineCount)")
    }
    guard !jobs.isEmpty else { throw invalid("no jobs, expected at least one") }
    var total = 0
    var made: [Job] = []
    made.reserveCapacity(jobs.count)
    for (job, steps) in jobs.enumerated() {
      guard !steps.isEmpty else { throw invalid("job \(job) has no operations, expected at least one") }
      var operations: [Operation] = []
      operations.reserveCapacity(steps.count)
      for (index, step) in steps.enumerated() {
        let id = OperationID(job: job, index: index)
        guard 0..<machineCount ~= step.machine else {
          throw invalid("\(id) is on machine \(step.machine), expected 0 to \(machineCount - 1)")
        }
        guard step.duration >= 0 else { throw invalid("\(id) has the duration \(step.duration), expected 0 or more") }
        guard step.duration <= Self.maximumTotalDuration - total else { throw invalid(Self.tooLong(at: id)) }
        total += step.duration
        operations.append(Operation(id: id, machine: step.machine, duration: step.duration))
      }
      made.append(Job(id: job, operations: operations))
    }
    self.name = name
    self.machineCount = machineCount
    self.jobs = made
  }

  /// The same shop under another name.
  init(copying other: JobShop, name: String) {
    self.name = name
    machineCount = other.machineCount
    jobs = other.jobs
  }

  static func tooLong(at id: OperationID) -> String {
    "\(id) brings the sum of all durations above \(maximumTotalDuration), the longest that is supported"
  }
}

extension JobShop {
  /// All operations, job by job. O(operations).
  public var operations: [Operation] { jobs.flatMap(\.operations) }

  /// The number of operations. O(jobs).
  public var operationCount: Int { jobs.reduce(0) { $0 + $1.operations.count } }

  /// The machines' numbers.
  public var machines: Range<Int> { 0..<machineCount }

  /// Whether every job has exactly as many operations as there are machines, as the fixed-size formats need.
  public var isRectangular: Bool { jobs.allSatisfy { $0.operations.count == machineCount } }

  /// The operation of that name. O(1).
  ///
  /// - Precondition: It is an operation of this shop.
  public subscript(id: OperationID) -> Operation { jobs[id.job].operations[id.index] }
}

extension JobShop.OperationID: Comparable, CustomStringConvertible {
  /// Orders by job, then by place in the job.
  public static func < (left: Self, right: Self) -> Bool { (left.job, left.index) < (right.job, right.index) }

  /// `job 3, operation 2`.
  public var description: String { "job \(job), operation \(index)" }
}
