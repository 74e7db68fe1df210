/// What a calendar, or a list of windows, asks of one interval, where that is present.
///
/// One constraint whatever the years of the horizon: solvers ask the calendar. See ``Interval/works(_:in:)-(Int,_)`` and its neighbours.
public struct CalendarRule: Sendable, Hashable {
  /// What is asked.
  public enum Rule: Sendable, Hashable {
    /// The interval starts in a working tick.
    case start(WorkCalendar)
    /// The interval ends after a working tick.
    case end(WorkCalendar)
    /// Every tick of the interval is a working tick.
    case extent(WorkCalendar)
    /// The interval starts in a working tick and ends as soon as the work has been done, in working ticks only.
    case work(Work, WorkCalendar)
    /// The interval lies within one of the windows.
    case windows(WindowList)
  }

  /// How much work there is, in ticks.
  public enum Work: Sendable, Hashable {
    case range(ClosedRange<Int>)
    /// The value of an integer variable, by index; negative where an expression stands that is none.
    case integer(Int32)
  }

  /// The index of the interval.
  public var interval: Int32
  public var rule: Rule

  public init(interval: Int32, _ rule: Rule) {
    self.interval = interval
    self.rule = rule
  }
}

extension Interval {
  /// The interval starts in a working tick, where it is present.
  public func starts(in calendar: WorkCalendar) -> CalendarRule { CalendarRule(interval: index, .start(calendar)) }

  /// The last tick before the end of the interval is a working tick, where it is present.
  public func ends(in calendar: WorkCalendar) -> CalendarRule { CalendarRule(interval: index, .end(calendar)) }

  /// Every tick of the interval is a working tick, where it is present: it lies within one shift. One of length 0 may be anywhere.
  public func stays(in calendar: WorkCalendar) -> CalendarRule { CalendarRule(interval: index, .extent(calendar)) }

  /// The interval is `ticks` of work that pauses in breaks and goes on after them.
  ///
  /// It starts in a working tick and ends as soon as so many working ticks have passed. Its length counts breaks too, so it is
  /// declared as a range: `model.interval(lasting: 8...200)`.
  public func works(_ ticks: Int, in calendar: WorkCalendar) -> CalendarRule { works(ticks...ticks, in: calendar) }

  /// The interval is work of a number of ticks within a range, which pauses in breaks and goes on after them.
  public func works(_ ticks: ClosedRange<Int>, in calendar: WorkCalendar) -> CalendarRule {
    CalendarRule(interval: index, .work(.range(ticks), calendar))
  }

  /// The interval is as many ticks of work as an integer variable says; it pauses in breaks and goes on after them.
  ///
  /// An expression that is no variable is refused when the model is validated: give it one.
  public func works(_ ticks: IntegerExpression, in calendar: WorkCalendar) -> CalendarRule {
    if ticks.terms.isEmpty, !ticks.hasOverflowed { return works(ticks.constant, in: calendar) }
    return CalendarRule(interval: index, .work(.integer(ticks.variable ?? -1), calendar))
  }

  /// The interval lies within one of the windows, where it is present.
  public func lies(within windows: [Range<Int>]) -> CalendarRule {
    CalendarRule(interval: index, .windows(WindowList(windows)))
  }
}

extension CalendarRule: ConstraintKind {
  public var constraint: Constraint { .calendar(self) }
}
