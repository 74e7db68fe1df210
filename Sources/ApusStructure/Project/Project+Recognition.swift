import ApusModel

extension Project {
  /// The project in a model, or nil where the model is not exactly one.
  ///
  /// A model is a project when it asks for the least makespan, all its intervals are required and of fixed length, and all its constraints
  /// are precedences that are minimum lags of 0 or more from an end to a start (however they are written) without a circle, `Usage`s of
  /// constant capacity and constant demands, of which there is at least one, and `NoOverlap`s without setup times whose members all take time.
  /// No window may end before every schedule without needless waiting must have ended. A schedule is then a solution of the model with
  /// the same objective.
  ///
  /// Complexity: linear in the size of the model.
  public init?(recognizing data: ModelData) {
    guard !data.intervals.isEmpty, data.intervals.allSatisfy(\.hasFixedLength) else { return nil }
    var before: [Int32] = []
    var after: [Int32] = []
    var lags: [Int32] = []
    var longest = [Int](repeating: 0, count: data.intervals.count)
    for constraint in data.constraints {
      switch constraint {
      case .precedence(let precedence):
        guard let lag = precedence.lagFromEndToStart(in: data) else { return nil }
        before.append(precedence.before)
        after.append(precedence.after)
        lags.append(lag)
        longest[Int(precedence.before)] = Swift.max(longest[Int(precedence.before)], Int(lag))
      case .usage, .noOverlap: break
      case .linear, .clause, .reservoir, .alternative, .span, .sameOrder, .pack, .within, .condition, .allDifferent,
        .table, .circuit, .automaton:
        return nil
      }
    }
    guard let times = FixedTimes(data.intervals, lags: longest.reduce(0, +)), times.deadlineCount == 0 else {
      return nil
    }
    let graph = PrecedenceGraph(nodeCount: data.intervals.count, before: before, after: after)
    guard let order = graph.depths()?.order, let resources = ProjectResources(data, duration: times.duration) else {
      return nil
    }
    let count = data.intervals.count
    self.init(
      duration: times.duration, release: times.release,
      successors: ProjectLinks(taskCount: count, of: before, to: after, lags: lags),
      predecessors: ProjectLinks(taskCount: count, of: after, to: before, lags: lags),
      capacity: resources.capacity, demands: resources.demands, topologicalOrder: order.map(Int32.init))
    guard asksForMakespan(data.objective) else { return nil }
  }

  /// Whether the objective is the makespan: as such, as the end of a task that comes after all others, or as a maximum of ends among
  /// which are those of all tasks that nothing waits for.
  private func asksForMakespan(_ objective: Objective?) -> Bool {
    guard let objective, objective.sense == .minimize, !objective.expression.hasOverflowed,
      objective.expression.constant == 0
    else { return false }
    let terms = objective.expression.terms.filter { $0.coefficient != 0 }
    guard terms.count == 1, terms[0].coefficient == 1 else { return false }
    switch terms[0].operand {
    case .makespan: return true
    case .maximum(let arguments):
      var ends: [Int32] = []
      for argument in arguments {
        guard let end = end(in: argument) else { return false }
        ends.append(end)
      }
      return areLast(ends)
    case .integer, .start, .end, .length, .truth, .product, .quotient, .remainder, .element:
      return end(in: objective.expression).map { areLast([$0]) } ?? false
    }
  }

  /// The task whose end an expression is.
  private func end(in expression: IntegerExpression) -> Int32? {
    guard !expression.hasOverflowed, expression.terms.count == 1, expression.terms[0].coefficient == 1 else {
      return nil
    }
    switch expression.terms[0].operand {
    case .end(let task) where duration.indices.contains(Int(task)) && expression.constant == 0: return task
    case .start(let task) where duration.indices.contains(Int(task)) && expression.constant == duration[Int(task)]:
      return task
    default: return nil
    }
  }

  /// Whether every task is one of these or waited for, directly or not, by one.
  private func areLast(_ tasks: [Int32]) -> Bool {
    var isCovered = [Bool](repeating: false, count: taskCount)
    for task in tasks { isCovered[Int(task)] = true }
    for task in topologicalOrder.reversed().lazy.map(Int.init) where !isCovered[task] {
      guard successors.places(of: task).contains(where: { isCovered[Int(successors.task[$0])] }) else { return false }
      isCovered[task] = true
    }
    return true
  }
}

extension Precedence {
  /// The lag from the end of `before` to the start of `after`, between intervals of fixed length; nil where it is negative or too large,
  /// or where one of the two does not exist.
  fileprivate func lagFromEndToStart(in data: ModelData) -> Int32? {
    guard data.intervals.indices.contains(Int(before)), data.intervals.indices.contains(Int(after)) else { return nil }
    var lag = Swift.min(Swift.max(self.lag, -1 << 40), 1 << 40)
    if source == .start { lag -= data.intervals[Int(before)].length.lowerBound }
    if target == .end { lag -= data.intervals[Int(after)].length.lowerBound }
    return lag >= 0 ? Int32(exactly: lag) : nil
  }
}
