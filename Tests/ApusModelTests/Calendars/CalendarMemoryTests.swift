import ApusModel
import Testing

/// Ten years of shifts cost no more than a week: in what is kept, and in what a question takes.
@Suite struct CalendarMemoryTests {
  @Test func tenYearsOfShiftsAreAsSmallAsAWeek() throws {
    let week = try WorkCalendar(.weekdays, hours: 8..<17, on: TimeGrid(tick: .seconds(60)))
    let decade = 0..<10 * 366 * 24 * 60
    // There is no horizon to give: the calendar of the week is that of the decade.
    #expect(week.shifts.count + week.exceptions.count == 5)
    #expect(week.stretches(in: decade).reduce(0) { count, _ in count + 1 } > 2_600)
    // 120 holidays are kept as 120 stretches, whatever lies between them.
    let holidays = (0..<120).map { WorkCalendar.Exception.off(43_200 * $0..<43_200 * $0 + 1440) }
    let calendar = try WorkCalendar(.weekdays, hours: 8..<17, on: TimeGrid(tick: .seconds(60)), exceptions: holidays)
    #expect(calendar.shifts.count + calendar.exceptions.count == 125)
    #expect(MemoryLayout<WorkCalendar>.size == 8)
  }

  @Test func aQuestionTakesAsLongInTenYearsAsInAWeek() throws {
    let calendar = try WorkCalendar(.weekdays, hours: 8..<17, on: TimeGrid(tick: .seconds(60)))
    func measure(_ ticks: Range<Int>) -> Duration {
      var sum = 0
      return ContinuousClock().measure {
        var time = ticks.lowerBound
        for _ in 0..<100_000 {
          time = ticks.lowerBound + (time &* 48_271 &+ 11) % ticks.count
          sum &+= calendar.end(ofWork: 300, from: time) ?? 0
        }
        #expect(sum > 0)
      }
    }
    let (week, decade) = (measure(0..<10_080), measure(0..<5_270_400))
    print("100,000 ends of work: \(week) in a week, \(decade) in ten years")
    // A factor that only a walk over the shifts would exceed.
    #expect(decade < week * 20 + .milliseconds(50))
  }
}
