import ApusModel

/// A task graph on unlike processors as plain arrays: tasks wait for each other, each runs in one of its modes, which has a processor and a
/// time, a processor does one task at a time, and between tasks in certain modes there is a delay; wanted is the least makespan.
///
/// Times are in ticks; the longest durations and delays of all tasks and the latest release together fit in 32 bits, so that no schedule
/// without needless waiting overflows. Modes that take no time need nothing of their processor.
public struct TaskGraph: Sendable, Hashable {
  /// The ways to do each task: ``OperationModes/machine`` is the processor. The interval of a mode is -1 where the model has none for it.
  public let modes: OperationModes
  /// By mode: the earliest start by the windows of task and mode.
  public let release: [Int32]
  /// The number of processors; some may have no task.
  public let processorCount: Int
  /// By arc: the task that is waited for, and the one that waits.
  public let before: [Int32]
  public let after: [Int32]
  /// The arcs that leave each task, and those that lead to it.
  public let successors: TaskArcs
  public let predecessors: TaskArcs
  /// The delays of arcs.
  let delays: TaskDelays
  /// The model's interval behind every task, by index.
  public let interval: [Int32]
  /// The tasks in an order in which all come after what they wait for.
  public let topologicalOrder: [Int32]

  /// The number of tasks.
  public var taskCount: Int { interval.count }
  /// Whether any arc has a delay.
  public var hasDelays: Bool { !delays.ticks.isEmpty }

  /// The ticks from the end of the earlier task of an arc in a mode to the earliest start of the later one in a mode. O(1).
  @inlinable public func delay(of arc: Int, from source: Int, to target: Int) -> Int32 {
    delay(
      of: arc, source - Int(modes.start[Int(before[arc])]), target - Int(modes.start[Int(after[arc])]),
      width: modes.of(Int(after[arc])).count)
  }

  @usableFromInline func delay(of arc: Int, _ source: Int, _ target: Int, width: Int) -> Int32 {
    let start = Int(delays.start[arc])
    return start < 0 ? 0 : delays.ticks[start + source * width + target]
  }
}

/// For each task arcs: those that leave it, or those that lead to it.
public struct TaskArcs: Sendable, Hashable {
  /// The first place of each task in ``arc``, and their number: `tasks + 1` numbers.
  let start: [Int32]
  /// Arcs by their numbers.
  let arc: [Int32]

  /// Arcs by the task that they are of, in order. Complexity: linear.
  init(taskCount: Int, of owners: [Int32]) {
    var start = [Int32](repeating: 0, count: taskCount + 1)
    for owner in owners { start[Int(owner) + 1] += 1 }
    for task in 0..<taskCount { start[task + 1] += start[task] }
    var free = start
    var arc = [Int32](repeating: 0, count: owners.count)
    for (number, owner) in owners.enumerated() {
      arc[Int(free[Int(owner)])] = Int32(number)
      free[Int(owner)] += 1
    }
    self.start = start
    self.arc = arc
  }

  /// The arcs of a task. O(1).
  public func of(_ task: Int) -> ArraySlice<Int32> { arc[Int(start[task])..<Int(start[task + 1])] }
}

/// For each arc a table of delays: a row a mode of the earlier task, a column a mode of the later one.
struct TaskDelays: Sendable, Hashable {
  /// By arc: the first place in ``ticks``; -1 where there is no delay between any modes.
  var start: [Int32]
  var ticks: [Int32]
}

extension TaskGraph {
  /// The longest path of least durations and least delays, from the releases. Complexity: O(*modes* + sum over arcs of pairs of modes).
  public var criticalPath: Int {
    var end = [Int32](repeating: 0, count: taskCount)
    var longest: Int32 = 0
    for task in topologicalOrder.lazy.map(Int.init) {
      var least = Int32.max
      for mode in modes.of(task) {
        var start = release[mode]
        for arc in predecessors.of(task).lazy.map(Int.init) {
          let earlier = Int(before[arc])
          let delay = modes.of(earlier).reduce(Int32.max) { min($0, self.delay(of: arc, from: $1, to: mode)) }
          start = max(start, end[earlier] + delay)
        }
        least = min(least, start + modes.duration[mode])
      }
      end[task] = least
      longest = max(longest, least)
    }
    return Int(longest)
  }

  /// All work where it is done fastest, spread evenly over the processors, rounded up. Complexity: O(*modes*).
  public var meanLoad: Int {
    let work = (0..<taskCount).reduce(0) { total, task in
      total + Int(modes.of(task).reduce(Int32.max) { min($0, modes.duration[$1]) })
    }
    return processorCount == 0 ? 0 : (work + processorCount - 1) / processorCount
  }
}
