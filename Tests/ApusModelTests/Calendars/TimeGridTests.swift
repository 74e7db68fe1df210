import ApusModel
import Foundation
import Testing

@Suite struct TimeGridTests {
  private let grid = TimeGrid(tick: .seconds(900))

  @Test func durationsAreWholeTicksOrAnError() throws {
    #expect(try grid.ticks(.seconds(5400)) == 6)
    #expect(try grid.ticks(.seconds(-900)) == -1)
    #expect(throws: CalendarError.self) { try grid.ticks(.seconds(1000)) }
    #expect(try grid.ticks(.seconds(1000), rounding: .up) == 2)
    #expect(try grid.ticks(.seconds(1000), rounding: .down) == 1)
    #expect(try grid.ticks(.seconds(-1000), rounding: .up) == -1)
    #expect(try grid.ticks(.seconds(-1000), rounding: .down) == -2)
    #expect(grid.duration(ofTicks: 6) == .seconds(5400))
    #expect(throws: CalendarError.self) { try TimeGrid(tick: .nanoseconds(1)).ticks(.seconds(Int64.max)) }
  }

  @Test func datesLieOnTheGridOrAreAnError() throws {
    let monday = Date(timeIntervalSince1970: 1_767_571_200)  // 2026-01-05 00:00 UTC
    let grid = TimeGrid(startingAt: monday, tick: .seconds(900))
    #expect(try grid.tick(at: monday) == 0)
    #expect(try grid.tick(at: monday.addingTimeInterval(3600)) == 4)
    #expect(throws: CalendarError.self) { try grid.tick(at: monday.addingTimeInterval(1)) }
    #expect(try grid.tick(at: monday.addingTimeInterval(1), rounding: .up) == 1)
    #expect(try grid.tick(at: monday.addingTimeInterval(-1), rounding: .down) == -1)
    #expect(grid.date(at: 4) == monday.addingTimeInterval(3600))
    #expect(try grid.ticks(monday..<monday.addingTimeInterval(86_400)) == 0..<96)
    // A tenth of a second has no binary fraction.
    let fine = TimeGrid(startingAt: monday, tick: .milliseconds(100))
    #expect(try fine.tick(at: monday.addingTimeInterval(0.3)) == 3)
  }

  @Test func weeksBeginOnMonday() throws {
    let tuesday = Date(timeIntervalSince1970: 1_767_657_600)  // 2026-01-06 00:00 UTC
    let grid = TimeGrid(startingAt: tuesday, tick: .seconds(3600))
    let calendar = try WorkCalendar(.weekdays, hours: 8..<17, on: grid)
    #expect(calendar.firstWorkingTick(from: 0) == 8)
    #expect(calendar.workingTicks(in: 0..<168) == 45)
    // From Friday 17:00 to Monday 8:00, which are ticks 89 and 152.
    #expect(calendar.firstWorkingTick(from: 89) == 152)
    #expect(calendar.lastWorkingTick(before: 0) == -8)
    let ahead = try WorkCalendar(.weekdays, hours: 8..<17, on: grid, aheadOfUTC: .seconds(2 * 3600))
    #expect(ahead.firstWorkingTick(from: 0) == 6)
    #expect(throws: CalendarError.self) {
      try WorkCalendar(.weekdays, hours: 8..<17, on: TimeGrid(tick: .seconds(7200)))
    }
    let holiday = try grid.ticks(tuesday..<tuesday.addingTimeInterval(86_400))
    #expect(try calendar.adding(.off(holiday)).firstWorkingTick(from: 0) == 32)
  }

  @Test func nightShiftsGoOnIntoTheNextWeek() throws {
    let grid = TimeGrid(tick: .seconds(3600), origin: .seconds(4 * 86_400))
    let night = try WorkCalendar(
      weekly: [WeekShift(.sunday, from: .seconds(22 * 3600), to: .seconds(30 * 3600))], on: grid)
    #expect(Array(night.stretches(in: 0..<168)) == [0..<6, 166..<168])
    #expect(night.workingTicks(in: 0..<1680) == 80)
  }
}
