import ApusModel

// Calendars and windows: a propagator or two for each rule, which ask the calendar, and nothing for each break.

extension Compiler {
  mutating func post(_ rule: CalendarRule) throws(ModelError) {
    guard let points = result.map.intervals[Int(rule.interval)] else { return }
    let shortest = model.intervals[Int(rule.interval)].length.lowerBound
    switch rule.rule {
    case .start(let calendar): postFit(points, .start, .calendar(calendar), length: 1)
    case .end(let calendar): postFit(points, .end, .calendar(calendar), length: 1)
    case .extent(let calendar):
      if shortest > 0 { postExtent(points, .calendar(calendar), shortest) } else { postOpenExtent(points, calendar) }
    case .windows(let list): postExtent(points, .windows(list), shortest)
    case .work(let work, let calendar): try post(work, calendar, points)
    }
  }

  /// A stretch of a length that begins at the start, or ends at the end, fits.
  private mutating func postFit(
    _ points: IntervalVariables, _ point: Precedence.Point, _ source: TimeFits.Source, length: Int
  ) {
    let (variable, shift) = point == .start ? (points.start, 0) : (points.end, Int(points.endOffset) - length)
    let propagator = FitPropagator(
      variable, ifPresent: points.presence, TimeFits(source, length: length, shift: shift))
    _ = result.core.add(propagator)
    result.fits.append(propagator)
  }

  private mutating func postExtent(_ points: IntervalVariables, _ source: TimeFits.Source, _ shortest: Int) {
    postFit(points, .start, source, length: shortest)
    // Of a settled length that is all there is to say.
    guard points.start != points.end else { return }
    postFit(points, .end, source, length: shortest)
    let propagator = ExtentPropagator(points, within: source)
    _ = result.core.add(propagator)
    result.extents.append(propagator)
  }

  /// An interval that may be of length 0, which covers no tick and so may be anywhere.
  private mutating func postOpenExtent(_ points: IntervalVariables, _ calendar: WorkCalendar) {
    guard points.start != points.end else { return }
    let propagator = ExtentPropagator(points, within: .calendar(calendar))
    _ = result.core.add(propagator)
    result.extents.append(propagator)
  }

  private mutating func post(
    _ work: CalendarRule.Work, _ calendar: WorkCalendar, _ points: IntervalVariables
  ) throws(ModelError) {
    postFit(points, .start, .calendar(calendar), length: 1)
    var amount: Int32?
    let range: ClosedRange<Int>
    switch work {
    case .range(let ticks): range = ticks
    case .integer(let index):
      amount = result.map.integers[Int(index)]
      range = model.integers[Int(index)]
    }
    guard range.lowerBound <= Int(Compiler.largestValue) else {
      return require(result.core.addClause(points.presence ^ 1))
    }
    if range.lowerBound > 0 { postFit(points, .end, .calendar(calendar), length: 1) }
    let ticks = Int32(range.lowerBound)...Int32(min(range.upperBound, Int(Compiler.largestValue)))
    let propagator = WorkPropagator(points, ticks, amount, in: calendar)
    _ = result.core.add(propagator)
    result.works.append(propagator)
  }
}
