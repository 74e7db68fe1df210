import ApusModel

// An interval whose length is not settled and that lies within one shift, or one window.
//
// Statement. There is no break in [start, end); or a window has both start and end.
//   Rule 1. start is after the last break before the lower bound of end; with windows, in one that ends as late as that.
//   Rule 2. end is at the first break from the upper bound of start on, or before; with windows, in one that begins as early as that.
// Explanation. Of the other point, as weak as the calendar allows: start >= a, because end is after the first break from a - 1 on.
//
// That the shortest length fits is said by two `FitPropagator`s. The lower bounds of both points are then a solution, whatever else is asked of
// them by distances: the smaller of two starts and the smaller of two ends lie within one shift too.

final class ExtentPropagator: Propagator {
  let points: IntervalVariables
  let source: TimeFits.Source

  init(_ points: IntervalVariables, within source: TimeFits.Source) {
    self.points = points
    self.source = source
  }

  override func attach(_ core: inout Core) {
    core.wake(number, on: 2 * points.start, flags: 1)
    core.wake(number, on: 2 * points.end + 1, flags: 1)
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    if core.fails(points.presence) { return true }
    core.work &+= 8
    let latest = Int(core.upper(points.start))
    let earliest = Int(core.lower(points.end) + points.endOffset)
    if let start = start(forEnd: earliest), start > Int(core.lower(points.start)) {
      // One beyond the latest is enough to leave none; likewise below.
      if !core.set(Bound(2 * points.start + 1, -Int32(min(start, latest + 1))), reason()) { return false }
    }
    if core.fails(points.presence) { return true }
    if let end = end(forStart: latest), end < Int(core.upper(points.end) + points.endOffset) {
      return core.set(Bound(2 * points.end, Int32(max(end, earliest - 1)) - points.endOffset), reason())
    }
    return true
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    if asked.signed & 1 == 1 {
      guard let end = end(pastStart: -Int(asked.limit)) else { return }
      premises.append(Bound(2 * points.end + 1, Int32(clamping: Int(points.endOffset) - end)))
    } else {
      guard let start = start(beforeEnd: Int(asked.limit + points.endOffset)) else { return }
      premises.append(Bound(2 * points.start, Int32(clamping: start)))
    }
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    points.judge(premises, conclusion, root) { [source] start, end in
      switch source {
      case .calendar(let calendar): return (start..<max(start, end)).allSatisfy { calendar.isWorking(at: $0) }
      case .windows(let list): return list.windows.contains { $0.lowerBound <= start && end <= $0.upperBound }
      }
    }
  }

  // MARK: Rules

  /// Where an interval that ends at a time or later starts at the earliest; nil where that says nothing.
  private func start(forEnd end: Int) -> Int? {
    switch source {
    case .calendar(let calendar): return calendar.lastBreak(before: end).map { $0 + 1 }
    case .windows(let list):
      let place = list.first(endingFrom: end)
      return place < list.starts.count ? list.starts[place] : nil
    }
  }

  private func end(forStart start: Int) -> Int? {
    switch source {
    case .calendar(let calendar): return calendar.firstBreak(from: start)
    case .windows(let list):
      let place = list.last(startingBy: start)
      return place >= 0 ? list.ends[place] : nil
    }
  }

  /// The earliest end that alone keeps the interval from starting before a time; nil where none is needed.
  private func end(pastStart start: Int) -> Int? {
    switch source {
    case .calendar(let calendar): return calendar.firstBreak(from: start - 1).map { $0 + 1 }
    case .windows(let list):
      let place = list.last(startingBy: start - 1)
      return place >= 0 ? list.ends[place] + 1 : nil
    }
  }

  private func start(beforeEnd end: Int) -> Int? {
    switch source {
    case .calendar(let calendar): return calendar.lastBreak(before: end + 1)
    case .windows(let list):
      let place = list.first(endingFrom: end + 1)
      return place < list.starts.count ? list.starts[place] - 1 : nil
    }
  }
}

extension IntervalVariables {
  /// Whether premises and the opposite of a conclusion leave no start and end that satisfy a definition, by trying all.
  func judge(
    _ premises: [Bound], _ conclusion: Bound?, _ root: RootDomains, _ holds: (_ start: Int, _ end: Int) -> Bool
  ) -> Judgement {
    let limits = root.limits(given: premises, butNot: conclusion)
    guard limits[Int(presence)] + (presence & 1) <= 0 else { return .notImplied }
    func range(_ variable: Int32) -> ClosedRange<Int>? {
      let (lower, upper) = (-Int(limits[2 * Int(variable) + 1]), Int(limits[2 * Int(variable)]))
      return lower <= upper ? lower...upper : nil
    }
    guard let starts = range(start), let ends = range(end) else { return .implied }
    guard starts.count < 1_000, ends.count < 1_000 else { return .undecided }
    for first in starts {
      for last in start == end ? first...first : ends where holds(first, last + Int(endOffset)) { return .notImplied }
    }
    return .implied
  }
}
