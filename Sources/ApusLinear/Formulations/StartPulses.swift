import ApusModel

/// The start of an interval of fixed length as binaries, one for each tick of its window (Pritsker, Watters, Wolfe 1969).
struct StartPulses: Sendable {
  /// The earliest start, that of the first column.
  let first: Int
  let length: Int
  let columns: ClosedRange<Int32>

  var last: Int { first + Int(columns.upperBound - columns.lowerBound) }

  /// 1 where the interval starts within the ticks.
  func sum(from low: Int, through high: Int) -> LinearSum {
    var sum = LinearSum()
    let (low, high) = (max(low, first), min(high, last))
    if low > high { return sum }
    for time in low...high { sum.terms.append((columns.lowerBound + Int32(time - first), 1)) }
    return sum
  }

  /// 1 where the interval covers the tick.
  func covering(_ time: Int) -> LinearSum { sum(from: time - length + 1, through: time) }
}

extension Linearizer {
  /// Whether an interval can have pulses: its length is settled.
  func hasFixedLength(_ interval: Int32) -> Bool { windows[interval].length.low == windows[interval].length.high }

  /// The pulses of an interval that can be present, made once.
  mutating func pulses(of interval: Int32) throws(ModelError) -> StartPulses {
    if let made = pulses[interval] { return made }
    let window = windows[interval]
    let count = window.start.high - window.start.low + 1
    guard program.columns.count + count <= options.largestEntryCount else {
      throw ModelError(
        culprit,
        "\(nameOf(interval)) may start at \(count) ticks, too many for a time-indexed program; give it a smaller window"
      )
    }
    var (chosen, start) = (LinearSum(), LinearSum())
    let begin = Int32(program.columns.count)
    for time in window.start.low...window.start.high {
      let column = try addColumn("at", [nameOf(interval), "\(time)"], 0...1)
      chosen.terms.append((column, 1))
      if time != 0 { start.terms.append((column, Int128(time))) }
    }
    let made = StartPulses(
      first: window.start.low, length: window.length.low, columns: begin...Int32(program.columns.count - 1))
    pulses[interval] = made
    try require(chosen - times[Int(interval)].presence, .equal, 0)
    try require(start - times[Int(interval)].start, .equal, 0)
    let index = Int(interval)
    encoders.append { solution, values in
      guard let span = solution.intervals[index], span.start >= made.first, span.start <= made.last else { return }
      values[Int(made.columns.lowerBound) + span.start - made.first] = 1
    }
    return made
  }
}
