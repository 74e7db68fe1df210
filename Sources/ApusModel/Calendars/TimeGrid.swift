/// The ticks of a model as times and durations: tick 0, and how long a tick is.
///
/// What does not lie on the grid is an error, unless the call says how to round. Dates are in an extension, where Foundation is there.
///
/// ```swift
/// let grid = TimeGrid(tick: .seconds(900))
/// let length = try grid.ticks(.seconds(5400))  // 6
/// let longer = try grid.ticks(.seconds(1000), rounding: .up)  // 2
/// ```
public struct TimeGrid: Sendable, Hashable {
  /// What to do with a time between two ticks.
  public enum Rounding: Sendable, Hashable {
    /// Refuse it.
    case exact
    /// Take the next tick.
    case up
    /// Take the tick before.
    case down
  }

  /// How long a tick is.
  public let tick: Duration
  /// When tick 0 begins, counted from the beginning of 1970 (UTC).
  public let origin: Duration

  /// A grid of ticks.
  ///
  /// - Precondition: the tick is longer than nothing.
  public init(tick: Duration, origin: Duration = .zero) {
    precondition(tick > .zero, "a tick of \(tick); expected a positive duration")
    self.tick = tick
    self.origin = origin
  }

  /// The number of ticks in a duration, which may be negative.
  ///
  /// - Throws: a ``CalendarError`` for a duration that is no whole number of ticks where no rounding is stated, and for one of more
  ///   ticks than 64 bits can count.
  public func ticks(_ duration: Duration, rounding: Rounding = .exact) throws(CalendarError) -> Int {
    var (quotient, remainder) = duration.attoseconds.quotientAndRemainder(dividingBy: tick.attoseconds)
    if remainder < 0 { (quotient, remainder) = (quotient - 1, remainder + tick.attoseconds) }
    if remainder != 0 {
      switch rounding {
      case .exact: throw CalendarError("", "\(duration) is no whole number of ticks of \(tick); state how to round")
      case .up: quotient += 1
      case .down: break
      }
    }
    guard let ticks = Int(exactly: quotient) else {
      throw CalendarError("", "\(duration) is more ticks of \(tick) than 64 bits can count")
    }
    return ticks
  }

  /// How long a number of ticks is.
  public func duration(ofTicks ticks: Int) -> Duration { Duration(attoseconds: tick.attoseconds * Int128(ticks)) }

  /// The tick at a time that is counted from the beginning of 1970 (UTC).
  ///
  /// - Throws: as ``ticks(_:rounding:)``.
  public func tick(at time: Duration, rounding: Rounding = .exact) throws(CalendarError) -> Int {
    try ticks(time - origin, rounding: rounding)
  }

  /// When a tick begins, counted from the beginning of 1970 (UTC).
  public func time(at tick: Int) -> Duration { origin + duration(ofTicks: tick) }
}
