import ApusModel

/// By when some best solution of a regular model is over, so that windows of 10⁹ ticks, the default, become short ones.
///
/// A model is regular here when everything in it is a minimum distance once orders, presences and choices are settled, and when earlier is
/// never worse in the objective and in linear constraints. Take a best solution and keep what it has settled: the order of each pair
/// that a resource or a reservoir orders, the presences, the integers, and that no interval becomes longer. These are distances
/// `y >= x + w`. The earliest times that satisfy them are a solution too: capacities hold, since intervals that overlap now
/// overlapped before, pairwise and so (on a line) all at one tick. Every such time is the length of a path that begins with a
/// window's earliest point and leaves each point at most once, so no time is beyond the latest of these points plus, for each point, the
/// largest positive distance that can leave it.
///
/// This is the longest-path argument behind semi-active schedules (Conway, Maxwell and Miller, *Theory of Scheduling*, 1967).
enum RegularHorizon {
  /// The end, or nil where the model is not regular. Complexity: linear in the model.
  static func end(of model: ModelData) -> Int? {
    if let objective = model.objective {
      guard objective.sense == .minimize, isMonotone(objective.expression, in: model) else { return nil }
    }
    // The largest distances that leave starts and ends.
    var leaving = (
      start: [Int](repeating: 0, count: model.intervals.count), end: [Int](repeating: 0, count: model.intervals.count)
    )
    var latest = Int.min
    for (index, domain) in model.intervals.enumerated() {
      leaving.start[index] = domain.length.lowerBound
      latest = Swift.max(latest, domain.start.lowerBound, domain.end.lowerBound)
    }
    for constraint in model.constraints {
      switch constraint {
      case .precedence(let link):
        let index = Int(link.before)
        if link.source == .start {
          leaving.start[index] = Swift.max(leaving.start[index], link.lag)
        } else {
          leaving.end[index] = Swift.max(leaving.end[index], link.lag)
        }
      case .noOverlap(let noOverlap):
        guard let setup = noOverlap.setup else { continue }
        for (member, type) in zip(noOverlap.intervals, setup.types) {
          let longest = (0..<Int32(setup.typeCount)).map { setup.time(from: type, to: $0) }.max() ?? 0
          leaving.end[Int(member)] = Swift.max(leaving.end[Int(member)], longest)
        }
        if let initial = setup.initial?.max() { latest = Swift.max(latest, setup.origin + initial) }
      case .linear(let linear):
        let isTimeless = isTimeless(linear.expression, in: model)
        guard isTimeless || linear.relation == .atMost && isMonotone(linear.expression, in: model) else { return nil }
      case .usage(let usage):
        guard usage.capacity.times.isEmpty else { return nil }
      case .reservoir(let reservoir): reservoir.intervals.forEach(keepApart)
      case .sameOrder(let lists): (lists.first + lists.second).forEach(keepApart)
      case .clause, .alternative, .span: break
      case .pack, .within, .condition, .allDifferent, .table, .circuit, .automaton: return nil
      }
    }
    /// Of two points in order, one may have to be a tick later.
    func keepApart(_ interval: Int32) {
      leaving.start[Int(interval)] = Swift.max(leaving.start[Int(interval)], 1)
      leaving.end[Int(interval)] = Swift.max(leaving.end[Int(interval)], 1)
    }
    guard latest > Int.min else { return nil }
    let (total, isTooLarge) = (leaving.start + leaving.end).reduce((latest, false)) { sum, distance in
      let (next, overflow) = sum.0.addingReportingOverflow(distance)
      return (next, sum.1 || overflow)
    }
    return isTooLarge ? nil : total
  }

  /// Whether the value never rises when times fall.
  private static func isMonotone(_ expression: IntegerExpression, in model: ModelData) -> Bool {
    expression.terms.allSatisfy { term in
      switch term.operand {
      case .integer: true
      case .start, .end, .makespan: term.coefficient >= 0
      case .length(let index): model.intervals[Int(index)].length.count == 1
      case .maximum(let arguments): term.coefficient >= 0 && arguments.allSatisfy { isMonotone($0, in: model) }
      case .truth, .product, .quotient, .remainder, .element: false
      }
    }
  }

  /// Whether the value does not depend on times.
  private static func isTimeless(_ expression: IntegerExpression, in model: ModelData) -> Bool {
    expression.terms.allSatisfy { term in
      switch term.operand {
      case .integer: true
      case .start, .end, .makespan: false
      case .length(let index): model.intervals[Int(index)].length.count == 1
      case .maximum(let arguments): arguments.allSatisfy { isTimeless($0, in: model) }
      case .truth, .product, .quotient, .remainder, .element: false
      }
    }
  }
}
