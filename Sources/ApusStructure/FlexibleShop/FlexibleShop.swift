import ApusModel

/// A flexible job shop as plain arrays: operations wait for each other, each is done on one of the machines that can do it, and a machine
/// does one operation at a time; wanted is the least makespan.
///
/// Operations need not form chains: any graph without circles will do. Times are in ticks; the longest durations of all operations and
/// the latest release together fit in 32 bits, so that no schedule without needless waiting overflows.
public struct FlexibleShop: Sendable, Hashable {
  /// The earliest start of every operation by its own window, whatever it waits for.
  public let release: [Int32]
  /// What waits for each operation, and what each operation waits for.
  public let successors: OperationLinks
  public let predecessors: OperationLinks
  /// The ways to do each operation.
  public let modes: OperationModes
  /// The number of machines; some may have no operation.
  public let machineCount: Int
  /// The model's interval behind every operation, by index.
  public let interval: [Int32]
  /// The operations in an order in which all come after what they wait for.
  public let topologicalOrder: [Int32]

  /// The number of operations.
  public var operationCount: Int { release.count }

  init(
    release: [Int32], successors: OperationLinks, predecessors: OperationLinks, modes: OperationModes,
    machineCount: Int, interval: [Int32], topologicalOrder: [Int32]
  ) {
    self.release = release
    self.successors = successors
    self.predecessors = predecessors
    self.modes = modes
    self.machineCount = machineCount
    self.interval = interval
    self.topologicalOrder = topologicalOrder
  }
}

/// For each operation others: those that it waits for, or those that wait for it.
public struct OperationLinks: Sendable, Hashable {
  /// The first place of each operation in ``operation``, and their number: `operations + 1` numbers.
  public let start: [Int32]
  public let operation: [Int32]

  /// Links by the operation that they are of, in the order given.
  ///
  /// Complexity: linear.
  init(operationCount: Int, of owners: [Int32], to others: [Int32]) {
    var start = [Int32](repeating: 0, count: operationCount + 1)
    for owner in owners { start[Int(owner) + 1] += 1 }
    for operation in 0..<operationCount { start[operation + 1] += start[operation] }
    var free = start
    var operation = [Int32](repeating: 0, count: owners.count)
    for (owner, other) in zip(owners, others) {
      operation[Int(free[Int(owner)])] = other
      free[Int(owner)] += 1
    }
    self.start = start
    self.operation = operation
  }

  /// The places of an operation's links.
  @inlinable public func places(of operation: Int) -> Range<Int> { Int(start[operation])..<Int(start[operation + 1]) }
}

/// For each operation the machines that can do it, and how long each takes; one or more, in the order of the model.
public struct OperationModes: Sendable, Hashable {
  /// The first mode of each operation, and their number: `operations + 1` numbers.
  public let start: [Int32]
  /// By mode: the machine.
  public let machine: [Int32]
  /// By mode: the time it takes; may be 0.
  public let duration: [Int32]
  /// By mode: the model's interval, that of the operation where it has one mode and no choice.
  public let interval: [Int32]

  /// The modes of an operation.
  @inlinable public func of(_ operation: Int) -> Range<Int> { Int(start[operation])..<Int(start[operation + 1]) }
}

extension FlexibleShop {
  /// The least duration of every operation. Complexity: O(*modes*).
  public var leastDurations: [Int32] {
    (0..<operationCount).map { operation in modes.of(operation).reduce(.max) { min($0, modes.duration[$1]) } }
  }
}
