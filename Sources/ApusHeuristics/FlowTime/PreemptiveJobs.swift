import ApusModel

/// Jobs on one machine that may be interrupted, each a chain of operations that become known one at a time: how long an operation takes is seen when the
/// one before it has ended.
///
/// Wanted is the least sum of flow times, from release to end. Times are in ticks.
public struct PreemptiveJobs: Sendable, Hashable {
  /// By job, its earliest start.
  public let release: [Int]
  /// By job, its operations' durations, in order.
  public let operations: [[Int]]

  /// The number of jobs.
  public var jobCount: Int { release.count }

  /// - Precondition: every job has a release of at least 0 and an operation, operations take time, and all times together fit in 62 bits.
  public init(release: [Int], operations: [[Int]]) {
    precondition(release.count == operations.count, "a release for every job")
    precondition(release.allSatisfy { $0 >= 0 } && operations.allSatisfy { !$0.isEmpty }, "jobs of something")
    precondition(operations.allSatisfy { $0.allSatisfy { $0 > 0 } }, "operations take time")
    self.release = release
    self.operations = operations
  }

  /// Jobs of given lengths, each cut at random into up to so many operations, all numbers of them and all cuts equally likely.
  ///
  /// - Precondition: as of the other initialiser, and `most` is positive.
  public init(release: [Int], durations: [Int], most: Int, seed: UInt64) {
    precondition(most > 0, "at least one operation")
    var random = SplitMix64(seed: seed)
    let operations = durations.map { duration in
      let count = Int.random(in: 1...min(most, duration), using: &random)
      var cuts: Set<Int> = []
      while cuts.count < count - 1 { cuts.insert(Int.random(in: 1..<duration, using: &random)) }
      let ends = cuts.sorted() + [duration]
      return zip([0] + ends, ends).map { $1 - $0 }
    }
    self.init(release: release, operations: operations)
  }
}

/// Who of the released jobs has the machine.
public enum PreemptivePolicy: Sendable, Hashable {
  /// Shortest remaining time of the whole job, as if all were known: optimal, and so a bound for all that know less (L. Schrage, Operations
  /// Research 16, 1968).
  case srpt
  /// Shortest remaining time of the operation that is known.
  case operationSRPT
  /// In order of release, without interruption.
  case fifo
  /// Each in turn, for so many ticks at most; who comes joins the end of the line.
  case roundRobin(quantum: Int)

  /// What reports call it.
  public var name: String {
    switch self {
    case .srpt: "SRPT"
    case .operationSRPT: "operation SRPT"
    case .fifo: "FIFO"
    case .roundRobin(let quantum): "round robin \(quantum)"
    }
  }
}
