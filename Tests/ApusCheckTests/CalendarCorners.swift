import ApusCheck
import ApusModel
import Testing

/// The corners of calendars in `Docs/Semantics.md`, one by one, and how violations are put.
@Suite struct CalendarCorners {
  /// Work in 2..<4 and 8..<10 of every ten ticks.
  private let shifts: WorkCalendar
  private let model = Model("corners")
  private let task: Interval

  init() throws {
    shifts = try WorkCalendar(every: 10, working: [2..<4, 8..<10], "shifts")
    task = model.optionalInterval(lasting: 0...20, within: -30...30, "task")
  }

  private func verdict(_ rule: CalendarRule, _ span: (Int, Int)?) -> [String] {
    let copy = Model(model.data)
    copy.require("calendar") { rule }
    let span = span.map { Solution.Span(start: $0.0, end: $0.1) }
    return SolutionChecker(copy.data).violations(of: Solution(integers: [span == nil ? 0 : 1], intervals: [span]))
      .map(\.description)
  }

  private func holds(_ rule: CalendarRule, _ span: (Int, Int)?) -> Bool { verdict(rule, span).isEmpty }

  @Test func anAbsentIntervalIsAskedNothing() throws {
    let never = try WorkCalendar(only: [])
    for rule in [
      task.starts(in: never), task.ends(in: never), task.stays(in: never), task.works(1, in: never),
      task.lies(within: []),
    ] { #expect(holds(rule, nil)) }
  }

  @Test func startsAndEnds() {
    #expect(holds(task.starts(in: shifts), (2, 7)) && !holds(task.starts(in: shifts), (4, 9)))
    #expect(holds(task.ends(in: shifts), (0, 4)) && !holds(task.ends(in: shifts), (0, 2)))
    #expect(holds(task.starts(in: shifts), (-8, -8)) && holds(task.ends(in: shifts), (10, 10)))
    #expect(verdict(task.starts(in: shifts), (4, 9)) == ["group \"calendar\": task [4, 9) starts in a break of shifts"])
  }

  @Test func extents() {
    #expect(holds(task.stays(in: shifts), (2, 4)) && holds(task.stays(in: shifts), (5, 5)))
    #expect(
      verdict(task.stays(in: shifts), (3, 9)) == [
        "group \"calendar\": task [3, 9) lies for 4 ticks in breaks of shifts"
      ])
    // From one period into the next the shift goes on.
    let night = task.stays(in: shifts)
    #expect(holds(night, (8, 10)) && !holds(night, (8, 12)))
  }

  @Test func workPausesAndGoesOn() {
    let work = task.works(3, in: shifts)
    #expect(holds(work, (2, 9)) && holds(work, (3, 10)) && holds(work, (8, 13)))
    #expect(verdict(work, (2, 10)) == ["group \"calendar\": task [2, 10) has 4 ticks of work of shifts; expected 3"])
    #expect(verdict(work, (1, 9)) == ["group \"calendar\": task [1, 9) starts in a break of shifts"])
    // Two ticks are done at 4; the break after them is no part of the work.
    #expect(holds(task.works(2, in: shifts), (2, 4)))
    #expect(!holds(task.works(2, in: shifts), (2, 6)))
    #expect(verdict(task.works(1...2, in: shifts), (2, 5)).first?.contains("when its work was done before") == true)
  }

  @Test func workOfNoTicksIsAPointInAShift() {
    let none = task.works(0, in: shifts)
    #expect(holds(none, (2, 2)) && holds(none, (3, 3)) && !holds(none, (4, 4)) && !holds(none, (4, 6)))
  }

  @Test func windowsAreNotJoined() {
    let rule = task.lies(within: [0..<5, 5..<9])
    #expect(holds(rule, (0, 5)) && holds(rule, (5, 9)) && !holds(rule, (4, 6)))
    #expect(holds(rule, (5, 5)) && holds(rule, (9, 9)) && !holds(rule, (10, 10)))
    #expect(verdict(rule, (4, 6)) == ["group \"calendar\": task [4, 6) lies within none of 2 windows"])
  }

  @Test func timesOfAnySizeAreJudged() {
    for span in [(Int.min, Int.max), (Int.max, Int.max), (Int.min, Int.min), (Int.max, Int.min)] {
      for rule in [
        task.starts(in: shifts), task.ends(in: shifts), task.stays(in: shifts), task.works(3, in: shifts),
        task.lies(within: [0..<5]),
      ] { _ = verdict(rule, span) }
    }
  }

  @Test func statesAreShared() {
    let model = Model("oven")
    let (a, b, c) = (model.interval(lasting: 3, "a"), model.interval(lasting: 3, "b"), model.interval(lasting: 2, "c"))
    model.require("oven") {
      StateFunction([(a, 180), (b, 180), (c, 60)], initially: 60, from: 1) { abs($0 - $1) / 60 }
    }
    func found(_ starts: [Int]) -> [String] {
      let spans = zip(starts, [3, 3, 2]).map { Solution.Span(start: $0, end: $0 + $1) }
      return SolutionChecker(model.data).violations(of: Solution(integers: [], intervals: spans)).map(\.description)
    }
    #expect(found([3, 4, 9]).isEmpty && found([5, 6, 1]).isEmpty)
    #expect(
      found([3, 4, 8]) == [
        "group \"oven\": c [8, 10) starts 1 tick too early after b [4, 7), which has another state"
      ])
    #expect(found([2, 3, 9]) == ["group \"oven\": a [2, 5) starts 1 tick too early after the initial state"])
  }
}
