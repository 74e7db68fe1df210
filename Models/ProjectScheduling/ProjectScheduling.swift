/// A project: tasks that wait for each other and share scarce resources; wanted is the least makespan.
///
/// Every task is done once, without interruption, in one of its modes. A mode has a duration, needs amounts of the renewable
/// resources while it lasts, and uses up amounts of the nonrenewable ones. Tasks may also take from reservoirs when they start
/// and fill them when they end. The makespan is the latest end of all tasks. One type serves all dialects of
/// resource-constrained project scheduling: single mode, multi-mode, minimum and maximum lags, reservoirs. Dummy tasks for the
/// project's begin and end, where a file has them, are tasks like others. See the README of this folder for formats and papers.
public struct ProjectScheduling: Sendable, Equatable {
  /// The most tasks of a project, dummies included.
  public static let maximumTaskCount = 1_000_000
  /// The most resources of each kind: renewable, nonrenewable, reservoirs.
  public static let maximumResourceCount = 10_000
  /// The greatest ``horizon`` and the greatest lag in either direction, in ticks.
  public static let maximumHorizon = 1_000_000_000
  /// The greatest demand, capacity or level.
  public static let maximumAmount = 1_000_000_000

  /// The instance's name, `j301_1`.
  public let name: String
  /// The tasks in the order of the file; task `i` has the id `i`.
  public let tasks: [Task]
  /// What tasks wait for, ordered by the task that is waited for and otherwise as they were given.
  public let precedences: [Precedence]
  /// The capacity of each renewable resource: how much of it there is at every tick.
  public let renewables: [Int]
  /// The capacity of each nonrenewable resource: how much of it there is for the whole project.
  public let nonrenewables: [Int]
  /// Stocks that tasks take from and fill.
  public let reservoirs: [Reservoir]
  /// An upper bound on the least makespan, in ticks.
  ///
  /// The sum, over all tasks, of the longest time that the task lasts or makes another wait after its start. If there is a
  /// schedule, there is one within it: in a best one whose starts cannot be pulled forward together, every tick before the
  /// last start is covered by such a time.
  public let horizon: Int

  /// Something to be done.
  public struct Task: Sendable, Hashable, Identifiable {
    /// The task's place in the project, from 0.
    public let id: Int
    /// The ways in which it can be done, numbered from 0; never empty.
    public let modes: [Mode]
  }

  /// A way in which a task can be done.
  public struct Mode: Sendable, Hashable {
    /// The time it takes, in ticks; may be 0.
    public let duration: Int
    /// How much of each renewable resource it needs at every tick.
    public let renewables: [Int]
    /// How much of each nonrenewable resource it uses up.
    public let nonrenewables: [Int]

    /// A mode with its demands, one for each resource of the project.
    public init(duration: Int, renewables: [Int], nonrenewables: [Int] = []) {
      self.duration = duration
      self.renewables = renewables
      self.nonrenewables = nonrenewables
    }
  }

  /// A minimum lag: `after` starts `lag` ticks or more after the start or the end of `before`.
  ///
  /// A negative lag from start to start is a maximum lag the other way round: with -7, `before` starts at most 7 ticks after
  /// `after`.
  public struct Precedence: Sendable, Hashable {
    /// What the lag is counted from.
    public enum Point: Sendable, Hashable {
      /// The start of the task that is waited for.
      case start
      /// Its end, in whatever mode it is done.
      case end
    }

    /// The id of the task that is waited for.
    public let before: Int
    /// The id of the task that waits.
    public let after: Int
    /// The end of `before` that the lag is counted from.
    public let source: Point
    /// The lag in ticks, of any sign.
    public let lag: Int

    /// Whether it may be part of a circle: counted from a start, or negative.
    var isGeneralized: Bool { source == .start || lag < 0 }

    /// `after` starts `lag` ticks or more after `source` of `before`.
    public init(before: Int, after: Int, from source: Point = .end, lag: Int = 0) {
      self.before = before
      self.after = after
      self.source = source
      self.lag = lag
    }
  }

  /// A stock whose level is never below 0: tasks take from it when they start and fill it when they end.
  ///
  /// What flows in may flow out at the same tick.
  public struct Reservoir: Sendable, Hashable {
    /// The level before anything has started.
    public let initial: Int
    /// How much each task takes when it starts, by task id.
    public let consumed: [Int]
    /// How much each task brings when it ends, by task id.
    public let produced: [Int]

    /// A stock with what every task of the project takes and brings, 0 or more each.
    public init(initial: Int, consumed: [Int], produced: [Int]) {
      self.initial = initial
      self.consumed = consumed
      self.produced = produced
    }
  }

  /// Creates a project.
  ///
  /// A task whose every mode needs more of a renewable resource than there is makes a project impossible, and so does a circle of
  /// waiting. Both are refused, with one exception: where a lag is counted from a start or is
  /// negative (RCPSP/max), circles are how maximum lags are written, and published instances have such tasks; there they are
  /// legal, and the project may be infeasible.
  ///
  /// - Parameters:
  ///   - name: The instance's name; also what an error names.
  ///   - tasks: For each task its modes.
  ///   - precedences: What tasks wait for, in any order.
  ///   - renewables: The capacity of each renewable resource.
  ///   - nonrenewables: The capacity of each nonrenewable resource.
  ///   - reservoirs: Stocks, each with a number for every task.
  /// - Throws: ``InputError`` that names task and resource if a count, duration, demand, capacity, level or lag is out of range, a
  ///   precedence speaks of a task that is not there, tasks wait for each other in a circle (printed as a path), a task needs
  ///   more than there is, or the horizon is beyond ``maximumHorizon``.
  /// - Complexity: O(modes × resources + precedences × log precedences).
  public init(
    name: String, tasks: [[Mode]], precedences: [Precedence], renewables: [Int], nonrenewables: [Int] = [],
    reservoirs: [Reservoir] = []
  ) throws(InputError) {
    let parts = ProjectParts(
      tasks: tasks, precedences: precedences, renewables: renewables, nonrenewables: nonrenewables,
      reservoirs: reservoirs)
    if let flaw = parts.firstFlaw { throw InputError(file: name, message: flaw.message) }
    self.init(sound: parts, name: name)
  }

  /// A project of parts without a flaw.
  init(sound parts: ProjectParts, name: String) {
    self.name = name
    tasks = parts.tasks.enumerated().map { Task(id: $0, modes: $1) }
    let sorted = parts.precedences.enumerated().sorted {
      ($0.element.before, $0.offset) < ($1.element.before, $1.offset)
    }
    precedences = sorted.map(\.element)
    renewables = parts.renewables
    nonrenewables = parts.nonrenewables
    reservoirs = parts.reservoirs
    horizon = parts.weights.reduce(0, +)
  }
}

extension ProjectScheduling {
  /// Whether a lag is counted from a start or is negative, as in RCPSP/max. O(precedences).
  public var hasGeneralizedLags: Bool { precedences.contains(where: \.isGeneralized) }

  /// Whether every task has exactly one mode.
  public var isSingleMode: Bool { tasks.allSatisfy { $0.modes.count == 1 } }

  /// Whether every project of this shape has a schedule: one task after the other.
  ///
  /// So it is without such lags as in RCPSP/max, without reservoirs, and where the nonrenewable resources suffice whatever modes are
  /// chosen; otherwise it takes search to tell. O(modes × resources).
  public var isSurelyFeasible: Bool {
    !hasGeneralizedLags && reservoirs.isEmpty
      && nonrenewables.indices.allSatisfy { resource in
        let most = tasks.reduce(0) { $0 + ($1.modes.map { $0.nonrenewables[resource] }.max() ?? 0) }
        return most <= nonrenewables[resource]
      }
  }
}
