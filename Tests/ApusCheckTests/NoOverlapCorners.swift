import ApusCheck
import ApusModel
import Testing

@Suite struct NoOverlapCorners {
  /// Every three spans within a few ticks, those of length 0 among them, against the pairwise definition.
  @Test func theSweepIsThePairwiseDefinition() {
    let spans = (0...4).flatMap { start in (start...4).map { Solution.Span(start: start, end: $0) } }
    let model = Model()
    let intervals = (0..<3).map { _ in model.interval(lasting: 0...4) }
    model.require("machine") { NoOverlap(intervals) }
    let checker = SolutionChecker(model.data)
    for a in spans {
      for b in spans {
        for c in spans {
          let overlaps = [(a, b), (a, c), (b, c)].contains { !($0.end <= $1.start || $1.end <= $0.start) }
          let found = checker.violations(of: Solution(integers: [], intervals: [a, b, c]))
          #expect(found.isEmpty == !overlaps)
        }
      }
    }
  }

  @Test(arguments: [
    ((3, 8), (5, 9), "group \"machine\": A [3, 8) overlaps B [5, 9) by 3 ticks", 3),
    ((5, 7), (3, 6), "group \"machine\": B [3, 6) overlaps A [5, 7) by 1 tick", 1),
    ((3, 8), (5, 5), "group \"machine\": B [5, 5) lies within A [3, 8)", 2),
    ((0, 10), (6, 7), "group \"machine\": B [6, 7) lies within A [0, 10)", 4),
  ])
  func theSentenceNamesGroupIntervalsAndTicks(
    _ a: (Int, Int), _ b: (Int, Int), _ sentence: String, _ amount: Int
  ) throws {
    let model = Model()
    let intervals = ["A", "B"].map { model.interval(lasting: 0...10, $0) }
    model.require("machine") { NoOverlap(intervals) }
    let spans = [a, b].map { Solution.Span(start: $0.0, end: $0.1) }
    let found = SolutionChecker(model.data).violations(of: Solution(integers: [], intervals: spans))
    let violation = try #require(found.first)
    #expect(violation.description == sentence)
    #expect(violation.amount == amount)
    #expect(found.count == 1)
    #expect(violation.kind == .noOverlap && violation.group == "machine" && violation.constraint == 0)
    #expect(Set(violation.members) == [.interval(index: 0, name: "A"), .interval(index: 1, name: "B")])
  }

  @Test func everyIntervalInsideALongOneIsReported() {
    let model = Model()
    let intervals = ["A", "B", "C"].map { model.interval(lasting: 0...10, $0) }
    model.require("machine") { NoOverlap(intervals) }
    let spans = [(0, 10), (1, 2), (5, 6)].map { Solution.Span(start: $0.0, end: $0.1) }
    let found = SolutionChecker(model.data).violations(of: Solution(integers: [], intervals: spans))
    #expect(
      found.map(\.description) == [
        "group \"machine\": B [1, 2) lies within A [0, 10)", "group \"machine\": C [5, 6) lies within A [0, 10)",
      ])
  }

  @Test func absentMembersAreIgnored() {
    let model = Model()
    let intervals = (0..<2).map { _ in model.optionalInterval(lasting: 5) }
    model.require("machine") { NoOverlap(intervals) }
    let span = Solution.Span(start: 0, end: 5)
    let checker = SolutionChecker(model.data)
    #expect(checker.violations(of: Solution(integers: [1, 0], intervals: [span, nil])).isEmpty)
    #expect(checker.violations(of: Solution(integers: [1, 1], intervals: [span, span])).map(\.kind) == [.noOverlap])
  }

  @Test func reportsAreBoundedButNeverEmpty() {
    let model = Model()
    let intervals = (0..<1_000).map { _ in model.interval(lasting: 5) }
    model.require("machine") { NoOverlap(intervals) }
    var checker = SolutionChecker(model.data)
    let together = Solution(integers: [], intervals: intervals.map { _ in Solution.Span(start: 0, end: 5) })
    #expect(checker.violations(of: together).count == checker.maximumPairs)
    checker.maximumPairs = 3
    #expect(checker.violations(of: together).count == 3)
    checker.maximumPairs = 0
    #expect(checker.violations(of: together).count == 1)
  }
}
