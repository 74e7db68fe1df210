import ApusModel

extension TaskGraph {
  /// The task graph in a model, or nil where the model is not exactly one.
  ///
  /// A model is a task graph when it asks for the least makespan and
  ///
  /// - some tasks choose among modes of fixed length (`Alternative` of optional intervals, each of its own presence), the others are required
  ///   and of fixed length; each mode is on at most one `NoOverlap` without setup times, which is its processor; tasks wait for each
  ///   other by precedences from an end to a start with lags of 0 or more, without a circle; a precedence between modes (a delay) stands beside one
  ///   between their tasks; or
  /// - it is a ``Project`` with one resource of which every task that takes time needs one unit: that many processors that are all alike.
  ///
  /// No window may end before every schedule without needless waiting must have ended. A schedule is then a solution of the model with
  /// the same objective.
  ///
  /// Complexity: linear in the size of the model, and O(sum over arcs with delays of pairs of modes); for the second kind O(*tasks* · *processors*).
  public init?(recognizing data: ModelData) {
    if let graph = Self.unlike(data) ?? Self.alike(data) { self = graph } else { return nil }
  }

  init(
    modes: OperationModes, release: [Int32], processorCount: Int, before: [Int32], after: [Int32], delays: TaskDelays,
    interval: [Int32], topologicalOrder: [Int32]
  ) {
    self.modes = modes
    self.release = release
    self.processorCount = processorCount
    self.before = before
    self.after = after
    self.delays = delays
    self.interval = interval
    self.topologicalOrder = topologicalOrder
    successors = TaskArcs(taskCount: interval.count, of: before)
    predecessors = TaskArcs(taskCount: interval.count, of: after)
  }

  private static func unlike(_ data: ModelData) -> TaskGraph? {
    guard let objective = data.objective, objective.sense == .minimize, objective.expression.isMakespan else {
      return nil
    }
    guard let parts = TaskGraphParts(data) else { return nil }
    let graph = PrecedenceGraph(nodeCount: parts.tasks.count, before: parts.before, after: parts.after)
    guard let order = graph.depths()?.order else { return nil }
    return TaskGraph(
      modes: parts.modes, release: parts.release, processorCount: parts.processorCount, before: parts.before,
      after: parts.after, delays: parts.delays, interval: parts.tasks, topologicalOrder: order.map(Int32.init))
  }

  /// More modes than this are no use to anybody.
  private static let mostModes = 4_000_000

  private static func alike(_ data: ModelData) -> TaskGraph? {
    guard let project = Project(recognizing: data), project.resourceCount <= 1 else { return nil }
    let count = project.taskCount
    for task in 0..<count {
      let places = project.demands.places(of: task)
      // A resource that is never scarce is left out of the project: then nothing is on processors.
      guard places.allSatisfy({ project.demands.amount[$0] == 1 }) else { return nil }
      guard project.duration[task] == 0 || project.resourceCount == 0 || places.count == 1 else { return nil }
      guard project.successors.places(of: task).allSatisfy({ project.successors.lag[$0] == 0 }) else { return nil }
    }
    let processors = min(count, project.capacity.first ?? count)
    guard processors > 0, processors * count <= mostModes else { return nil }
    var before: [Int32] = []
    var after: [Int32] = []
    for task in 0..<count {
      for place in project.successors.places(of: task) {
        before.append(Int32(task))
        after.append(project.successors.task[place])
      }
    }
    let modes = OperationModes(
      start: (0...count).map { Int32($0 * processors) },
      machine: (0..<count * processors).map { Int32($0 % processors) },
      duration: (0..<count * processors).map { project.duration[$0 / processors] },
      interval: [Int32](repeating: -1, count: count * processors))
    return TaskGraph(
      modes: modes, release: (0..<count * processors).map { project.release[$0 / processors] },
      processorCount: processors, before: before, after: after,
      delays: TaskDelays(start: [Int32](repeating: -1, count: before.count), ticks: []),
      interval: (0..<Int32(count)).map(\.self), topologicalOrder: project.topologicalOrder)
  }
}

extension IntegerExpression {
  /// Whether it is the makespan and nothing else.
  fileprivate var isMakespan: Bool {
    guard !hasOverflowed, constant == 0 else { return false }
    let terms = terms.filter { $0.coefficient != 0 }
    guard terms.count == 1, terms[0].coefficient == 1, case .makespan = terms[0].operand else { return false }
    return true
  }
}
