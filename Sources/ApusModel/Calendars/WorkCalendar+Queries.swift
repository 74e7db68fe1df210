// What is asked of a calendar: everything in O(log n) by rank and select, stretches of a given length but for those that do not fit.

extension WorkCalendar {
  /// Whether there is work in a tick.
  public func isWorking(at tick: Int) -> Bool { working.contains(tick) }

  /// The first working tick at `tick` or after; nil where there is none.
  public func firstWorkingTick(from tick: Int) -> Int? { working.first(from: tick) }

  /// The last working tick before `tick`; nil where there is none.
  public func lastWorkingTick(before tick: Int) -> Int? { working.last(before: tick) }

  /// The first tick without work at `tick` or after; nil where there is none.
  public func firstBreak(from tick: Int) -> Int? { breaks.first(from: tick) }

  /// The last tick without work before `tick`; nil where there is none.
  public func lastBreak(before tick: Int) -> Int? { breaks.last(before: tick) }

  /// The number of working ticks in a stretch.
  public func workingTicks(in ticks: Range<Int>) -> Int {
    working.rank(ticks.upperBound) - working.rank(ticks.lowerBound)
  }

  /// The number of working ticks before `tick`, counted from an arbitrary one: only differences mean anything.
  public func rank(_ tick: Int) -> Int { working.rank(tick) }

  /// The first tick of at least a rank, which is the end of a working tick; nil where there is none, or no first one.
  public func select(_ rank: Int) -> Int? { working.select(rank) }

  /// When work of some ticks is done that may begin at `start`: the first time by which that many working ticks have passed.
  ///
  /// Nil where there is not enough work. Without work it is `start`.
  public func end(ofWork ticks: Int, from start: Int) -> Int? {
    ticks <= 0 ? start : working.select(working.rank(start) + ticks)
  }

  /// The latest working tick at which work of some ticks can begin that is done by `end`.
  ///
  /// Nil where there is not enough work before. Without work it is `end`.
  public func latestStart(ofWork ticks: Int, endingBy end: Int) -> Int? {
    guard ticks > 0 else { return end }
    return working.select(working.rank(end) - ticks + 1).map { $0 - 1 }
  }

  /// The first `start` at `tick` or after such that `start..<start + length` is all work; nil where there is none.
  ///
  /// Stretches of work that are too short are passed over, but never more than a period of them in a row. Without a length, it is `tick`.
  public func firstFit(of length: Int, from tick: Int) -> Int? {
    guard length > 0 else { return tick }
    var (time, tried, gap) = (tick, 0, -1)
    while let start = firstWorkingTick(from: time) {
      guard let end = firstBreak(from: start) else { return start }
      if end - start >= length { return start }
      guard end > time else { return nil }
      time = end
      let next = working.firstException(endingAfter: time)
      (tried, gap) = next == gap ? (tried + 1, gap) : (0, next)
      guard tried > shifts.count else { continue }
      // No shift of the pattern is long enough. Only an exception may make one longer.
      guard next < working.exceptions.count else { return nil }
      let border = working.exceptions[next].ticks.lowerBound
      time = max(time, lastBreak(before: border).map { $0 + 1 } ?? time)
    }
    return nil
  }

  /// The last `end` at `tick` or before such that `end - length..<end` is all work; nil where there is none.
  ///
  /// The mirror image of ``firstFit(of:from:)``.
  public func lastFit(of length: Int, endingBy tick: Int) -> Int? {
    guard length > 0 else { return tick }
    var (time, tried, gap) = (tick, 0, -2)
    while let last = lastWorkingTick(before: time) {
      guard let pause = lastBreak(before: last + 1) else { return last + 1 }
      if last - pause >= length { return last + 1 }
      guard pause + 1 < time else { return nil }
      time = pause + 1
      let previous = working.lastException(startingBefore: time)
      (tried, gap) = previous == gap ? (tried + 1, gap) : (0, previous)
      guard tried > shifts.count else { continue }
      guard previous >= 0 else { return nil }
      let border = working.exceptions[previous].ticks.upperBound
      time = min(time, firstBreak(from: border) ?? time)
    }
    return nil
  }

  /// The maximal stretches of work that meet some ticks, cut off at both ends. Complexity: O(log *n*) for each.
  public func stretches(in ticks: Range<Int>) -> some Sequence<Range<Int>> {
    sequence(state: ticks.lowerBound) { time -> Range<Int>? in
      guard let start = firstWorkingTick(from: time), start < ticks.upperBound else { return nil }
      time = min(firstBreak(from: start) ?? ticks.upperBound, ticks.upperBound)
      return start..<time
    }
  }
}

extension TickSet {
  fileprivate func firstException(endingAfter time: Int) -> Int {
    var (low, high) = (0, exceptions.count)
    while low < high {
      let middle = (low + high) / 2
      if exceptions[middle].ticks.upperBound > time { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// -1 where there is none.
  fileprivate func lastException(startingBefore time: Int) -> Int {
    var (low, high) = (0, exceptions.count)
    while low < high {
      let middle = (low + high) / 2
      if exceptions[middle].ticks.lowerBound >= time { high = middle } else { low = middle + 1 }
    }
    return low - 1
  }
}
