/// The numbers of a task graph before anybody has looked at them.
struct TaskGraphParts {
  typealias Arc = TaskGraphScheduling.Arc
  typealias Bandwidth = TaskGraphScheduling.Bandwidth

  var processors: [(name: String, startUp: Int)] = []
  /// From each processor to each; nil for a pair without a connection. Nil for a unit a tick everywhere.
  var bandwidths: [[Bandwidth?]]?
  var tasks: [(name: String, durations: [Int?])] = []
  var arcs: [Arc] = []
}

/// What makes numbers no task graph, and which of them is at fault.
struct TaskGraphFlaw: Error, Equatable {
  /// What a reader finds in its file, by position.
  enum Subject: Equatable {
    case whole
    case processor(Int)
    case task(Int)
    case arc(Int)
  }

  let subject: Subject
  let message: String

  init(_ subject: Subject, _ message: String) {
    self.subject = subject
    self.message = message
  }
}

extension TaskGraphParts {
  private typealias Graph = TaskGraphScheduling

  /// The first thing that is wrong; nil where there is a task graph. Later checks trust what earlier ones have seen.
  var firstFlaw: TaskGraphFlaw? { processorFlaw ?? taskFlaw ?? arcFlaw ?? circleFlaw ?? connectionFlaw ?? horizonFlaw }

  private var processorFlaw: TaskGraphFlaw? {
    guard (1...Graph.maximumProcessorCount).contains(processors.count) else {
      return TaskGraphFlaw(.whole, "\(processors.count) processors, expected 1 to \(Graph.maximumProcessorCount)")
    }
    for (position, processor) in processors.enumerated()
    where !(0...Graph.maximumHorizon).contains(processor.startUp) {
      return TaskGraphFlaw(
        .processor(position),
        "processor \(position) has the start-up cost \(processor.startUp), expected 0 to \(Graph.maximumHorizon)")
    }
    if let bandwidths,
      bandwidths.count != processors.count || bandwidths.contains(where: { $0.count != processors.count })
    {
      return TaskGraphFlaw(
        .whole, "the bandwidths are no table of \(processors.count) rows and columns, one a processor")
    }
    return nil
  }

  private var taskFlaw: TaskGraphFlaw? {
    if tasks.isEmpty { return TaskGraphFlaw(.whole, "no tasks, expected at least one") }
    for (position, task) in tasks.enumerated() {
      let name = "task \(position)"
      guard task.durations.count == processors.count else {
        return TaskGraphFlaw(
          .task(position),
          "\(name) has \(task.durations.count) times, expected one for each of \(processors.count) processors"
        )
      }
      for (processor, duration) in task.durations.enumerated() {
        guard let duration, !(0...Graph.maximumHorizon).contains(duration) else { continue }
        return TaskGraphFlaw(
          .task(position),
          "\(name) takes \(duration) on processor \(processor), expected 0 to \(Graph.maximumHorizon)")
      }
      guard task.durations.contains(where: { $0 != nil }) else {
        return TaskGraphFlaw(
          .task(position), "\(name) has no time on any processor, expected at least one that can do it")
      }
    }
    return nil
  }

  private var arcFlaw: TaskGraphFlaw? {
    var seen: Set<[Int]> = []
    for (index, arc) in arcs.enumerated() {
      for task in [arc.before, arc.after] where !tasks.indices.contains(task) {
        return TaskGraphFlaw(.arc(index), "an arc speaks of task \(task), expected 0 to \(tasks.count - 1)")
      }
      let name = "the arc from task \(arc.before) to task \(arc.after)"
      guard (0...Graph.maximumVolume).contains(arc.volume) else {
        return TaskGraphFlaw(.arc(index), "\(name) has the volume \(arc.volume), expected 0 to \(Graph.maximumVolume)")
      }
      guard seen.insert([arc.before, arc.after]).inserted else {
        return TaskGraphFlaw(.arc(index), "\(name) is there twice, expected it once")
      }
    }
    return nil
  }

  private var circleFlaw: TaskGraphFlaw? {
    guard let circle = PrecedenceCircle(of: tasks.count, arcs.map { ($0.before, $0.after) }) else { return nil }
    return TaskGraphFlaw(
      .arc(circle.closing), "tasks wait for each other in a circle: \(circle.description { "task \($0)" })")
  }

  /// Data must have a way between any two processors that can do the tasks of an arc.
  private var connectionFlaw: TaskGraphFlaw? {
    guard let bandwidths else { return nil }
    for (index, arc) in arcs.enumerated() where arc.volume > 0 {
      for source in processors.indices where tasks[arc.before].durations[source] != nil {
        for target in processors.indices
        where source != target && tasks[arc.after].durations[target] != nil && bandwidths[source][target] == nil {
          return TaskGraphFlaw(
            .arc(index),
            "the data from task \(arc.before) to task \(arc.after) have no way from processor \(source) to processor \(target), "
              + "expected a bandwidth")
        }
      }
    }
    return nil
  }

  /// All delays and all durations together must fit; only then is it safe to ask for the horizon.
  private var horizonFlaw: TaskGraphFlaw? {
    let graph = TaskGraphScheduling(sound: self, name: "")
    let limit = Graph.maximumHorizon
    let slowestStart = processors.reduce(0) { max($0, $1.startUp) }
    var slowest = Bandwidth.unit
    if let bandwidths {
      let found = bandwidths.joined().compactMap(\.self)
      // The slowest by cross products, in double precision: it only decides whether to look closer.
      slowest = found.max { Double($0.ticks) / Double($0.volume) < Double($1.ticks) / Double($1.volume) } ?? .unit
    }
    var total = 0
    for (index, arc) in arcs.enumerated() where arc.volume > 0 {
      let time = Double(arc.volume) * Double(slowest.ticks) / Double(slowest.volume) + Double(slowestStart)
      guard time <= Double(limit) else {
        return TaskGraphFlaw(
          .arc(index),
          "the data from task \(arc.before) to task \(arc.after) may take \(Int(min(time, 1e15))) ticks, expected at most \(limit)"
        )
      }
    }
    for task in tasks.indices {
      total += graph.tasks[task].longest
      if total > limit {
        return TaskGraphFlaw(
          .task(task), "task \(task) brings the sum of all longest times above \(limit), the longest that is supported")
      }
    }
    let horizon = graph.horizon
    guard horizon > limit else { return nil }
    return TaskGraphFlaw(
      .whole, "all longest times and delays together are \(horizon) ticks, expected at most \(limit)")
  }
}
