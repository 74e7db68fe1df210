/// What an interval may be: closed ranges of its start, end and length in ticks, and the literal of its presence.
public struct IntervalDomain: Hashable, Sendable {
  /// The earliest and latest start.
  public var start: ClosedRange<Int>
  /// The earliest and latest end.
  public var end: ClosedRange<Int>
  /// The shortest and longest length; never negative.
  public var length: ClosedRange<Int>
  /// The literal that decides presence; `Literal.true` where the interval is not optional.
  public var isPresent: Literal

  /// Whether the interval may be absent.
  public var isOptional: Bool { isPresent != .true }

  /// The last tick that a model uses unless told otherwise.
  ///
  /// Times are refused beyond it, so that sums of a few of them stay far from the limits of 32 bits.
  public static let horizon = 1_000_000_000

  public init(start: ClosedRange<Int>, end: ClosedRange<Int>, length: ClosedRange<Int>, isPresent: Literal = .true) {
    self.start = start
    self.end = end
    self.length = length
    self.isPresent = isPresent
  }

  /// Whether times and lengths stay within what a model may use.
  var isWithinHorizon: Bool {
    let times = -Self.horizon...Self.horizon
    return [start, end].allSatisfy { times.contains($0.lowerBound) && times.contains($0.upperBound) }
      && length.lowerBound >= 0 && length.upperBound <= Self.horizon
  }
}
