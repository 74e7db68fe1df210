import ApusModel

// A time at which a stretch of given length fits.
//
// Statement. x + shift is a time from which `length` ticks are all working ticks, or lie within one window. With a length of 1 and a shift
// of 0 that is a start in working time, with a shift of -1 an end; with the length of an interval, that it does not meet a break.
//   Rule 1. x is at least the first such time from its lower bound on, and at most the last such time up to its upper bound.
// Explanation. x >= a follows from x >= p, where p is the first time after the last fit before a: nothing fits in between. The calendar is
// asked for it when the explanation is, so a reason is empty, and the premise is the weakest there is.
//
// The calendar answers in O(log) of its size, whatever the horizon. (Calendars as forbidden regions: Laborie, Rogerie, Shaw and Vilím, "IBM ILOG
// CP Optimizer for scheduling", Constraints 2018; a break skipped by one inference in the place of a hole in a domain.)

final class FitPropagator: Propagator {
  let variable: Int32
  let presence: Truth
  let fits: TimeFits

  init(_ variable: Int32, ifPresent presence: Truth, _ fits: TimeFits) {
    self.variable = variable
    self.presence = presence
    self.fits = fits
  }

  override func attach(_ core: inout Core) {
    core.wake(number, on: 2 * variable, flags: 1)
    core.wake(number, on: 2 * variable + 1, flags: 1)
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    if core.fails(presence) { return true }
    core.work &+= 8
    let (lower, upper) = (core.lower(variable), core.upper(variable))
    // One beyond the other bound is enough to leave none.
    let first = fits.first(from: Int(lower)).map { min($0, Int(upper) + 1) } ?? Int(upper) + 1
    if first > Int(lower), !core.set(Bound(2 * variable + 1, -Int32(first)), reason()) { return false }
    if core.fails(presence) { return true }
    let last = fits.last(upTo: Int(upper)).map { max($0, Int(lower) - 1) } ?? Int(lower) - 1
    return last >= Int(upper) || core.set(Bound(2 * variable, Int32(last)), reason())
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    if asked.signed & 1 == 1 {
      guard let last = fits.last(upTo: -Int(asked.limit) - 1) else { return }
      premises.append(Bound(asked.signed, Int32(clamping: -last - 1)))
    } else {
      guard let first = fits.first(from: Int(asked.limit) + 1) else { return }
      premises.append(Bound(asked.signed, Int32(clamping: first - 1)))
    }
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    let limits = root.limits(given: premises, butNot: conclusion)
    guard limits[Int(presence)] + (presence & 1) <= 0 else { return .notImplied }
    let (lower, upper) = (-Int(limits[2 * Int(variable) + 1]), Int(limits[2 * Int(variable)]))
    if lower > upper { return .implied }
    guard upper - lower < 100_000 else { return .undecided }
    return (lower...upper).contains { fits.hold(at: $0) } ? .notImplied : .implied
  }
}

/// The times at which a stretch of some length fits.
struct TimeFits {
  enum Source {
    case calendar(WorkCalendar)
    case windows(WindowList)
  }

  let source: Source
  let length: Int
  /// What is added to a time before it is looked up.
  let shift: Int

  init(_ source: Source, length: Int, shift: Int = 0) {
    self.source = source
    self.length = length
    self.shift = shift
  }

  /// The first time at `time` or later; nil where there is none.
  func first(from time: Int) -> Int? {
    let time = time + shift
    switch source {
    case .calendar(let calendar):
      return (length == 1 ? calendar.firstWorkingTick(from: time) : calendar.firstFit(of: length, from: time)).map {
        $0 - shift
      }
    case .windows(let list):
      var place = list.first(endingFrom: time + length)
      while place < list.starts.count {
        let start = max(time, list.starts[place])
        if start + length <= list.ends[place] { return start - shift }
        place += 1
      }
      return nil
    }
  }

  /// The last time at `time` or earlier; nil where there is none.
  func last(upTo time: Int) -> Int? {
    let time = time + shift
    switch source {
    case .calendar(let calendar):
      let end =
        length == 1
        ? calendar.lastWorkingTick(before: time + 1).map { $0 + 1 }
        : calendar.lastFit(of: length, endingBy: time + length)
      return end.map { $0 - length - shift }
    case .windows(let list):
      var place = list.last(startingBy: time)
      while place >= 0 {
        let start = min(time, list.ends[place] - length)
        if start >= list.starts[place] { return start - shift }
        place -= 1
      }
      return nil
    }
  }

  /// By the definition, tick by tick.
  func hold(at time: Int) -> Bool {
    let time = time + shift
    return switch source {
    case .calendar(let calendar): (time..<time + length).allSatisfy { calendar.isWorking(at: $0) }
    case .windows(let list): list.windows.contains { $0.lowerBound <= time && time + length <= $0.upperBound }
    }
  }
}
