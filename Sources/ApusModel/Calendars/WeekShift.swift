/// A day of the week, from Monday on.
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension Set<Weekday> {
  /// Monday to Friday.
  public static let weekdays: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
  /// All seven days.
  public static let everyDay = Set(Weekday.allCases)
}

/// A shift of every week: on a day, from one time after midnight to another, which may be on the next day.
public struct WeekShift: Sendable, Hashable {
  public var day: Weekday
  /// When it begins, counted from midnight.
  public var start: Duration
  /// When it ends, counted from the same midnight.
  public var end: Duration

  /// A shift on a day; a night shift ends after more than 24 hours.
  public init(_ day: Weekday, from start: Duration, to end: Duration) {
    self.day = day
    self.start = start
    self.end = end
  }
}

extension WorkCalendar {
  /// Shifts that repeat every week, on a grid of ticks.
  ///
  /// Weeks are of seven equal days: there is one offset from UTC, and no summer time. Where clocks change, give each half of the year as a
  /// calendar of its own or the shifts that move as exceptions.
  ///
  /// - Parameters:
  ///   - offset: how far local time is ahead of UTC.
  /// - Throws: a ``CalendarError`` for a shift that is longer than a week or ends before it begins, and for times between two ticks.
  public init(
    weekly shifts: [WeekShift], on grid: TimeGrid, aheadOfUTC offset: Duration = .zero, exceptions: [Exception] = [],
    _ name: String = ""
  ) throws(CalendarError) {
    let week = try grid.ticks(.seconds(7 * 86_400))
    // 1970 began on a Thursday: the first Monday was the fifth of January.
    let monday = try grid.tick(at: .seconds(4 * 86_400) - offset)
    var working: [Range<Int>] = []
    for shift in shifts {
      let midnight = Duration.seconds(86_400 * shift.day.rawValue)
      let (start, end) = (try grid.ticks(midnight + shift.start), try grid.ticks(midnight + shift.end))
      guard start <= end, end - start <= week else {
        throw CalendarError(name, "a shift from \(shift.start) to \(shift.end); expected times in order, within a week")
      }
      // What is beyond Sunday's midnight is at the beginning of the week, and what is before Monday's at its end.
      for shift in [(start - week)..<(end - week), start..<end, (start + week)..<(end + week)] {
        let within = shift.clamped(to: 0..<week)
        if !within.isEmpty { working.append(within) }
      }
    }
    try self.init(every: week, from: monday, working: working, exceptions: exceptions, name)
  }

  /// The same hours on some days of every week: `WorkCalendar(.weekdays, hours: 8..<17, on: grid)`.
  ///
  /// - Parameters:
  ///   - hours: from the beginning of the first hour to the end of the last, counted from midnight.
  ///   - offset: how far local time is ahead of UTC.
  /// - Throws: a ``CalendarError`` where the grid has no ticks at these hours.
  public init(
    _ days: Set<Weekday>, hours: Range<Int>, on grid: TimeGrid, aheadOfUTC offset: Duration = .zero,
    exceptions: [Exception] = [], _ name: String = ""
  ) throws(CalendarError) {
    guard hours.lowerBound >= 0, hours.upperBound <= 48 else {
      throw CalendarError(name, "the hours \(hours); expected hours within 0..<48")
    }
    let (start, end) = (Duration.seconds(3600 * hours.lowerBound), Duration.seconds(3600 * hours.upperBound))
    let shifts = days.sorted { $0.rawValue < $1.rawValue }.map { WeekShift($0, from: start, to: end) }
    try self.init(weekly: shifts, on: grid, aheadOfUTC: offset, exceptions: exceptions, name)
  }
}
