/// What makes numbers no flexible job shop, and which of them is at fault.
struct FlexibleFlaw: Error, Equatable {
  /// What a reader finds in its file; operations by position.
  enum Subject: Equatable {
    case whole
    case operation(Int)
    case mode(operation: Int, mode: Int)
    case precedence(Int)
  }

  let subject: Subject
  let message: String

  init(_ subject: Subject, _ message: String) {
    self.subject = subject
    self.message = message
  }
}

/// The numbers of a flexible job shop before anybody has looked at them.
struct FlexibleParts {
  typealias Mode = FlexibleJobShop.Mode
  typealias OperationID = FlexibleJobShop.OperationID

  var machineCount: Int
  /// The modes of each operation.
  var operations: [[Mode]] = []
  /// Positions of operations that wait for others.
  var precedences: [(before: Int, after: Int)] = []
  /// The number of operations of each job, where the jobs are given; nil where they follow from the precedences.
  var jobLengths: [Int]?

  /// A graph.
  init(machineCount: Int, operations: [[Mode]] = [], precedences: [(before: Int, after: Int)] = []) {
    self.machineCount = machineCount
    self.operations = operations
    self.precedences = precedences
  }

  /// Chains.
  init(machineCount: Int, jobs: [[[Mode]]]) {
    self.machineCount = machineCount
    jobLengths = []
    for job in jobs { addJob(job) }
  }

  /// Adds a chain.
  mutating func addJob(_ job: [[Mode]]) {
    let first = operations.count
    jobLengths?.append(job.count)
    operations += job
    for position in first..<operations.count where position > first { precedences.append((position - 1, position)) }
  }
}

extension FlexibleParts {
  /// The names of the operations, where there is no flaw. O(operations + precedences).
  var ids: [OperationID] {
    if let jobLengths {
      return jobLengths.enumerated().flatMap { job, length in (0..<length).map { OperationID(job: job, index: $0) } }
    }
    let part = connectedParts
    var jobs: [Int: Int] = [:]
    var lengths: [Int] = []
    return part.map { part in
      let job = jobs[part] ?? lengths.count
      if job == lengths.count {
        jobs[part] = job
        lengths.append(0)
      }
      lengths[job] += 1
      return OperationID(job: job, index: lengths[job] - 1)
    }
  }

  /// For each operation one that stands for all that hang together with it, by union with path halving.
  private var connectedParts: [Int] {
    var parent = Array(operations.indices)
    func root(_ start: Int, _ parent: inout [Int]) -> Int {
      var node = start
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    for (before, after) in precedences {
      let (first, second) = (root(before, &parent), root(after, &parent))
      parent[max(first, second)] = min(first, second)
    }
    return operations.indices.map { root($0, &parent) }
  }
}

extension FlexibleParts {
  /// The first thing that is wrong; nil where there is a shop. Later checks trust what earlier ones have seen.
  var firstFlaw: FlexibleFlaw? { sizeFlaw ?? modeFlaw ?? precedenceFlaw ?? circleFlaw }

  private var sizeFlaw: FlexibleFlaw? {
    guard (1...FlexibleJobShop.maximumMachineCount).contains(machineCount) else {
      return FlexibleFlaw(.whole, "\(machineCount) machines, expected 1 to \(FlexibleJobShop.maximumMachineCount)")
    }
    guard jobLengths != [], jobLengths != nil || !operations.isEmpty else {
      return FlexibleFlaw(.whole, "no \(jobLengths == nil ? "operations" : "jobs"), expected at least one")
    }
    if let job = jobLengths?.firstIndex(of: 0) {
      return FlexibleFlaw(.whole, "job \(job) has no operations, expected at least one")
    }
    return nil
  }

  private var modeFlaw: FlexibleFlaw? {
    var total = 0
    for (position, modes) in operations.enumerated() {
      guard !modes.isEmpty else {
        return FlexibleFlaw(
          .operation(position), "\(name(position)) has no machine that can do it, expected at least one")
      }
      var longest = 0
      for (number, mode) in modes.enumerated() {
        let subject = FlexibleFlaw.Subject.mode(operation: position, mode: number)
        guard 0..<machineCount ~= mode.machine else {
          return FlexibleFlaw(
            subject, "\(name(position)) is on machine \(mode.machine), expected 0 to \(machineCount - 1)")
        }
        guard mode.duration >= 0 else {
          return FlexibleFlaw(
            subject, "\(name(position)) has the duration \(mode.duration), expected 0 or more")
        }
        guard mode.duration <= FlexibleJobShop.maximumTotalDuration - total else {
          return FlexibleFlaw(
            subject,
            "\(name(position)) brings the sum of all longest durations above \(FlexibleJobShop.maximumTotalDuration), the longest that is supported"
          )
        }
        longest = max(longest, mode.duration)
      }
      total += longest
      if let number = firstRepetition(in: modes) {
        return FlexibleFlaw(
          .mode(operation: position, mode: number),
          "\(name(position)) lists machine \(modes[number].machine) (counted from 0) twice, expected it once")
      }
    }
    return nil
  }

  /// The first mode on a machine that an earlier one is on.
  private func firstRepetition(in modes: [Mode]) -> Int? {
    guard modes.count > 1 else { return nil }
    var seen: Set<Int> = []
    return modes.firstIndex { !seen.insert($0.machine).inserted }
  }

  private var precedenceFlaw: FlexibleFlaw? {
    for (index, precedence) in precedences.enumerated() {
      for position in [precedence.before, precedence.after] where !operations.indices.contains(position) {
        return FlexibleFlaw(
          .precedence(index), "a precedence speaks of operation \(position), expected 0 to \(operations.count - 1)")
      }
    }
    return nil
  }

  private var circleFlaw: FlexibleFlaw? {
    guard jobLengths == nil, let circle = PrecedenceCircle(of: operations.count, precedences) else { return nil }
    return FlexibleFlaw(
      .precedence(circle.closing),
      "operations wait for each other in a circle: \(circle.description { "operation \($0)" })")
  }

  /// `job 3, operation 2`, or in a graph the operation's position in it, `operation 17`.
  private func name(_ position: Int) -> String {
    guard let jobLengths else { return "operation \(position)" }
    var first = 0
    for (job, length) in jobLengths.enumerated() {
      if position < first + length { return "\(OperationID(job: job, index: position - first))" }
      first += length
    }
    return "operation \(position)"
  }
}
