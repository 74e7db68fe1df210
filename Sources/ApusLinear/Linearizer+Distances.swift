import ApusModel

/// A point in time in a program, with where it can be if it exists.
struct Moment {
  var sum: LinearSum
  /// Given that it exists.
  var low: Int128
  var high: Int128
  /// Whether it exists. The sum is 0 where it does not.
  var presence: LinearSum
  /// The same for moments that exist together; nil for constants.
  var literal: Literal

  /// A point that is known.
  init(at time: Int) {
    sum = LinearSum(Int128(time))
    (low, high) = (Int128(time), Int128(time))
    presence = LinearSum(1)
    literal = .true
  }

  init(_ sum: LinearSum, _ range: (low: Int, high: Int), _ presence: LinearSum, _ literal: Literal) {
    self.sum = sum
    low = Int128(range.low)
    high = Int128(range.high)
    self.presence = presence
    self.literal = literal
  }
}

extension Linearizer {
  func moment(_ interval: Int32, _ point: Precedence.Point) -> Moment {
    let times = times[Int(interval)]
    return Moment(
      times.sum(point), windows[interval].range(point), times.presence, model.intervals[Int(interval)].isPresent)
  }

  /// `target >= source + lag` wherever both exist and all conditions are true: a row with the smallest constants that the windows allow.
  mutating func require(
    _ target: Moment, after source: Moment, by lag: Int = 0, when conditions: [LinearSum] = []
  ) throws(ModelError) {
    if target.presence.isFalse || source.presence.isFalse || conditions.contains(where: \.isFalse) { return }
    let lag = Int128(lag)
    let need = lag - (target.low - source.high)
    if need <= 0 { return }
    var row = target.sum - source.sum
    for condition in conditions where !condition.isTrue { row += try switching(need) * !condition }
    if target.literal == source.literal {
      // Absent together, both count as 0.
      if !target.presence.isTrue { row += try switching(max(0, lag)) * !target.presence }
    } else {
      if !target.presence.isTrue {
        let highest = source.presence.isTrue ? source.high : max(0, source.high)
        row += try switching(max(0, lag + highest)) * !target.presence
      }
      if !source.presence.isTrue {
        let lowest = target.presence.isTrue ? target.low : min(0, target.low)
        row += try switching(max(0, lag - lowest)) * !source.presence
      }
    }
    try require(row, .atLeast, lag)
  }

  mutating func post(_ link: Precedence) throws(ModelError) {
    guard link.before == link.after else {
      return try require(moment(link.after, link.target), after: moment(link.before, link.source), by: link.lag)
    }
    // Read literally; where the interval is absent, both sides are 0.
    let times = times[Int(link.before)]
    try require(times.sum(link.target) - times.sum(link.source) - Int128(link.lag) * times.presence, .atLeast, 0)
  }
}
