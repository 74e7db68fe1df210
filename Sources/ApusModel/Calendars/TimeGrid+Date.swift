#if canImport(FoundationEssentials)
  import FoundationEssentials
#elseif canImport(Foundation)
  import Foundation
#endif

#if canImport(FoundationEssentials) || canImport(Foundation)
  // Dates are binary fractions of a second. To the nearest microsecond they are what was meant, and only then can they lie on a grid.

  extension TimeGrid {
    /// A grid whose tick 0 begins at a date.
    ///
    /// - Precondition: the tick is longer than nothing.
    public init(startingAt date: Date, tick: Duration) { self.init(tick: tick, origin: Duration(since1970: date)) }

    /// The tick at a date.
    ///
    /// - Throws: a ``CalendarError`` for a date that is not on the grid where no rounding is stated.
    public func tick(at date: Date, rounding: Rounding = .exact) throws(CalendarError) -> Int {
      try tick(at: Duration(since1970: date), rounding: rounding)
    }

    /// The ticks from one date to another, the last one left out.
    ///
    /// - Throws: a ``CalendarError`` for a date that is not on the grid.
    public func ticks(_ dates: Range<Date>) throws(CalendarError) -> Range<Int> {
      let start = try tick(at: dates.lowerBound)
      return start..<(try tick(at: dates.upperBound))
    }

    /// When a tick begins.
    public func date(at tick: Int) -> Date {
      let (seconds, attoseconds) = time(at: tick).components
      return Date(timeIntervalSince1970: Double(seconds) + Double(attoseconds) * 1e-18)
    }
  }

  extension Duration {
    fileprivate init(since1970 date: Date) {
      let seconds = date.timeIntervalSince1970.rounded(.down)
      let fraction = date.timeIntervalSince1970 - seconds
      // A century away, doubles are still finer than a microsecond. What is beyond 64 bits of seconds is as far as they go.
      let whole = Int64(exactly: seconds) ?? (seconds < 0 ? .min / 2 : .max / 2)
      self = .seconds(whole) + .microseconds(Int64((fraction * 1e6).rounded()))
    }
  }
#endif
