import ApusModel
import ApusTestSupport
import Testing

@Suite struct CalendarTests {
  @Test func aLaterExceptionCounts() throws {
    let calendar = try WorkCalendar(
      every: 10, working: [0..<10], exceptions: [.off(0..<9), .extra(3..<6), .off(5..<7), .extra(20..<25)])
    #expect(calendar.exceptions.map(\.ticks) == [0..<3, 3..<5, 5..<9, 20..<25])
    #expect(calendar.exceptions.map(\.isWorking) == [false, true, false, true])
    #expect(try calendar.adding(.extra(0..<30)).exceptions == [.extra(0..<30)])
  }

  @Test func randomExceptionsArePaintedInOrder() throws {
    for seed in 0..<300 {
      var random = SplitMix64(seed: seed)
      let exceptions = (0..<random.draw(0...12)).map { _ in
        let start = random.draw(-10...10)
        return WorkCalendar.Exception(start..<start + random.draw(0...8), isWorking: random.chance(50))
      }
      let calendar = try WorkCalendar(every: 2, working: [0..<1], exceptions: exceptions)
      for tick in -15...25 {
        let works = exceptions.last { $0.ticks.contains(tick) }?.isWorking ?? (tick.magnitude % 2 == 0)
        #expect(calendar.isWorking(at: tick) == works, "seed \(seed), \(tick)")
      }
    }
  }

  @Test func whatIsNoCalendarIsRefused() {
    let refused: [(() throws -> WorkCalendar, String)] = [
      ({ try WorkCalendar(every: 0, working: []) }, "calendar: a period of 0 ticks; expected 1 to 1099511627776"),
      (
        { try WorkCalendar(every: 5, working: [3..<6], "late") },
        "calendar \"late\": the shift 3..<6 is not within a period, 0..<5"
      ),
      (
        { try WorkCalendar(every: 5, from: .min, working: []) },
        "calendar: an origin of -9223372036854775808, beyond ±1099511627776"
      ),
      (
        { try WorkCalendar(only: [0..<Int.max]) },
        "calendar: the exception 0..<9223372036854775807 is beyond ±1099511627776"
      ),
    ]
    for (make, message) in refused {
      #expect(throws: CalendarError.self) { try make() }
      do { _ = try make() } catch { #expect("\(error)" == message) }
    }
  }

  @Test func finiteCalendarsEnd() throws {
    let calendar = try WorkCalendar(only: [3..<6, 8..<9])
    #expect(calendar.lastWorkingTick(before: 3) == nil)
    #expect(calendar.firstWorkingTick(from: 9) == nil)
    #expect(calendar.end(ofWork: 5, from: 0) == nil)
    #expect(calendar.end(ofWork: 4, from: 0) == 9)
    #expect(calendar.latestStart(ofWork: 4, endingBy: 100) == 3)
    let breaks = try WorkCalendar(alwaysBut: [3..<6])
    #expect(breaks.firstBreak(from: 6) == nil)
    #expect(breaks.firstFit(of: 1_000_000, from: 0) == 6)
    #expect(breaks.lastFit(of: 1_000_000, endingBy: 5) == 3)
  }

  @Test func windowsWithinOthersAreDropped() {
    let list = WindowList([5..<9, 0..<4, 1..<3, 5..<7, 3..<6, 9..<9])
    #expect(list.windows == [0..<4, 3..<6, 5..<9])
    #expect(WindowList([9..<9, 5..<8]).windows == [5..<8, 9..<9])
    #expect(list.contain(start: 3, end: 6))
    #expect(!list.contain(start: 2, end: 5))
  }

  @Test func aUsageFollowsTheShifts() throws {
    let model = Model()
    let task = model.interval(lasting: 2)
    let usage = Usage(
      [task.pulse(1)], capacity: 3, during: try WorkCalendar(every: 10, working: [2..<4, 8..<10]), within: 3..<22)
    #expect(
      usage.capacity == Capacity(0, steps: [(3, 3), (4, 0), (8, 3), (10, 0), (12, 3), (14, 0), (18, 3), (20, 0)]))
  }
}
