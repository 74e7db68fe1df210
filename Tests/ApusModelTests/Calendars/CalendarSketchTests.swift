import ApusModel
import Foundation
import Testing

/// A project with shifts and a shutdown, as a user writes it.
@Suite struct CalendarSketchTests {
  private struct Activity: Identifiable {
    let id: Int
    let duration: Duration
    let crew: Int
    let successors: [Int]
  }

  @Test func aProjectWithShiftsAndAShutdown() throws {
    let monday = Date(timeIntervalSince1970: 1_767_571_200)  // 2026-01-05 00:00 UTC
    let shutdown = monday.addingTimeInterval(86_400)..<monday.addingTimeInterval(2 * 86_400)
    let activities = [
      Activity(id: 0, duration: .seconds(12 * 3600), crew: 2, successors: [1]),
      Activity(id: 1, duration: .seconds(5400), crew: 1, successors: []),
    ]

    let grid = TimeGrid(startingAt: monday, tick: .seconds(900))
    let horizon = try grid.ticks(.seconds(14 * 86_400))
    let shift = try WorkCalendar(
      .weekdays, hours: 8..<17, on: grid, exceptions: [.off(try grid.ticks(shutdown))], "day shift")
    let model = Model("site")
    let work = try activities.map { try grid.ticks($0.duration) }
    let act = model.intervals(for: activities, lastingAtLeast: { work[$0.id] }, within: 0...horizon)

    model.require("precedence") {
      for a in activities { for s in a.successors { act[a].precedes(act[id: s]) } }
    }
    model.require("shifts") { for a in activities { act[a].works(work[a.id], in: shift) } }
    model.require("crews") {
      // The crew of the first activity stays with it through the night; the second has to be done in one go.
      Usage(activities.map { act[$0].pulse($0.crew) }, capacity: 2)
      Usage([act.all[1].pulse(1)], capacity: 1, during: shift, within: 0..<horizon)
    }
    model.minimize(.makespan)
    try model.data.validate()
    #expect(model.data.groups.map(\.members.count) == [1, 2, 2])
    // Monday 8:00 to Wednesday 11:00, since nobody works on Tuesday.
    #expect(shift.end(ofWork: work[0], from: 32) == (2 * 24 + 11) * 4)
  }
}
