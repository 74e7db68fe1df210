/// A flexible job shop: operations wait for each other, and each is done on one of the machines that can do it.
///
/// A machine does one operation at a time, an operation once started runs to its end, and how long it takes may depend on the machine.
/// Wanted are a machine and a start for every operation with the least makespan, the time when all is done. In most instances a job is a
/// chain of operations; where parts are taken apart and put together, it is any graph without circles. See the README of this folder for
/// formats and papers.
public struct FlexibleJobShop: Sendable, Equatable {
  /// The most machines of a shop.
  public static let maximumMachineCount = JobShop.maximumMachineCount
  /// The greatest sum over all operations of the longest duration, in ticks: an upper bound on the makespan of every schedule without
  /// needless waiting.
  public static let maximumTotalDuration = JobShop.maximumTotalDuration

  /// The name of an operation: its job and its place in the job, both from 0.
  public typealias OperationID = JobShop.OperationID

  /// The instance's name, `mk01`.
  public let name: String
  /// The number of machines; they are numbered from 0.
  public let machineCount: Int
  /// The jobs in the order of the file; job `i` has the id `i`.
  public let jobs: [Job]
  /// Who waits for whom, ordered by the operation that is waited for, then by the one that waits. None is listed twice, none joins two jobs.
  public let precedences: [Precedence]

  /// Operations that hang together.
  public struct Job: Sendable, Hashable, Identifiable {
    /// The job's place in the shop, from 0.
    public let id: Int
    /// The operations in the order of the file; never empty.
    public let operations: [Operation]
  }

  /// Something to be done on one of several machines.
  public struct Operation: Sendable, Hashable, Identifiable {
    /// Job and place in the job.
    public let id: OperationID
    /// The machines that can do it, in the order of the file; never empty, and no machine twice.
    public let modes: [Mode]

    /// Whether more than one machine can do it.
    public var hasChoice: Bool { modes.count > 1 }
    /// The least time it takes, in ticks.
    public var shortest: Int { modes.reduce(.max) { min($0, $1.duration) } }
    /// The longest time it takes, in ticks.
    public var longest: Int { modes.reduce(0) { max($0, $1.duration) } }
  }

  /// A machine that can do an operation, and how long it takes there.
  public struct Mode: Sendable, Hashable {
    /// The machine, from 0.
    public let machine: Int
    /// The time it takes, in ticks; may be 0.
    public let duration: Int

    public init(machine: Int, duration: Int) {
      self.machine = machine
      self.duration = duration
    }
  }

  /// `after` starts when `before` has ended, or later.
  public struct Precedence: Sendable, Hashable {
    public let before: OperationID
    public let after: OperationID
  }

  /// Creates a shop whose jobs are chains.
  ///
  /// - Parameters:
  ///   - name: The instance's name; also what an error names.
  ///   - machineCount: The number of machines, 1 to ``maximumMachineCount``.
  ///   - jobs: For each job its operations in the order they are done, each with the machines that can do it.
  /// - Throws: ``InputError`` naming job and operation where this is no shop.
  /// - Complexity: O(modes).
  public init(name: String, machineCount: Int, jobs: [[[Mode]]]) throws(InputError) {
    let parts = FlexibleParts(machineCount: machineCount, jobs: jobs)
    if let flaw = parts.firstFlaw { throw InputError(file: name, message: flaw.message) }
    self.init(sound: parts, name: name)
  }

  /// Creates a shop of operations that wait for each other as a graph says.
  ///
  /// Its jobs are the connected parts of the graph, by their first operations; the operations of a job are in the order they are given.
  ///
  /// - Parameters:
  ///   - name: The instance's name; also what an error names.
  ///   - machineCount: The number of machines, 1 to ``maximumMachineCount``.
  ///   - operations: For each operation the machines that can do it.
  ///   - precedences: The positions of operations that wait for others, without a circle. A pair may be given twice.
  /// - Throws: ``InputError`` naming the operation, by its position, where this is no shop.
  /// - Complexity: O(modes + precedences × log precedences).
  public init(
    name: String, machineCount: Int, operations: [[Mode]], precedences: [(before: Int, after: Int)]
  ) throws(InputError) {
    let parts = FlexibleParts(machineCount: machineCount, operations: operations, precedences: precedences)
    if let flaw = parts.firstFlaw { throw InputError(file: name, message: flaw.message) }
    self.init(sound: parts, name: name)
  }

  /// A shop of parts without a flaw.
  init(sound parts: FlexibleParts, name: String) {
    self.name = name
    machineCount = parts.machineCount
    let ids = parts.ids
    var jobs: [[Operation]] = Array(repeating: [], count: (ids.lazy.map(\.job).max() ?? -1) + 1)
    for (id, modes) in zip(ids, parts.operations) { jobs[id.job].append(Operation(id: id, modes: modes)) }
    self.jobs = jobs.enumerated().map { Job(id: $0, operations: $1) }
    precedences = Set(parts.precedences.map { Precedence(before: ids[$0.before], after: ids[$0.after]) })
      .sorted { ($0.before, $0.after) < ($1.before, $1.after) }
  }
}

extension FlexibleJobShop {
  /// All operations, job by job. O(operations).
  public var operations: [Operation] { jobs.flatMap(\.operations) }

  /// The number of operations. O(jobs).
  public var operationCount: Int { jobs.reduce(0) { $0 + $1.operations.count } }

  /// The number of pairs of an operation and a machine that can do it. O(operations).
  public var modeCount: Int { jobs.reduce(0) { $1.operations.reduce($0) { $0 + $1.modes.count } } }

  /// The machines' numbers.
  public var machines: Range<Int> { 0..<machineCount }

  /// The sum of the longest durations: a schedule without needless waiting is over by then. O(modes).
  public var horizon: Int { jobs.reduce(0) { $1.operations.reduce($0) { $0 + $1.longest } } }

  /// Whether in every job each operation waits for the one before it and for no other. O(precedences).
  public var hasChainsOnly: Bool {
    precedences.count == operationCount - jobs.count
      && precedences.allSatisfy { $0.after.index == $0.before.index + 1 }
  }

  /// The operation of that name. O(1).
  ///
  /// - Precondition: It is an operation of this shop.
  public subscript(id: OperationID) -> Operation { jobs[id.job].operations[id.index] }

  /// The position of each job's first operation in ``operations``. O(jobs).
  var firstPositions: [Int] {
    var next = 0
    return jobs.map { job in
      defer { next += job.operations.count }
      return next
    }
  }

  /// ``precedences`` by positions in ``operations``. O(precedences).
  var precedencesByPosition: [(before: Int, after: Int)] {
    let first = firstPositions
    return precedences.map { (first[$0.before.job] + $0.before.index, first[$0.after.job] + $0.after.index) }
  }
}
