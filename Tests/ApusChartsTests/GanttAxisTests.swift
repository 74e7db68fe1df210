import Testing

@testable import ApusCharts

@Suite struct GanttAxisTests {
  @Test(arguments: [
    0...55, 0...1, -37...12, 999...1000, 0...930, Int(Int32.min)...Int(Int32.max), Int.min...Int.max, 5...5,
    Int.max...Int.max, Int.min...Int.min, (Int.max - 7)...Int.max, -1_000_003...(-7),
  ])
  func ticksAreRoundAndInRange(_ range: ClosedRange<Int>) {
    for room in [-1, 0, 2, 5, 10, 17] {
      let axis = GanttAxis(covering: range, maximumTicks: room)
      var leading = axis.step
      while leading % 10 == 0 { leading /= 10 }
      #expect([1, 2, 5].contains(leading))
      #expect(axis.ticks.count <= max(2, room) + 2)
      #expect(axis.ticks.allSatisfy { axis.range.contains($0) && $0 % axis.step == 0 })
      for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) { #expect(next - tick == axis.step) }
      #expect(axis.fraction(of: axis.range.lowerBound) == 0)
      #expect(axis.fraction(of: axis.range.upperBound) == 1)
    }
  }

  @Test func stepsAreTheFinestThatFit() {
    #expect(GanttAxis(covering: 0...55, maximumTicks: 11).ticks == Array(stride(from: 0, through: 55, by: 5)))
    #expect(GanttAxis(covering: 0...55, maximumTicks: 10).step == 10)
    #expect(GanttAxis(covering: -25...25, maximumTicks: 5).ticks == [-20, -10, 0, 10, 20])
  }

  @Test func anEmptyChartHasAnAxis() {
    #expect(GanttAxis(covering: nil, maximumTicks: 5).ticks == [0, 2, 4, 6, 8, 10])
  }

  @Test func schedulesThatBeginSoonAreShownFromZero() {
    func range(_ start: Int, _ end: Int) -> ClosedRange<Int>? {
      GanttChart(title: "", rows: [.init(label: "", bars: [.init(start: start, end: end)])]).timeRange
    }
    #expect(range(3, 55) == 0...55)
    #expect(range(1000, 1055) == 1000...1055)
    #expect(range(-3, 55) == -3...55)
    #expect(GanttChart(title: "").timeRange == nil)
  }
}
