// Calendars, which a model lists once: `{"name": "day shift", "period": 24, "working": [[8, 17]], "exceptions": [{"from": 48, "to": 72}]}`,
// rules that refer to them by place: `{"calendar": {"interval": 0, "rule": "work", "work": 8, "calendar": 0}}`,
// and windows: `{"calendar": {"interval": 0, "rule": "windows", "windows": [[0, 10], [20, 30]]}}`.

/// A calendar of a model.
struct CodedCalendar: Codable {
  var calendar: WorkCalendar

  init(_ calendar: WorkCalendar) { self.calendar = calendar }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("a calendar", keys: ["name", "period", "origin", "working", "exceptions"])
    let exceptions = try object.decodeIfPresent([CodedException].self, forKey: "exceptions") ?? []
    do {
      calendar = try WorkCalendar(
        every: try object.decodeIfPresent(Int.self, forKey: "period") ?? 1,
        from: try object.decodeIfPresent(Int.self, forKey: "origin") ?? 0,
        working: try object.decodeIfPresent([CodedTicks].self, forKey: "working")?.map(\.ticks) ?? [],
        exceptions: exceptions.map(\.exception), try object.decodeIfPresent(String.self, forKey: "name") ?? "")
    } catch let error as CalendarError { throw decoder.malformed("\(error)") }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    if !calendar.name.isEmpty { try object.encode(calendar.name, forKey: "name") }
    if calendar.period != 1 { try object.encode(calendar.period, forKey: "period") }
    if calendar.origin != 0 { try object.encode(calendar.origin, forKey: "origin") }
    if !calendar.shifts.isEmpty { try object.encode(calendar.shifts.map(CodedTicks.init), forKey: "working") }
    let exceptions = calendar.exceptions.map(CodedException.init)
    if !exceptions.isEmpty { try object.encode(exceptions, forKey: "exceptions") }
  }
}

/// Ticks as `[8, 17]`: from the first to the one after the last.
private struct CodedTicks: Codable {
  var ticks: Range<Int>

  init(_ ticks: Range<Int>) { self.ticks = ticks }

  init(from decoder: any Decoder) throws {
    guard let ends = try? decoder.singleValueContainer().decode([Int].self), ends.count == 2, ends[0] <= ends[1] else {
      throw decoder.malformed("expected ticks [first, end]")
    }
    ticks = ends[0]..<ends[1]
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([ticks.lowerBound, ticks.upperBound])
  }
}

/// An exception; off unless it says otherwise.
private struct CodedException: Codable {
  var exception: WorkCalendar.Exception

  init(_ exception: WorkCalendar.Exception) { self.exception = exception }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("an exception", keys: ["from", "to", "working"])
    let (from, to) = (try object.decode(Int.self, forKey: "from"), try object.decode(Int.self, forKey: "to"))
    guard from <= to else { throw decoder.malformed("an exception from \(from) to \(to); expected times in order") }
    exception = WorkCalendar.Exception(
      from..<to, isWorking: try object.decodeIfPresent(Bool.self, forKey: "working") ?? false)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(exception.ticks.lowerBound, forKey: "from")
    try object.encode(exception.ticks.upperBound, forKey: "to")
    if exception.isWorking { try object.encode(true, forKey: "working") }
  }
}

/// A rule, and the place of its calendar in the model; -1 for none.
struct CodedCalendarRule {
  var interval: Int32
  var word: String
  var calendar: Int
  private var work: CalendarRule.Work?
  private var windows: WindowList?

  init(coded decoder: any Decoder) throws {
    let keys = ["interval", "rule", "calendar", "work", "windows"]
    let object = try decoder.object("a calendar rule", keys: keys)
    interval = try object.decode(CodedIndex.self, forKey: "interval").index
    word = try object.decode(String.self, forKey: "rule")
    guard ["start", "end", "extent", "work", "windows"].contains(word) else {
      throw decoder.malformed("the rule is \"\(word)\"; expected start, end, extent, work or windows")
    }
    let needed = word == "windows" ? ["windows"] : word == "work" ? ["calendar", "work"] : ["calendar"]
    for key in keys.dropFirst(2) where object.contains(FormatKey(stringValue: key)) != needed.contains(key) {
      let found = needed.contains(key) ? "lacks" : "has"
      throw decoder.malformed(
        "the rule \(word) \(found) the key \"\(key)\"; it needs \(needed.joined(separator: ", "))")
    }
    calendar = -1
    if word == "windows" {
      windows = WindowList(try object.decode([CodedTicks].self, forKey: "windows").map(\.ticks))
      return
    }
    calendar = Int(try object.decode(CodedIndex.self, forKey: "calendar").index)
    guard word == "work" else { return }
    if let range = try? object.decode(CodedRange.self, forKey: "work") {
      work = .range(range.range)
      return
    }
    let inner = try object.superDecoder(forKey: "work")
    guard let (variable, _) = try? inner.onlyKey("work", among: ["integer"]) else {
      throw inner.malformed("expected work: ticks, a range of them or {\"integer\": index}")
    }
    work = .integer(try variable.decode(CodedIndex.self, forKey: "integer").index)
  }

  /// The rule with its calendar; nil where the model has none at that place.
  func rule(_ calendars: [WorkCalendar]) -> CalendarRule? {
    if let windows { return CalendarRule(interval: interval, .windows(windows)) }
    guard calendars.indices.contains(calendar) else { return nil }
    let calendar = calendars[calendar]
    switch word {
    case "start": return CalendarRule(interval: interval, .start(calendar))
    case "end": return CalendarRule(interval: interval, .end(calendar))
    case "extent": return CalendarRule(interval: interval, .extent(calendar))
    default: return work.map { CalendarRule(interval: interval, .work($0, calendar)) }
    }
  }
}

extension CalendarRule {
  /// The calendar that the rule speaks of.
  var calendar: WorkCalendar? {
    switch rule {
    case .start(let calendar), .end(let calendar), .extent(let calendar), .work(_, let calendar): calendar
    case .windows: nil
    }
  }

  func encode(to encoder: any Encoder, _ places: [WorkCalendar: Int]) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(interval, forKey: "interval")
    try object.encode(word, forKey: "rule")
    if let calendar { try object.encode(places[calendar] ?? -1, forKey: "calendar") }
    switch rule {
    case .start, .end, .extent: break
    case .work(.range(let range), _): try object.encode(CodedRange(range), forKey: "work")
    case .work(.integer(let index), _):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "work")
      try inner.encode(index, forKey: "integer")
    case .windows(let list): try object.encode(list.windows.map(CodedTicks.init), forKey: "windows")
    }
  }

  private var word: String {
    switch rule {
    case .start: "start"
    case .end: "end"
    case .extent: "extent"
    case .work: "work"
    case .windows: "windows"
    }
  }
}

extension ModelData {
  /// The calendars that constraints speak of, each once, in order of occurrence.
  var calendars: [WorkCalendar] {
    var seen: Set<WorkCalendar> = []
    return constraints.compactMap { constraint in
      guard case .calendar(let rule) = constraint, let calendar = rule.calendar else { return nil }
      return seen.insert(calendar).inserted ? calendar : nil
    }
  }
}

extension CodedConstraint {
  /// The constraint, with its calendar where it has one.
  func constraint(_ calendars: [WorkCalendar], _ decoder: any Decoder) throws -> Constraint {
    guard let calendarRule else { return constraint }
    guard let rule = calendarRule.rule(calendars) else {
      throw decoder.malformed(
        "a rule speaks of calendar \(calendarRule.calendar), which does not exist; this model has \(calendars.count) calendars"
      )
    }
    return .calendar(rule)
  }
}
