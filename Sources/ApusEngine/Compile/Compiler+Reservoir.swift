import ApusModel

extension Compiler {
  /// Posts a reservoir as one that must not overflow and, with all signs changed, one that must not run dry.
  ///
  /// Levels are 64-bit in the engine too; `validate()` has proven that they fit, and one bit more is needed to change signs.
  mutating func post(_ reservoir: Reservoir) throws(ModelError) {
    let steps = self.steps(of: reservoir)
    let initial = Int64(reservoir.initial)
    let lowest = steps.reduce(initial) { $0 + min($1.amount, 0) }
    let highest = steps.reduce(initial) { $0 + max($1.amount, 0) }
    guard max(lowest.magnitude, highest.magnitude) < 1 << 62 else {
      throw ModelError(culprit, "its level could lie anywhere in \(lowest)...\(highest), beyond 62 bits")
    }
    // A limit that is out of reach either holds or cannot.
    if let maximum = reservoir.maximum, Int64(maximum) < highest {
      postLimit(max(Int64(maximum), lowest - 1), initial, steps)
    }
    if let minimum = reservoir.minimum, Int64(minimum) > lowest {
      var mirrored = steps
      for index in mirrored.indices { mirrored[index].amount = -mirrored[index].amount }
      postLimit(-min(Int64(minimum), highest + 1), -initial, mirrored)
    }
  }

  private mutating func postLimit(_ limit: Int64, _ initial: Int64, _ steps: [ReservoirStep]) {
    // The initial level is within the limits too.
    guard initial <= limit else { return require(false) }
    let propagator = ReservoirPropagator(steps, initial: initial, atMost: limit, rules: options.reservoirRules)
    _ = result.core.add(propagator)
    result.reservoirs.append(propagator)
  }

  /// The steps that may be, those at the same time by definition as one.
  private func steps(of reservoir: Reservoir) -> [ReservoirStep] {
    struct Place: Hashable {
      var variable: Int32
      var offset: Int32
    }
    var steps: [ReservoirStep] = []
    var number: [Place: Int] = [:]
    for (index, interval) in reservoir.intervals.enumerated() {
      guard let variables = result.map.intervals[Int(interval)] else { continue }
      let isStart = reservoir.points[index] == .start
      let step = ReservoirStep(
        variable: isStart ? variables.start : variables.end, offset: isStart ? 0 : variables.endOffset,
        amount: Int64(reservoir.amounts[index]), presence: variables.presence, start: variables.start)
      if let known = number[Place(variable: step.variable, offset: step.offset)] {
        steps[known].amount += step.amount
      } else {
        number[Place(variable: step.variable, offset: step.offset)] = steps.count
        steps.append(step)
      }
    }
    return steps.filter { $0.amount != 0 }
  }
}
