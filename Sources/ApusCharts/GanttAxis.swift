/// The time axis of a chart: a range of time and the round moments worth a label in it.
///
/// Steps are 1, 2 or 5 times a power of ten, so that ticks fall on numbers a reader can add in the head. All arithmetic
/// is safe over the whole range of `Int`.
public struct GanttAxis: Sendable, Equatable {
  /// The time that the axis shows; never a single moment.
  public let range: ClosedRange<Int>
  /// The distance between neighbouring ticks, at least 1.
  public let step: Int
  /// The multiples of ``step`` within ``range``, ascending.
  public let ticks: [Int]

  /// Creates an axis with the finest round step that gives at most `maximumTicks` steps.
  ///
  /// - Parameters:
  ///   - range: The time to show. A single moment is widened by one tick; `nil` stands for an empty chart.
  ///   - maximumTicks: The number of steps for which there is room; at least 2 are assumed.
  public init(covering range: ClosedRange<Int>?, maximumTicks: Int) {
    var range = range ?? 0...10
    if range.lowerBound == range.upperBound {
      let moment = range.lowerBound
      range = moment == .max ? (moment - 1)...moment : moment...(moment + 1)
    }
    self.range = range
    let span = Self.distance(from: range.lowerBound, to: range.upperBound)
    step = Self.roundStep(atLeast: span / Double(max(2, maximumTicks)))
    ticks = Self.multiples(of: step, in: range)
  }

  /// The position of a moment, from 0 at the start of the range to 1 at its end.
  public func fraction(of time: Int) -> Double {
    Self.distance(from: range.lowerBound, to: time) / Self.distance(from: range.lowerBound, to: range.upperBound)
  }

  /// The signed distance, subtracted before it is rounded: neighbours near `Int.max` are one `Double`.
  private static func distance(from start: Int, to end: Int) -> Double {
    start <= end ? Double(UInt(bitPattern: end &- start)) : -Double(UInt(bitPattern: start &- end))
  }

  /// The least number of the form 1, 2 or 5 times a power of ten that is not below `value`, as far as `Int` reaches.
  static func roundStep(atLeast value: Double) -> Int {
    var decade = 1
    while true {
      for factor in [1, 2, 5] {
        let (step, overflow) = decade.multipliedReportingOverflow(by: factor)
        if overflow { return decade }
        if Double(step) >= value { return step }
      }
      let (next, overflow) = decade.multipliedReportingOverflow(by: 10)
      if overflow { return 5 * decade }
      decade = next
    }
  }

  private static func multiples(of step: Int, in range: ClosedRange<Int>) -> [Int] {
    // Division rounds towards zero, which is upwards for negative numbers and downwards for positive ones.
    var tick = range.lowerBound / step * step
    if tick < range.lowerBound {
      let (next, overflow) = tick.addingReportingOverflow(step)
      if overflow { return [] }
      tick = next
    }
    var ticks: [Int] = []
    while tick <= range.upperBound {
      ticks.append(tick)
      let (next, overflow) = tick.addingReportingOverflow(step)
      if overflow { break }
      tick = next
    }
    return ticks
  }
}
