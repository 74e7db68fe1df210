import ApusModel

extension SolutionChecker {
  /// Reports the stretches of time in which the demands exceed the capacity, each at its worst tick.
  ///
  /// One sweep over starts, ends and changes of the capacity; between two of these nothing changes. Complexity: O(*n* log *n*).
  func check(_ usage: Usage, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    var changes: [(time: Int, demand: Int128)] = []
    changes.reserveCapacity(2 * usage.intervals.count)
    for (index, demand) in zip(usage.intervals, usage.demands) {
      guard let span = evaluator.span(index), span.start < span.end else { continue }
      // In 128 bits: a variable outside its range may be any number.
      let amount = Int128(evaluator.value(of: demand))
      changes.append((span.start, amount))
      changes.append((span.end, -amount))
    }
    changes.sort { $0.time < $1.time }

    let capacity = usage.capacity
    var (used, available) = (Int128(0), Int128(capacity.base))
    var (next, nextStep, reports) = (0, 0, 0)
    var worst: (excess: Int128, time: Int)?
    while next < changes.count, reports < max(1, maximumPairs) {
      let isStep = nextStep < capacity.times.count && capacity.times[nextStep] <= changes[next].time
      let time = isStep ? capacity.times[nextStep] : changes[next].time
      if isStep {
        available = Int128(capacity.levels[nextStep])
        nextStep += 1
      }
      while next < changes.count, changes[next].time == time {
        used += changes[next].demand
        next += 1
      }
      if used > available {
        if used - available > worst?.excess ?? 0 { worst = (used - available, time) }
      } else if let stretch = worst {
        found.append(overload(usage, at: stretch.time, excess: stretch.excess, place, evaluator))
        (worst, reports) = (nil, reports + 1)
      }
    }
    if let worst, reports < max(1, maximumPairs) {
      found.append(overload(usage, at: worst.time, excess: worst.excess, place, evaluator))
    }
  }

  private func overload(
    _ usage: Usage, at time: Int, excess: Int128, _ place: Place, _ evaluator: Evaluator
  ) -> Violation {
    var covering: [(index: Int, demand: Int)] = []
    for (index, demand) in zip(usage.intervals, usage.demands) where covering.count <= max(1, maximumPairs) {
      guard let span = evaluator.span(index), span.start <= time, time < span.end else { continue }
      let amount = evaluator.value(of: demand)
      if amount != 0 { covering.append((Int(index), amount)) }
    }
    let list = covering.prefix(5).map { "\(model.nameOfInterval($0.index)) \($0.demand)" }.joined(separator: ", ")
    let capacity = usage.capacity[time]
    return violation(
      .usage, at: place, members: covering.prefix(max(1, maximumPairs)).map { member(interval: $0.index) },
      amount: clamped(excess),
      "at \(time) the demands add up to \(excess + Int128(capacity)), \(excess) more than the capacity of \(capacity): \(list)"
        + (covering.count > 5 ? ", ..." : ""))
  }
}

extension Evaluator {
  func value(of demand: Usage.Demand) -> Int {
    switch demand {
    case .constant(let amount): amount
    case .integer(let index): solution.integers[Int(index)]
    }
  }
}
