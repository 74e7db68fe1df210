import ApusModel

// Reservoirs: the level where it may be outside its limits, either at every tick or at every step.

extension Linearizer {
  /// A step of a reservoir: a point in time and by how much the level changes.
  private struct Step {
    let interval: Int32
    let point: Precedence.Point
    var amount: Int128
    let moment: Moment
  }

  mutating func post(_ reservoir: Reservoir) throws(ModelError) {
    let initial = Int128(reservoir.initial)
    let (minimum, maximum) = (reservoir.minimum.map { Int128($0) }, reservoir.maximum.map { Int128($0) })
    try limit(LinearSum(initial), minimum, maximum)
    var steps: [Step] = []
    var place: [StepKey: Int] = [:]
    for ((interval, point), amount) in zip(zip(reservoir.intervals, reservoir.points), reservoir.amounts) {
      guard times[Int(interval)].canBePresent else { continue }
      let key = StepKey(interval: interval, isEnd: point == .end)
      if let known = place[key] {
        steps[known].amount += Int128(amount)
      } else {
        place[key] = steps.count
        steps.append(
          Step(interval: interval, point: point, amount: Int128(amount), moment: moment(interval, point)))
      }
    }
    steps.removeAll { $0.amount == 0 }
    let (falls, rises) = (steps.filter { $0.amount < 0 }, steps.filter { $0.amount > 0 })
    let canFallBelow = minimum.map { falls.reduce(initial) { $0 + $1.amount } < $0 } ?? false
    let canRiseAbove = maximum.map { rises.reduce(initial) { $0 + $1.amount } > $0 } ?? false
    if !canFallBelow, !canRiseAbove { return }
    let isFixed = steps.allSatisfy { hasFixedLength($0.interval) }
    if options.formulation == .timeIndexed, isFixed {
      try postTimeIndexed(steps, initial, minimum, maximum)
    } else {
      try postSteps(steps, initial, minimum, maximum)
    }
  }

  private struct StepKey: Hashable {
    let interval: Int32
    let isEnd: Bool
  }

  private mutating func limit(
    _ level: LinearSum, _ minimum: Int128?, _ maximum: Int128?
  ) throws(ModelError) {
    if let minimum { try require(level, .atLeast, minimum) }
    if let maximum { try require(level, .atMost, maximum) }
  }

  /// The level at every tick, by binaries of starts.
  private mutating func postTimeIndexed(
    _ steps: [Step], _ initial: Int128, _ minimum: Int128?, _ maximum: Int128?
  ) throws(ModelError) {
    var made: [(pulses: StartPulses, delay: Int, amount: Int128)] = []
    for step in steps {
      let pulses = try pulses(of: step.interval)
      made.append((pulses, step.point == .end ? pulses.length : 0, step.amount))
    }
    guard let begin = made.map({ $0.pulses.first + $0.delay }).min(),
      let end = made.map({ $0.pulses.last + $0.delay }).max()
    else { return }
    for time in begin...end {
      var level = LinearSum(initial)
      for step in made {
        level += step.amount * step.pulses.sum(from: step.pulses.first, through: time - step.delay)
      }
      try limit(level, minimum, maximum)
    }
  }

  /// The level after each step: a binary for each pair says whether one step is no later than the other. The same idea as the task
  /// decomposition of cumulative resources, for events (Laborie, *Artificial Intelligence* 143, 2003, has the resource).
  private mutating func postSteps(
    _ steps: [Step], _ initial: Int128, _ minimum: Int128?, _ maximum: Int128?
  ) throws(ModelError) {
    for (place, step) in steps.enumerated() {
      var level = LinearSum(initial) + step.amount * step.moment.presence
      for (other, earlier) in steps.enumerated() where other != place {
        level += earlier.amount * (try isNoLater(earlier, than: step))
      }
      // The level after a step that is absent says nothing.
      if let minimum { try require(level, .atLeast, minimum, when: [step.moment.presence]) }
      if let maximum { try require(level, .atMost, maximum, when: [step.moment.presence]) }
    }
  }

  /// The truth of *it is present and no later than the other*, where the other is present.
  private mutating func isNoLater(_ step: Step, than other: Step) throws(ModelError) -> LinearSum {
    if step.interval == other.interval {
      // Of one interval, start and end: the end is no later only where the length is 0.
      if step.point == .start { return step.moment.presence }
      if windows[step.interval].length.low > 0 { return LinearSum(0) }
    }
    if step.moment.high <= other.moment.low { return step.moment.presence }
    if step.moment.low > other.moment.high { return LinearSum(0) }
    let column = try addColumn("no_later", [nameOf(step.interval), nameOf(other.interval)], 0...1)
    let truth = LinearSum(column: column)
    try require(step.moment.presence - truth, .atLeast, 0)
    try require(other.moment, after: step.moment, when: [truth])
    try require(step.moment, after: other.moment, by: 1, when: [!truth])
    let (interval, point) = (Int(step.interval), step.point)
    let (partner, partnerPoint) = (Int(other.interval), other.point)
    encoders.append { solution, values in
      guard let span = solution.intervals[interval], let reference = solution.intervals[partner] else { return }
      let time = point == .start ? span.start : span.end
      let limit = partnerPoint == .start ? reference.start : reference.end
      if time <= limit { values[Int(column)] = 1 }
    }
    return truth
  }
}
