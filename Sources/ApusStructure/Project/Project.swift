import ApusModel

/// A project as plain arrays: tasks of fixed durations that wait for each other and share resources of constant capacity; wanted is
/// the least makespan (RCPSP with releases and minimum lags).
///
/// Task *i* is the model's interval *i*. Times are in ticks. Durations, lags and the latest release together fit in 32 bits, so that no
/// schedule without needless waiting overflows. Every demand fits the capacity, so every order of the tasks that respects the links
/// gives a schedule.
public struct Project: Sendable, Hashable {
  /// The duration of every task.
  public let duration: [Int32]
  /// The earliest start of every task by its own window, whatever it waits for.
  public let release: [Int32]
  /// What waits for each task, and what each task waits for.
  public let successors: ProjectLinks
  public let predecessors: ProjectLinks
  /// How much of each resource there is. Resources that are never scarce are left out.
  public let capacity: [Int]
  /// What tasks need of the resources while they last. Tasks of length 0 need nothing.
  public let demands: ProjectDemands
  /// The tasks in an order in which all come after what they wait for.
  public let topologicalOrder: [Int32]

  /// The number of tasks.
  public var taskCount: Int { duration.count }
  /// The number of resources that may be scarce.
  public var resourceCount: Int { capacity.count }

  /// The project backwards in time: what waited for a task is waited for. Releases are left out.
  ///
  /// Complexity: O(*tasks*); the arrays of links and demands are shared.
  public var mirrored: Project {
    Project(
      duration: duration, release: [Int32](repeating: 0, count: taskCount), successors: predecessors,
      predecessors: successors, capacity: capacity, demands: demands, topologicalOrder: topologicalOrder.reversed())
  }
}

/// For each task others and the lags between: `lag` ticks or more from the end of the earlier one to the start of the later one.
public struct ProjectLinks: Sendable, Hashable {
  /// The first place of each task in ``task`` and ``lag``, and their number: `tasks + 1` numbers.
  public let start: [Int32]
  public let task: [Int32]
  /// Never negative.
  public let lag: [Int32]

  /// Links in the order given, by the task that they are of.
  ///
  /// Complexity: linear.
  init(taskCount: Int, of owners: [Int32], to others: [Int32], lags: [Int32]) {
    var start = [Int32](repeating: 0, count: taskCount + 1)
    for owner in owners { start[Int(owner) + 1] += 1 }
    for task in 0..<taskCount { start[task + 1] += start[task] }
    var free = start
    var task = [Int32](repeating: 0, count: owners.count)
    var lag = task
    for (index, owner) in owners.enumerated() {
      let place = Int(free[Int(owner)])
      task[place] = others[index]
      lag[place] = lags[index]
      free[Int(owner)] += 1
    }
    self.start = start
    self.task = task
    self.lag = lag
  }

  /// The places of a task's links.
  @inlinable public func places(of task: Int) -> Range<Int> { Int(start[task])..<Int(start[task + 1]) }
}

/// For each task the resources that it needs and how much of each, resources in increasing order.
public struct ProjectDemands: Sendable, Hashable {
  /// The first place of each task in ``resource`` and ``amount``, and their number.
  public let start: [Int32]
  public let resource: [Int32]
  /// Positive, at most the capacity.
  public let amount: [Int]

  /// The places of a task's demands.
  @inlinable public func places(of task: Int) -> Range<Int> { Int(start[task])..<Int(start[task + 1]) }
}
