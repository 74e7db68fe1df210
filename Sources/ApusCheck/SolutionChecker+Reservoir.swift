import ApusModel

extension SolutionChecker {
  /// Reports the stretches of time in which the level lies outside its limits, each where it is farthest outside.
  ///
  /// Levels fit in 64 bits: a model in which one could not is refused. Complexity: O(*n* log *n*).
  func check(_ reservoir: Reservoir, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    var steps: [(time: Int, amount: Int, index: Int32)] = []
    steps.reserveCapacity(reservoir.intervals.count)
    for (position, index) in reservoir.intervals.enumerated() {
      guard let span = evaluator.span(index) else { continue }
      steps.append((span.time(of: reservoir.points[position]), reservoir.amounts[position], index))
    }
    steps.sort { $0.time < $1.time }

    var level = reservoir.initial
    var worst = Stretch(level, nil, reservoir)
    var (next, reports) = (0, 0)
    while next < steps.count, reports < max(1, maximumPairs) {
      let first = next
      while next < steps.count, steps[next].time == steps[first].time {
        level += steps[next].amount
        next += 1
      }
      let here = Stretch(level, first..<next, reservoir)
      if let stretch = worst, here?.isBelow != stretch.isBelow {
        found.append(violation(stretch, steps, reservoir, place))
        (worst, reports) = (here, reports + 1)
      } else if (here?.excess ?? 0) > (worst?.excess ?? 0) {
        worst = here
      }
    }
    if let worst, reports < max(1, maximumPairs) { found.append(violation(worst, steps, reservoir, place)) }
  }

  private func violation(
    _ stretch: Stretch, _ steps: [(time: Int, amount: Int, index: Int32)], _ reservoir: Reservoir, _ place: Place
  ) -> Violation {
    let here = stretch.steps.map { steps[$0] } ?? []
    let time = here.first.map { "from \($0.time) on" } ?? "before the first step"
    let names = here.prefix(5).map { model.nameOfInterval(Int($0.index)) }.joined(separator: ", ")
    let (side, limit) =
      stretch.isBelow ? ("below the minimum", reservoir.minimum ?? 0) : ("above the maximum", reservoir.maximum ?? 0)
    return violation(
      .reservoir, at: place, members: here.prefix(max(1, maximumPairs)).map { member(interval: Int($0.index)) },
      amount: clamped(stretch.excess),
      "\(time) the level is \(stretch.level), \(stretch.excess) \(side) of \(limit)"
        + (names.isEmpty ? "" : ": \(names)\(here.count > 5 ? ", ..." : "")"))
  }
}

/// A level outside its limits, and the steps that led there; none for the initial level.
private struct Stretch {
  let level: Int
  let excess: Int128
  let isBelow: Bool
  let steps: Range<Int>?

  /// Nil where the level lies within the limits.
  init?(_ level: Int, _ steps: Range<Int>?, _ reservoir: Reservoir) {
    if let minimum = reservoir.minimum, level < minimum {
      (excess, isBelow) = (Int128(minimum) - Int128(level), true)
    } else if let maximum = reservoir.maximum, level > maximum {
      (excess, isBelow) = (Int128(level) - Int128(maximum), false)
    } else {
      return nil
    }
    (self.level, self.steps) = (level, steps)
  }
}
