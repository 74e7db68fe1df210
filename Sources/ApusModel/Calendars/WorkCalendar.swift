/// When there is work: shifts that repeat, and exceptions to them.
///
/// Kept as one period and the exceptions, so a calendar of ten years of shifts is as small as one of a week, and every question is answered in
/// O(log *n*) of these. Immutable and shared: a copy costs nothing, and a thousand intervals may be tied to one.
///
/// ```swift
/// // Ticks of an hour from Monday 0:00: five days from 8 to 12 and from 13 to 17, and a day off.
/// let shifts = try WorkCalendar(
///   every: 168, working: (0..<5).flatMap { [24 * $0 + 8..<24 * $0 + 12, 24 * $0 + 13..<24 * $0 + 17] },
///   exceptions: [.off(48..<72)], "day shift")
/// model.require("shifts") { dig.works(20, in: shifts) }
/// ```
public struct WorkCalendar: Sendable, Hashable {
  /// A stretch of ticks that is as it says whatever the shifts say.
  public struct Exception: Sendable, Hashable {
    public var ticks: Range<Int>
    public var isWorking: Bool

    public init(_ ticks: Range<Int>, isWorking: Bool) {
      self.ticks = ticks
      self.isWorking = isWorking
    }

    /// No work in these ticks.
    public static func off(_ ticks: Range<Int>) -> Exception { Exception(ticks, isWorking: false) }
    /// Work in these ticks, also where the shifts have none.
    public static func extra(_ ticks: Range<Int>) -> Exception { Exception(ticks, isWorking: true) }
  }

  private final class Box: Sendable {
    let name: String
    let working: TickSet
    let breaks: TickSet
    init(name: String, working: TickSet) {
      self.name = name
      self.working = working
      breaks = working.complement
    }
  }

  private let box: Box

  /// Times and periods of calendars lie within this many ticks.
  public static let farthest = 1 << 40

  /// Shifts that repeat for ever, into the past too, but for exceptions.
  ///
  /// - Parameters:
  ///   - period: after how many ticks the shifts repeat.
  ///   - origin: a tick at which a period begins.
  ///   - working: the working ticks of a period, counted from its beginning: stretches in any order within `0..<period`, which may overlap.
  ///   - exceptions: where they overlap, the last one counts.
  ///   - name: what messages call the calendar.
  /// - Throws: a ``CalendarError`` for a period that is not positive, a stretch outside it, or a time beyond ``farthest``.
  /// - Complexity: O(*n* log *n*) in stretches and exceptions.
  public init(
    every period: Int, from origin: Int = 0, working: [Range<Int>], exceptions: [Exception] = [], _ name: String = ""
  ) throws(CalendarError) {
    guard (1...Self.farthest).contains(period) else {
      throw CalendarError(name, "a period of \(period) ticks; expected 1 to \(Self.farthest)")
    }
    guard origin.magnitude <= Self.farthest.magnitude else {
      throw CalendarError(name, "an origin of \(origin), beyond ±\(Self.farthest)")
    }
    for span in working where span.lowerBound < 0 || span.upperBound > period {
      throw CalendarError(name, "the shift \(span) is not within a period, 0..<\(period)")
    }
    for exception in exceptions
    where max(exception.ticks.lowerBound.magnitude, exception.ticks.upperBound.magnitude) > Self.farthest.magnitude {
      throw CalendarError(name, "the exception \(exception.ticks) is beyond ±\(Self.farthest)")
    }
    let set = TickSet(
      period: period, origin: origin, spans: union(working), exceptions: painted(exceptions))
    box = Box(name: name, working: set)
  }

  /// Work in the given ticks and at no other time: a finite calendar.
  public init(only working: [Range<Int>], _ name: String = "") throws(CalendarError) {
    try self.init(every: 1, working: [], exceptions: working.map { .extra($0) }, name)
  }

  /// Work at all times but the given ones.
  public init(alwaysBut breaks: [Range<Int>], _ name: String = "") throws(CalendarError) {
    try self.init(every: 1, working: [0..<1], exceptions: breaks.map { .off($0) }, name)
  }

  /// What messages call the calendar; may be empty.
  public var name: String { box.name }
  /// After how many ticks the shifts repeat.
  public var period: Int { box.working.period }
  /// A tick at which a period begins.
  public var origin: Int { box.working.origin }
  /// The working stretches of a period, in order; they do not touch.
  public var shifts: [Range<Int>] { box.working.spans }
  /// The exceptions, in order of time; they do not overlap.
  public var exceptions: [Exception] {
    box.working.exceptions.map { Exception($0.ticks, isWorking: $0.isMember) }
  }

  var working: TickSet { box.working }
  var breaks: TickSet { box.breaks }

  /// The calendar with an exception more, which counts where it overlaps others.
  public func adding(_ exception: Exception) throws(CalendarError) -> WorkCalendar {
    try WorkCalendar(every: period, from: origin, working: shifts, exceptions: exceptions + [exception], name)
  }

  public static func == (left: WorkCalendar, right: WorkCalendar) -> Bool {
    left.box === right.box || left.box.name == right.box.name && left.box.working == right.box.working
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(box.name)
    hasher.combine(period)
    hasher.combine(origin)
    hasher.combine(shifts)
    hasher.combine(box.working.exceptions)
  }
}

/// Why a calendar, or a time on a grid, is refused.
public struct CalendarError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ name: String, _ message: String) {
    description = name.isEmpty ? "calendar: \(message)" : "calendar \"\(name)\": \(message)"
  }
}

/// Disjoint stretches in order that have the same ticks and do not touch.
private func union(_ stretches: [Range<Int>]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) where !stretch.isEmpty {
    if let last = result.last, stretch.lowerBound <= last.upperBound {
      result[result.count - 1] = last.lowerBound..<max(last.upperBound, stretch.upperBound)
    } else {
      result.append(stretch)
    }
  }
  return result
}

/// Disjoint stretches in order, each tick as the last exception that has it says.
///
/// The last is painted first; a place that is painted points to the next one that is not (Tarjan's union-find).
private func painted(_ exceptions: [WorkCalendar.Exception]) -> [TickSet.Stretch] {
  let times = Set(exceptions.flatMap { [$0.ticks.lowerBound, $0.ticks.upperBound] }).sorted()
  let place = Dictionary(uniqueKeysWithValues: zip(times, times.indices))
  var next = Array(0...times.count)
  func open(_ index: Int) -> Int {
    var open = index
    while next[open] != open { open = next[open] }
    var index = index
    while next[index] != open { (next[index], index) = (open, next[index]) }
    return open
  }
  var colour = [Bool?](repeating: nil, count: times.count)
  for exception in exceptions.reversed() where !exception.ticks.isEmpty {
    guard let first = place[exception.ticks.lowerBound], let end = place[exception.ticks.upperBound] else { continue }
    var index = open(first)
    while index < end {
      colour[index] = exception.isWorking
      next[index] = index + 1
      index = open(index + 1)
    }
  }
  var result: [TickSet.Stretch] = []
  for index in times.indices.dropLast() {
    guard let isMember = colour[index] else { continue }
    let ticks = times[index]..<times[index + 1]
    if let last = result.last, last.isMember == isMember, last.ticks.upperBound == ticks.lowerBound {
      result[result.count - 1].ticks = last.ticks.lowerBound..<ticks.upperBound
    } else {
      result.append(TickSet.Stretch(ticks: ticks, isMember: isMember))
    }
  }
  return result
}
