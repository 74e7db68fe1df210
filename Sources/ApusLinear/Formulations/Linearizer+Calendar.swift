import ApusModel

// Calendars and windows: a binary for each shift that an interval may start, end or lie in. No constants but the shifts' own times.

extension Linearizer {
  /// The most shifts, or windows, that one rule is written out for.
  private static let mostShifts = 20_000

  mutating func post(_ rule: CalendarRule) throws(ModelError) {
    let interval = rule.interval
    guard times[Int(interval)].canBePresent else { return }
    let window = windows[interval]
    switch rule.rule {
    case .start(let calendar):
      let shifts = try shifts(of: calendar, in: window.start.low..<window.start.high + 1, interval)
      _ = try choose(shifts, "starts", interval, from: .start, 0, to: .start, -1) { $0.contains($1.start) }
    case .end(let calendar):
      let shifts = try shifts(of: calendar, in: window.end.low - 1..<window.end.high, interval)
      _ = try choose(shifts, "ends", interval, from: .end, 1, to: .end, 0) { $0.contains($1.end - 1) }
    case .extent(let calendar):
      let low = min(window.start.low, window.end.high)
      let shifts = try shifts(of: calendar, in: low..<window.end.high, interval)
      try postExtent(shifts, interval, isEmptyAnywhere: window.length.low == 0)
    case .windows(let list):
      guard list.starts.count <= Self.mostShifts else { throw tooMany("windows", interval) }
      try postExtent(list.windows, interval, isEmptyAnywhere: false)
    case .work(let work, let calendar): try post(work, calendar, interval)
    }
  }

  private func shifts(
    of calendar: WorkCalendar, in ticks: Range<Int>, _ interval: Int32
  ) throws(ModelError) -> [Range<Int>] {
    let shifts = Array(calendar.stretches(in: ticks).prefix(Self.mostShifts + 1))
    guard shifts.count <= Self.mostShifts else { throw tooMany("shifts", interval) }
    return shifts
  }

  private func tooMany(_ what: String, _ interval: Int32) -> ModelError {
    ModelError(
      culprit,
      "as a mixed-integer program it has a binary for each of more than \(Self.mostShifts) \(what) of \(nameOf(interval)); give the "
        + "interval a smaller window")
  }

  /// A binary for each stretch, of which one is chosen where the interval is present: it is `from` at the earliest and `to` at the latest.
  ///
  /// - Parameter none: a truth that stands for a choice of none.
  private mutating func choose(
    _ stretches: [Range<Int>], _ what: String, _ interval: Int32, from: Precedence.Point, _ afterBegin: Int,
    to: Precedence.Point, _ afterEnd: Int, or none: LinearSum = LinearSum(),
    where isChosen: @escaping @Sendable (Range<Int>, Solution.Span) -> Bool
  ) throws(ModelError) -> [Int32] {
    var columns: [Int32] = []
    let times = times[Int(interval)]
    let window = windows[interval]
    // Without any of them, the bounds of the window.
    var (chosen, low, high) = (none, Int128(window.range(from).low) * none, Int128(window.range(to).high) * none)
    for stretch in stretches {
      let column = try addColumn(what, [nameOf(interval), "\(stretch.lowerBound)"], 0...1)
      columns.append(column)
      chosen += LinearSum(column: column)
      low += LinearSum(column: column, times: Int128(stretch.lowerBound + afterBegin))
      high += LinearSum(column: column, times: Int128(stretch.upperBound + afterEnd))
    }
    try require(chosen - times.presence, .equal, 0)
    try require(times.sum(from) - low, .atLeast, 0)
    try require(times.sum(to) - high, .atMost, 0)
    let index = Int(interval)
    encoders.append { [columns] solution, values in
      guard let span = solution.intervals[index] else { return }
      if let place = stretches.firstIndex(where: { isChosen($0, span) }) { values[Int(columns[place])] = 1 }
    }
    return columns
  }

  /// The truth of *the interval is of length 0*, which it has to be where that holds.
  private mutating func emptiness(_ interval: Int32, when isSet: @escaping @Sendable (Solution.Span) -> Bool)
    throws(ModelError) -> LinearSum
  {
    let column = try addColumn("empty", [nameOf(interval)], 0...1)
    let times = times[Int(interval)]
    let longest = try switching(Int128(max(1, windows[interval].length.high)))
    try require(times.length + longest * LinearSum(column: column) - longest * times.presence, .atMost, 0)
    encoders.append { solution, values in
      if let span = solution.intervals[Int(interval)], isSet(span) { values[Int(column)] = 1 }
    }
    return LinearSum(column: column)
  }

  private mutating func postExtent(
    _ stretches: [Range<Int>], _ interval: Int32, isEmptyAnywhere: Bool
  ) throws(ModelError) {
    @Sendable func holds(_ stretch: Range<Int>, _ span: Solution.Span) -> Bool {
      stretch.lowerBound <= span.start && span.end <= stretch.upperBound
    }
    let none = isEmptyAnywhere ? try emptiness(interval) { $0.length == 0 } : LinearSum()
    _ = try choose(stretches, "within", interval, from: .start, 0, to: .end, 0, or: none) {
      !(isEmptyAnywhere && $1.length == 0) && holds($0, $1)
    }
  }

  /// In the shift that a time is chosen to be in, its rank is the time less a constant, so the work is a sum.
  private mutating func post(
    _ work: CalendarRule.Work, _ calendar: WorkCalendar, _ interval: Int32
  ) throws(ModelError) {
    let window = windows[interval]
    let low = min(window.start.low, window.end.high)
    let shifts = try shifts(of: calendar, in: low..<max(window.end.high, window.start.high + 1), interval)
    let starts = try choose(shifts, "starts", interval, from: .start, 0, to: .start, -1) { $0.contains($1.start) }
    let isPossiblyEmpty = window.length.low == 0
    let empty = isPossiblyEmpty ? try emptiness(interval) { $0.length == 0 } : LinearSum()
    // The end of work of no ticks is its start, which may be where a shift begins.
    let ends = try choose(
      shifts, "ends", interval, from: .end, isPossiblyEmpty ? 0 : 1, to: .end, 0
    ) { $1.length == 0 ? $0.contains($1.start) : $0.contains($1.end - 1) }
    let times = times[Int(interval)]
    if isPossiblyEmpty {
      var begin = LinearSum()
      for (shift, column) in zip(shifts, ends) {
        begin += LinearSum(column: column, times: Int128(shift.lowerBound + 1))
      }
      try require(times.end - begin + empty, .atLeast, 0)
    }
    var done = times.end - times.start
    let origin = calendar.rank(low) - low
    for (place, shift) in shifts.enumerated() {
      let offset = Int128(calendar.rank(shift.lowerBound) - shift.lowerBound - origin)
      done += LinearSum(column: ends[place], times: offset) - LinearSum(column: starts[place], times: offset)
    }
    switch work {
    case .range(let range):
      let most = min(range.upperBound, window.length.high)
      try require(done - Int128(min(range.lowerBound, window.length.high + 1)) * times.presence, .atLeast, 0)
      try require(done - Int128(most) * times.presence, .atMost, 0)
    case .integer(let index):
      let amount = LinearSum(column: integers[Int(index)])
      try require(done - amount, .equal, 0, when: times.presence.isTrue ? [] : [times.presence])
    }
  }
}
