import ApusModel

// Work that pauses in breaks and goes on after them.
//
// Statement. start is a working tick, done(start, end) = rank(end) - rank(start) is the amount of work, and end follows a working tick or is
// start. The rank of a time counts the working ticks before it, so it never falls.
//   Rule 1. rank(end) >= rank(start) + least amount: pushes end up, and start down.
//   Rule 2. rank(end) <= rank(start) + largest amount: pushes end down, and start up.
//   Rule 3. The amount is at least rank(earliest end) - rank(latest start), and at most rank(latest end) - rank(earliest start).
//   Rule 4. Where start is before an end that no working tick precedes, end is at the next time that one does, or at the last one.
// Explanation. Of the other point, the weakest bound by rank that does: select finds it in the calendar when it is asked for.
//
// That start is a working tick, and end follows one where there is work for certain, is said by `FitPropagator`s. O(log) a run. (Intensity
// functions of one step: Laborie and Rogerie, "Reasoning with conditional time-intervals, part II", FLAIRS 2009; rank and select: Jacobson 1989.)

final class WorkPropagator: Propagator {
  let points: IntervalVariables
  /// The amount of work where it is no variable.
  let range: ClosedRange<Int32>
  /// The variable of the amount, nil where there is none.
  let amount: Int32?
  let calendar: WorkCalendar

  enum Rule: Int32 {
    case endUp, startDown, endDown, startUp, amountUp, amountDown, settleUp, settleDown
  }

  init(_ points: IntervalVariables, _ range: ClosedRange<Int32>, _ amount: Int32?, in calendar: WorkCalendar) {
    self.points = points
    self.range = range
    self.amount = amount
    self.calendar = calendar
  }

  override func attach(_ core: inout Core) {
    for variable in Set([points.start, points.end] + [amount].compactMap(\.self)) {
      core.wake(number, on: 2 * variable, flags: 1)
      core.wake(number, on: 2 * variable + 1, flags: 1)
    }
    if amount != nil, points.presence != Core.always { core.wake(number, on: points.presence, flags: 1) }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    core.work &+= 16
    return pushByLeast(&core) && pushByLargest(&core) && limitAmount(&core) && settleEnd(&core)
  }

  // MARK: Bounds. Ends are times, also where they have no variable of their own.

  private func least(_ core: borrowing Core) -> Int { amount.map { Int(core.lower($0)) } ?? Int(range.lowerBound) }
  private func largest(_ core: borrowing Core) -> Int { amount.map { Int(core.upper($0)) } ?? Int(range.upperBound) }
  private func earliestStart(_ core: borrowing Core) -> Int { Int(core.lower(points.start)) }
  private func latestStart(_ core: borrowing Core) -> Int { Int(core.upper(points.start)) }
  private func earliestEnd(_ core: borrowing Core) -> Int { Int(core.lower(points.end) + points.endOffset) }
  private func latestEnd(_ core: borrowing Core) -> Int { Int(core.upper(points.end) + points.endOffset) }

  func startAtLeast(_ time: Int) -> Bound { Bound(2 * points.start + 1, Int32(clamping: -time)) }
  func startAtMost(_ time: Int) -> Bound { Bound(2 * points.start, Int32(clamping: time)) }
  func endAtLeast(_ time: Int) -> Bound { Bound(2 * points.end + 1, Int32(clamping: Int(points.endOffset) - time)) }
  func endAtMost(_ time: Int) -> Bound { Bound(2 * points.end, Int32(clamping: time - Int(points.endOffset))) }

  private func set(_ bound: Bound, _ rule: Rule, _ core: inout Core) -> Bool {
    core.fails(points.presence) || core.set(bound, reason(rule.rawValue))
  }

  // MARK: Rules

  /// The first time of at least a rank, but no later than `limit`.
  private func first(_ rank: Int, upTo limit: Int) -> Int { min(calendar.select(rank) ?? limit, limit) }

  /// The last time of at most a rank, but no earlier than `limit`; nil where every time has such a rank.
  private func last(_ rank: Int, from limit: Int) -> Int? {
    if calendar.rank(limit) > rank { return limit }
    return calendar.select(rank + 1).map { $0 - 1 }
  }

  /// Rule 1.
  private func pushByLeast(_ core: inout Core) -> Bool {
    let ready = calendar.rank(earliestStart(core)) + least(core)
    // One beyond the other bound is enough to leave none.
    if calendar.rank(earliestEnd(core)) < ready,
      !set(endAtLeast(first(ready, upTo: latestEnd(core) + 1)), .endUp, &core)
    {
      return false
    }
    let due = calendar.rank(latestEnd(core)) - least(core)
    guard calendar.rank(latestStart(core)) > due else { return true }
    return last(due, from: earliestStart(core) - 1).map { set(startAtMost($0), .startDown, &core) } ?? true
  }

  /// Rule 2.
  private func pushByLargest(_ core: inout Core) -> Bool {
    let due = calendar.rank(latestStart(core)) + largest(core)
    if calendar.rank(latestEnd(core)) > due, let end = last(due, from: earliestEnd(core) - 1),
      !set(endAtMost(end), .endDown, &core)
    {
      return false
    }
    let ready = calendar.rank(earliestEnd(core)) - largest(core)
    guard calendar.rank(earliestStart(core)) < ready else { return true }
    return set(startAtLeast(first(ready, upTo: latestStart(core) + 1)), .startUp, &core)
  }

  /// Rule 3.
  private func limitAmount(_ core: inout Core) -> Bool {
    guard let amount, core.holds(points.presence) else { return true }
    let done = calendar.rank(earliestEnd(core)) - calendar.rank(latestStart(core))
    if done > Int(core.lower(amount)), !set(Bound(2 * amount + 1, -Int32(done)), .amountUp, &core) { return false }
    let most = max(calendar.rank(latestEnd(core)) - calendar.rank(earliestStart(core)), -1)
    return most >= Int(core.upper(amount)) || set(Bound(2 * amount, Int32(most)), .amountDown, &core)
  }

  /// Rule 4.
  private func settleEnd(_ core: inout Core) -> Bool {
    let (earliest, latest) = (earliestEnd(core), latestEnd(core))
    // Ends follow working ticks: the last one before a time, and the first one from it on.
    if !calendar.isWorking(at: earliest - 1), isPast(earliest, core) {
      let next = calendar.firstWorkingTick(from: earliest).map { $0 + 1 } ?? latest + 1
      if !set(endAtLeast(min(next, latest + 1)), .settleUp, &core) { return false }
    }
    if core.fails(points.presence) || calendar.isWorking(at: latest - 1) || !isPast(latest, core) { return true }
    return set(
      endAtMost(max(calendar.lastWorkingTick(before: latest).map { $0 + 1 } ?? earliest - 1, earliest - 1)),
      .settleDown, &core)
  }

  /// Whether start is at the last end before a time, or earlier: it is not at an end in the break that follows.
  private func isPast(_ end: Int, _ core: borrowing Core) -> Bool {
    calendar.lastWorkingTick(before: end).map { latestStart(core) <= $0 + 1 } ?? false
  }

  // MARK: Explanations

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    guard let rule = Rule(rawValue: reason.a) else { return }
    let isLower = asked.signed & 1 == 1
    var value = isLower ? -Int(asked.limit) : Int(asked.limit)
    if [.endUp, .endDown, .settleUp, .settleDown].contains(rule) { value += Int(points.endOffset) }
    func limit(_ signed: SignedVariable) -> Int {
      let limit = Int(core.limit(of: signed, at: time))
      return signed & 1 == 1 ? -limit : limit
    }
    let least = amount.map { limit(2 * $0 + 1) } ?? Int(range.lowerBound)
    let largest = amount.map { limit(2 * $0) } ?? Int(range.upperBound)
    switch rule {
    case .endUp:
      appendAmount(atLeast: least, &premises)
      append(startAtLeast, rankAtLeast: calendar.rank(value - 1) - least + 1, &premises)
    case .startDown:
      appendAmount(atLeast: least, &premises)
      append(endAtMost, rankAtMost: calendar.rank(value + 1) + least - 1, &premises)
    case .endDown:
      appendAmount(atMost: largest, &premises)
      append(startAtMost, rankAtMost: calendar.rank(value + 1) - largest - 1, &premises)
    case .startUp:
      appendAmount(atMost: largest, &premises)
      append(endAtLeast, rankAtLeast: calendar.rank(value - 1) + largest + 1, &premises)
    case .amountUp:
      premises.append(Bound(points.presence))
      let end = calendar.rank(limit(2 * points.end + 1) + Int(points.endOffset))
      append(endAtLeast, rankAtLeast: end, &premises)
      append(startAtMost, rankAtMost: end - value, &premises)
    case .amountDown:
      premises.append(Bound(points.presence))
      let end = calendar.rank(limit(2 * points.end) + Int(points.endOffset))
      append(endAtMost, rankAtMost: end, &premises)
      append(startAtLeast, rankAtLeast: end - value, &premises)
    case .settleUp:
      guard let last = calendar.lastWorkingTick(before: value - 1) else { return }
      premises.append(endAtLeast(last + 2))
      premises.append(startAtMost(last + 1))
    case .settleDown:
      if let first = calendar.firstWorkingTick(from: value) { premises.append(endAtMost(first)) }
      guard let last = calendar.lastWorkingTick(before: value) else { return }
      premises.append(startAtMost(last + 1))
    }
  }

  private func appendAmount(atLeast least: Int, _ premises: inout Column<Bound>) {
    if let amount { premises.append(Bound(2 * amount + 1, -Int32(least))) }
  }

  private func appendAmount(atMost largest: Int, _ premises: inout Column<Bound>) {
    if let amount { premises.append(Bound(2 * amount, Int32(largest))) }
  }

  /// The point is at the first time of a rank or later. Where there is no first one, all times have it.
  private func append(_ bound: (Int) -> Bound, rankAtLeast rank: Int, _ premises: inout Column<Bound>) {
    if let time = calendar.select(rank) { premises.append(bound(time)) }
  }

  /// The point is at the last time of a rank or earlier.
  private func append(_ bound: (Int) -> Bound, rankAtMost rank: Int, _ premises: inout Column<Bound>) {
    if let time = calendar.select(rank + 1) { premises.append(bound(time - 1)) }
  }

  // MARK: Meaning

  /// By the definition, tick by tick, for an amount within bounds.
  func holds(_ start: Int, _ end: Int, _ amounts: ClosedRange<Int>) -> Bool {
    guard start <= end, calendar.isWorking(at: start), start == end || calendar.isWorking(at: end - 1) else {
      return false
    }
    return amounts.contains((start..<end).reduce(0) { $0 + (calendar.isWorking(at: $1) ? 1 : 0) })
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    let limits = root.limits(given: premises, butNot: conclusion)
    var amounts = Int(range.lowerBound)...Int(range.upperBound)
    if let amount {
      let (lower, upper) = (-Int(limits[2 * Int(amount) + 1]), Int(limits[2 * Int(amount)]))
      if lower > upper { return .implied }
      amounts = lower...upper
    }
    return points.judge(premises, conclusion, root) { holds($0, $1, amounts) }
  }

  /// Whether the lower bounds are a solution: of a fixed amount they are, unless it may be 0.
  func isSatisfiedByLowerBounds(_ core: borrowing Core) -> Bool {
    if core.fails(points.presence) { return true }
    let done = amount.map { Int(core.lower($0)) }
    let amounts = done.map { $0...$0 } ?? Int(range.lowerBound)...Int(range.upperBound)
    let (start, end) = (earliestStart(core), earliestEnd(core))
    return calendar.isWorking(at: start) && (start == end || calendar.isWorking(at: end - 1))
      && amounts.contains(calendar.workingTicks(in: start..<max(start, end)))
  }
}
