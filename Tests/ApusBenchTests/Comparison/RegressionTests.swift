import Testing

@testable import ApusBench

/// What is called a regression, and what only worse.
struct RegressionTests {
  private static func compare(slowdown: Double, threshold: Double) throws -> Comparison {
    let base = (0..<12).map { Runs.proven("i\($0)", Double(20 + $0)) }
    let new = (0..<12).map { Runs.proven("i\($0)", Double(20 + $0) * slowdown) }
    var settings = ComparisonSettings()
    settings.timeThreshold = threshold
    return try Comparison(base: base, new: new, settings: settings)
  }

  @Test func slowerByMoreThanIsStated() throws {
    let slower = try Self.compare(slowdown: 1.05, threshold: 0.02)
    #expect(slower.isRegression)
    #expect(slower.regressionText.hasPrefix("regression yes: times worse by more than that (2 %"))
    let within = try Self.compare(slowdown: 1.05, threshold: 0.1)
    #expect(!within.isRegression && within.verdict == .same && within.regressionText.hasPrefix("regression no ("))
    #expect(!(try Self.compare(slowdown: 0.5, threshold: 0.02)).isRegression)
  }

  @Test func worseAnswers() throws {
    let base = (0..<12).map { Runs.stopped("i\($0)", objective: 100) }
    let new = (0..<12).map { Runs.stopped("i\($0)", objective: 101) }
    let comparison = try Comparison(base: base, new: new)
    #expect(comparison.isRegression && comparison.regressionText.hasPrefix("regression yes: answers worse"))
  }

  @Test func fewInstancesCannotTell() throws {
    let base = (0..<3).map { Runs.proven("i\($0)", 10) }
    let new = (0..<3).map { Runs.proven("i\($0)", 20) }
    let comparison = try Comparison(base: base, new: new)
    #expect(!comparison.isRegression && comparison.regressionText.hasPrefix("regression cannot tell"))
  }

  /// The summary is over the runs that both sets have.
  @Test func summaryOfCommonRuns() throws {
    let base = RunResults(name: "a", records: (0..<4).map { Runs.proven("i\($0)", 3) })
    let new = RunResults(name: "b", records: (0..<3).map { Runs.proven("i\($0)", 7) })
    let text = ComparisonSummary(base: base, new: new, best: BestKnownLists([:]), settings: ComparisonSettings()).text
    let lines = text.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    #expect(lines.count == 1 + SummaryMeasure.allCases.count)
    #expect(lines[1] == ["solved", "3", "[3,", "3]", "3", "[3,", "3]"])
    #expect(lines[6] == ["seconds", "(geometric)", "3.00", "[3.00,", "3.00]", "7.00", "[7.00,", "7.00]"])
  }
}
