import ApusModel
import Testing

@testable import ApusEngine

/// Years of shifts, to the minute: what the search comes to is what the calendar says.
@Suite struct LongCalendarTests {
  /// Ten years in minutes.
  private let horizon = 10 * 366 * 24 * 60

  private func shifts() throws -> WorkCalendar {
    let holidays = (0..<120).map { WorkCalendar.Exception.off(43_200 * $0..<43_200 * $0 + 1440) }
    return try WorkCalendar(.weekdays, hours: 8..<17, on: TimeGrid(tick: .seconds(60)), exceptions: holidays, "day")
  }

  /// The best value, once it is proven.
  private func solve(_ model: Model) throws -> (value: Int?, isProven: Bool, work: Int) {
    let strategy = try LearningStrategy(model.data, name: "search", engine: EngineOptions(), search: SearchOptions())
    let board = Board()
    var turns = 0
    while turns < 20, !board.isStopped, strategy.run(work: 1_000_000, board: board) { turns += 1 }
    let state = board.current
    return (state.solution == nil ? nil : state.value, state.isClosed, strategy.search.compilation.core.work)
  }

  @Test func aChainThatPausesEndsWhereTheCalendarSays() throws {
    let calendar = try shifts()
    let model = Model("chain")
    let work = (0..<60).map { 600 + 437 * $0 % 2_000 }
    let tasks = work.map { model.interval(lasting: $0...40_000, within: 0...horizon) }
    model.require("shifts") { for (task, ticks) in zip(tasks, work) { task.works(ticks, in: calendar) } }
    model.require("order") { for (first, second) in tasks.pairs() { first.precedes(second, lag: 30) } }
    model.minimize(.makespan)
    var time = 0
    for ticks in work {
      let start = try #require(calendar.firstWorkingTick(from: time))
      time = try #require(calendar.end(ofWork: ticks, from: start)) + 30
    }
    let found = try solve(model)
    #expect(found.value == time - 30 && found.isProven)
    print("a chain of 60 tasks in ten years of minutes: \(found.work) ticks of work, two constraints for each")
    #expect(model.data.constraints.count == 119)
  }

  @Test func aTaskThatFitsNoShiftOfTenYearsIsRefutedAtOnce() throws {
    let model = Model("too long")
    let calendar = try shifts()
    let task = model.interval(lasting: 541, within: 0...horizon)
    model.require("shifts") { task.stays(in: calendar) }
    let found = try solve(model)
    #expect(found.value == nil && found.isProven)
    // 120 holidays are between, and every one is asked about; 2,600 shifts are not.
    #expect(found.work < 10_000)
  }

  @Test func oneMachineFillsShiftsWithoutPauses() throws {
    let model = Model("machine")
    let calendar = try shifts()
    // Four tasks of a third of a shift, and a machine that does three a day.
    let tasks = (0..<7).map { model.interval(lasting: 180, within: 0...horizon, "t\($0)") }
    model.require("shifts") { for task in tasks { task.stays(in: calendar) } }
    model.require("machine") { NoOverlap(tasks) }
    model.minimize(.makespan)
    let shifts = calendar.stretches(in: 0..<horizon).filter { $0.count == 540 }.prefix(3)
    let found = try solve(model)
    #expect(found.value == shifts.last.map { $0.lowerBound + 180 } && found.isProven)
  }
}
