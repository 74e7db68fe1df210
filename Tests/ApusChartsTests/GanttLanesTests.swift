import Testing

@testable import ApusCharts

@Suite struct GanttLanesTests {
  private func lanes(_ bars: [(Int, Int)]) -> GanttLanes {
    GanttLanes(.init(label: "", bars: bars.map { .init(start: $0.0, end: $0.1) }))
  }

  @Test func barsThatMeetShareALane() {
    #expect(lanes([(5, 9), (0, 5), (9, 9)]).count == 1)
    #expect(lanes([]).count == 1)
  }

  @Test func barsThatOverlapDoNot() {
    #expect(lanes([(0, 5), (4, 9), (5, 6)]).bars.map(\.lane) == [0, 1, 0])
    #expect(lanes([(0, 5), (3, 3)]).count == 2)
    #expect(lanes([(3, 3), (3, 3)]).count == 2)
  }

  @Test func aBarThatEndsBeforeItStartsIsAMoment() {
    let bar = lanes([(7, 2)]).bars[0]
    #expect(bar.isMoment && bar.end == 7 && bar.length == 0)
    #expect(lanes([(.min, .max)]).bars[0].length == .max)
  }
}
