import Testing

@testable import ApusBench

/// Axes are honest, and labels keep apart.
struct PlotTests {
  @Test func secondsAreLogarithmic() {
    let axis = PlotAxis.seconds("s", [0.3, 20], limit: 60)
    #expect(axis.range == 0.1...60 && axis.ticks.map(\.text) == ["0.1", "1", "10", "60"])
    #expect(agree(axis.fraction(1) - axis.fraction(0.1), axis.fraction(10) - axis.fraction(1)))
    #expect(axis.fraction(0.0001) == 0 && axis.fraction(1000) == 1)
    #expect(PlotAxis.seconds("s", [], limit: 0.01).ticks.count > 1)
  }

  @Test func whatHasNoTimeStandsBeyondTheLimit() {
    let axis = PlotAxis.seconds("s", [0.3], limit: 60, extra: "none")
    #expect(axis.ticks.last?.text == "none" && axis.fraction(60) < 0.95 && axis.range.upperBound > 60)
  }

  @Test func excessHasAZero() {
    let axis = PlotAxis.excess("e", [0, 12])
    #expect(axis.fraction(0) == 0 && axis.ticks.map(\.text) == ["0", "0.1", "0.3", "1", "3", "10", "30"])
    let records = PlotAxis.excess("e", [-1.5, 0.2])
    #expect(records.ticks.first?.text == "-1.50" && records.fraction(0) > 0 && records.fraction(-1.5) == 0)
  }

  @Test(arguments: [0, 1, 7, 53, 242, 100_000])
  func countsEndAtTheTotal(total: Int) {
    let axis = PlotAxis.count("n", to: total)
    #expect(axis.ticks.first?.value == 0 && axis.ticks.last?.value == Double(max(1, total)))
    #expect((2...12).contains(axis.ticks.count))
  }

  @Test func labelsKeepApart() {
    #expect(PlotLine.spread([10, 11, 12, 100], apart: 15, within: 0...110) == [10, 25, 40, 100])
    #expect(PlotLine.spread([108, 109], apart: 15, within: 0...110) == [95, 110])
  }

  /// The excess of ft10: nothing, 20 %, 10 %, 0.
  @Test func progressByHand() throws {
    let section = try #require(ReportRuns.report.sections.first)
    let ft10 = section.contenders[0].filter { $0.record.instance == "ft10" }
    let excesses = [0.5, 1, 2.5, 3, 900].map { ProgressPlot.mean(ft10.groups, at: $0) }
    #expect(zip(excesses, [1, 0.2, 0.1, 0, 0]).allSatisfy { agree($0, $1) })
    let run = try #require(ft10.runs.first)
    // 1 until 1 s, then 1 - 930/1116, 1 - 930/1023, 0.
    #expect(agree(run.primalIntegral, 1 + (1 - 930.0 / 1116) + (1 - 930.0 / 1023), within: 1e-9))
    #expect(ProgressPlot(section: section).svg != nil)
  }

  @Test(arguments: [("la21", "la"), ("orb07", "orb"), ("ta25", "ta 20x20"), ("rcmax_20_15_10", "rcmax"), ("7", "7")])
  func series(name: String, expected: String) {
    #expect(InstanceSeries.name(of: name, family: "jobshop") == expected)
  }

  @Test func naturalOrder() {
    #expect(["ta10", "ta2", "la01", "ta2b"].sorted(by: NaturalOrder.isBefore) == ["la01", "ta2", "ta2b", "ta10"])
  }
}
