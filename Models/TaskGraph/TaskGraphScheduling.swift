/// A task graph on unlike processors: tasks wait for the data of others, run on one of several processors, and data take time only where they
/// change the processor.
///
/// A processor does one task at a time, a task once started runs to its end, and how long it takes depends on the processor. When a task and
/// one that waits for it run on different processors, the later one starts when the data have been sent: a start-up cost of the sender and
/// the volume over the bandwidth between the two, rounded up. Wanted are a processor and a start for every task with the least makespan. See the
/// README of this folder for formats and papers.
public struct TaskGraphScheduling: Sendable, Equatable {
  /// The most processors.
  public static let maximumProcessorCount = 4096
  /// The greatest ``horizon``, in ticks: an upper bound on the makespan of every schedule without needless waiting.
  public static let maximumHorizon = 1_000_000_000
  /// The greatest volume of data, and the greatest number in a bandwidth.
  public static let maximumVolume = 1_000_000_000_000

  /// The instance's name.
  public let name: String
  /// The processors, numbered from 0.
  public let processors: [Processor]
  /// The tasks in the order of the file; task `i` has the id `i`.
  public let tasks: [Task]
  /// Who waits for whose data, ordered by the task that is waited for, then by the one that waits. None is listed twice.
  public let arcs: [Arc]
  /// The bandwidth from each processor to each, row by row; that of a processor to itself means nothing and is ``Bandwidth/unit``.
  private let bandwidths: [Bandwidth]

  /// Something that does one task at a time.
  public struct Processor: Sendable, Hashable, Identifiable {
    /// The processor's place, from 0.
    public let id: Int
    public let name: String
    /// What it takes to begin to send data to another one, in ticks.
    public let startUp: Int
  }

  /// Something to be done on one of the processors.
  public struct Task: Sendable, Hashable, Identifiable {
    /// The task's place, from 0.
    public let id: Int
    public let name: String
    /// By processor: the time it takes there, in ticks, which may be 0; nil where it cannot run.
    public let durations: [Int?]

    /// The processors that can do it; never empty.
    public var processors: [Int] { durations.indices.filter { durations[$0] != nil } }
    /// The least time it takes, in ticks.
    public var shortest: Int { durations.lazy.compactMap(\.self).min() ?? 0 }
    /// The longest time it takes, in ticks.
    public var longest: Int { durations.lazy.compactMap(\.self).max() ?? 0 }
    /// Whether more than one processor can do it.
    public var hasChoice: Bool { durations.count { $0 != nil } > 1 }
  }

  /// `after` needs what `before` has made.
  public struct Arc: Sendable, Hashable {
    public let before: Int
    public let after: Int
    /// How much data; 0 for an order without data, which costs no start-up either.
    public let volume: Int

    public init(before: Int, after: Int, volume: Int) {
      self.before = before
      self.after = after
      self.volume = volume
    }
  }

  /// `volume` units of data in `ticks` ticks, in lowest terms.
  public struct Bandwidth: Sendable, Hashable {
    public let volume: Int
    public let ticks: Int

    /// A unit a tick.
    public static let unit = Bandwidth(volume: 1, ticks: 1)

    /// - Precondition: both are positive.
    public init(volume: Int, ticks: Int = 1) {
      precondition(volume > 0 && ticks > 0, "a bandwidth is positive")
      var (a, b) = (volume, ticks)
      while b != 0 { (a, b) = (b, a % b) }
      self.volume = volume / a
      self.ticks = ticks / a
    }

    /// The ticks that a volume takes, rounded up.
    func time(of amount: Int) -> Int {
      let (high, low) = amount.multipliedFullWidth(by: ticks)
      let (quotient, remainder) = volume.dividingFullWidth((high, low))
      return quotient + (remainder > 0 ? 1 : 0)
    }
  }

  /// Creates a task graph.
  ///
  /// - Parameters:
  ///   - name: The instance's name; also what an error names.
  ///   - processors: For each processor its name and start-up cost.
  ///   - bandwidths: From each processor a row to each; what stands for a processor to itself does not matter. Nil for a unit a tick everywhere.
  ///   - tasks: For each task its name and its time on each processor, nil where it cannot run.
  ///   - arcs: Who waits for whom, by position, without a circle and no pair twice.
  /// - Throws: ``InputError`` naming what is wrong.
  /// - Complexity: O(processors² + tasks × processors + arcs × log arcs).
  public init(
    name: String, processors: [(name: String, startUp: Int)], bandwidths: [[Bandwidth]]? = nil,
    tasks: [(name: String, durations: [Int?])], arcs: [Arc]
  ) throws(InputError) {
    let parts = TaskGraphParts(
      processors: processors, bandwidths: bandwidths.map { $0.map { $0.map(Optional.some) } }, tasks: tasks, arcs: arcs)
    if let flaw = parts.firstFlaw { throw InputError(file: name, message: flaw.message) }
    self.init(sound: parts, name: name)
  }

  /// A task graph of parts without a flaw.
  init(sound parts: TaskGraphParts, name: String) {
    self.name = name
    processors = parts.processors.enumerated().map { Processor(id: $0, name: $1.name, startUp: $1.startUp) }
    tasks = parts.tasks.enumerated().map { Task(id: $0, name: $1.name, durations: $1.durations) }
    arcs = parts.arcs.sorted { ($0.before, $0.after) < ($1.before, $1.after) }
    let count = processors.count
    bandwidths = (0..<count * count).map { place in
      place / count == place % count ? .unit : parts.bandwidths?[place / count][place % count] ?? .unit
    }
  }
}

extension TaskGraphScheduling {
  /// The bandwidth between two different processors. O(1).
  public func bandwidth(from source: Int, to target: Int) -> Bandwidth {
    bandwidths[source * processors.count + target]
  }

  /// The ticks from the end of `arc.before` on one processor to the earliest start of `arc.after` on another. O(1).
  public func delay(of arc: Arc, from source: Int, to target: Int) -> Int {
    guard source != target, arc.volume > 0 else { return 0 }
    return processors[source].startUp + bandwidth(from: source, to: target).time(of: arc.volume)
  }

  /// The longest delay of an arc between processors on which its tasks can run. O(processors²).
  func longestDelay(of arc: Arc) -> Int {
    guard arc.volume > 0 else { return 0 }
    let targets = tasks[arc.after].processors
    return tasks[arc.before].processors.reduce(0) { longest, source in
      targets.reduce(longest) { max($0, delay(of: arc, from: source, to: $1)) }
    }
  }

  /// Every task at its longest and behind the longest delay of what it waits for: a schedule without needless waiting is over by then, since
  /// the tasks that make it long are different and between two there is at most one delay. O(tasks × processors + arcs × processors²).
  public var horizon: Int {
    var slowest = [Int](repeating: 0, count: tasks.count)
    for arc in arcs { slowest[arc.after] = max(slowest[arc.after], longestDelay(of: arc)) }
    return tasks.reduce(0) { $0 + $1.longest + slowest[$1.id] }
  }

  /// Whether it does not matter which processor does what: every task takes the same time on all, and no data take time.
  public var hasInterchangeableProcessors: Bool {
    (processors.count == 1 || arcs.allSatisfy { $0.volume == 0 })
      && tasks.allSatisfy { task in task.durations.allSatisfy { $0 != nil && $0 == task.durations[0] } }
  }

  /// The tasks in an order in which all come after what they wait for. O(tasks + arcs).
  var topologicalOrder: [Int] {
    var outgoing: [[Int]] = Array(repeating: [], count: tasks.count)
    var waitsFor = [Int](repeating: 0, count: tasks.count)
    for arc in arcs {
      outgoing[arc.before].append(arc.after)
      waitsFor[arc.after] += 1
    }
    var order = tasks.indices.filter { waitsFor[$0] == 0 }
    var visited = 0
    while visited < order.count {
      for next in outgoing[order[visited]] {
        waitsFor[next] -= 1
        if waitsFor[next] == 0 { order.append(next) }
      }
      visited += 1
    }
    return order
  }
}
