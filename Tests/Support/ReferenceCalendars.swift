import ApusModel

// The definitions of calendars and state functions, tick by tick and pair by pair.

extension ReferenceSemantics {
  func holdsCalendar(_ rule: CalendarRule) -> Bool {
    let interval = Int(rule.interval)
    guard isPresent[interval] else { return true }
    let (start, end) = (start(interval), end(interval))
    switch rule.rule {
    case .start(let calendar): return Self.works(calendar, start)
    case .end(let calendar): return Self.works(calendar, end - 1)
    case .extent(let calendar):
      return stride(from: start, to: end, by: 1).allSatisfy { Self.works(calendar, $0) }
    case .work(let work, let calendar):
      guard start <= end, Self.works(calendar, start), start == end || Self.works(calendar, end - 1) else {
        return false
      }
      let done = (start..<end).filter { Self.works(calendar, $0) }.count
      switch work {
      case .range(let range): return range.contains(done)
      case .integer(let index): return done == values[Int(index)]
      }
    case .windows(let list): return list.windows.contains { $0.lowerBound <= start && end <= $0.upperBound }
    }
  }

  /// Whether a calendar works in a tick, from what it is made of and by none of its queries.
  public static func works(_ calendar: WorkCalendar, _ tick: Int) -> Bool {
    for exception in calendar.exceptions.reversed() where exception.ticks.contains(tick) { return exception.isWorking }
    var within = (tick - calendar.origin) % calendar.period
    if within < 0 { within += calendar.period }
    return calendar.shifts.contains { $0.contains(within) }
  }

  func holdsStates(_ function: StateFunction) -> Bool {
    let transitions = function.transitions
    func state(_ place: Int) -> Int { Int(transitions.types[place]) }
    func goesBefore(_ i: Int, _ j: Int) -> Bool {
      let time = transitions.times[state(i) * transitions.typeCount + state(j)]
      return end(Int(function.intervals[i])) + time <= start(Int(function.intervals[j]))
    }
    let present = function.intervals.indices.filter { isPresent[Int(function.intervals[$0])] }
    for i in present {
      if let initial = transitions.initial,
        start(Int(function.intervals[i])) < transitions.origin + initial[state(i)]
      {
        return false
      }
      for j in present where state(i) != state(j) && !goesBefore(i, j) && !goesBefore(j, i) { return false }
    }
    return true
  }
}
