import ApusCheck
import ApusModel
import Testing

/// The rows of `Docs/Semantics.md` on alternatives, spans and same orders.
@Suite struct ChoiceCorners {
  private let model = Model("corners")
  private let tasks: [Interval]

  init() {
    let model = model
    tasks = ["A", "B", "C", "D"].map { model.optionalInterval(lasting: 0...9, within: 0...99, $0) }
  }

  private func sentences(_ spans: (Int, Int)?...) -> [String] {
    let solution = Solution(
      integers: spans.map { $0 == nil ? 0 : 1 },
      intervals: spans.map { $0.map { Solution.Span(start: $0.0, end: $0.1) } })
    return SolutionChecker(model.data).violations(of: solution).map(\.description)
  }

  @Test func exactlyOneAlternativeIsThere() {
    model.require("mode") { Alternative(tasks[0], of: Array(tasks[1...2])) }
    #expect(sentences((3, 8), nil, (3, 8), nil).isEmpty)
    #expect(sentences((4, 4), (4, 4), nil, nil).isEmpty)
    #expect(sentences(nil, nil, nil, (0, 1)).isEmpty)
    #expect(sentences((3, 8), nil, nil, nil) == ["group \"mode\": A is present, but none of its members is"])
    #expect(sentences(nil, nil, (0, 1), nil) == ["group \"mode\": A is absent, but C is present"])
    #expect(
      sentences((3, 8), (3, 8), (3, 8), nil) == ["group \"mode\": B and C are present; expected exactly one member"])
    #expect(
      sentences((3, 8), nil, (3, 7), nil) == [
        "group \"mode\": C [3, 7) stands for A [3, 8), but not at the same time"
      ])
  }

  @Test func anAlternativeOfNothingIsAbsent() {
    model.require("mode") { Alternative(tasks[0], of: []) }
    #expect(sentences(nil, nil, nil, nil).isEmpty)
    #expect(sentences((0, 1), nil, nil, nil).count == 1)
  }

  @Test func aSpanGoesFromTheFirstStartToTheLastEnd() {
    model.require("phase") { Span(tasks[0], of: Array(tasks[1...])) }
    #expect(sentences((2, 9), (5, 9), (2, 3), nil).isEmpty)
    #expect(sentences((2, 8), (2, 8), (3, 3), (4, 5)).isEmpty)
    #expect(sentences(nil, nil, nil, nil).isEmpty)
    #expect(sentences((4, 5), nil, nil, nil) == ["group \"phase\": A is present, but none of its members is"])
    #expect(sentences(nil, (4, 5), nil, nil) == ["group \"phase\": A is absent, but B is present"])
    #expect(
      sentences((2, 9), (5, 8), (2, 3), nil) == [
        "group \"phase\": A [2, 9) is not [2, 8), from the first start to the last end of its members"
      ])
    #expect(sentences((1, 8), (5, 8), (2, 3), nil).count == 1)
  }

  @Test func aSpanOfNothingIsAbsent() {
    model.require("phase") { Span(tasks[0], of: []) }
    #expect(sentences(nil, nil, nil, nil).isEmpty)
    #expect(sentences((0, 0), nil, nil, nil).count == 1)
  }

  @Test func pairsGoInTheSameOrder() {
    model.require("flow") { SameOrder([tasks[0], tasks[1]], [tasks[2], tasks[3]]) }
    #expect(sentences((0, 2), (2, 4), (4, 5), (5, 6)).isEmpty)
    #expect(sentences((2, 4), (0, 2), (5, 6), (4, 5)).isEmpty)
    #expect(sentences((0, 2), (2, 4), (5, 6), (4, 5)) == ["group \"flow\": A goes before B, but D before C"])
    #expect(sentences((2, 4), (0, 2), (4, 5), (5, 6)) == ["group \"flow\": B goes before A, but C before D"])
    // What overlaps, or is at one time without length, has no order.
    #expect(sentences((0, 3), (2, 4), (5, 6), (4, 5)).isEmpty)
    #expect(sentences((3, 3), (3, 3), (5, 6), (4, 5)).isEmpty)
    #expect(sentences((0, 2), (2, 4), (5, 5), (5, 5)).isEmpty)
    // But length 0 beside some length has.
    #expect(sentences((3, 3), (3, 4), (5, 6), (5, 5)).count == 1)
    // A pair of which one is absent takes no part.
    #expect(sentences((0, 2), (2, 4), nil, (4, 5)).isEmpty)
    #expect(sentences((0, 2), nil, (5, 6), (4, 5)).isEmpty)
  }

  @Test func anIntervalInBothListsIsReadLiterally() {
    model.require("flow") { SameOrder([tasks[0], tasks[1]], [tasks[1], tasks[0]]) }
    #expect(sentences((0, 2), (2, 4), nil, nil).count == 1)
    #expect(sentences((0, 2), (1, 4), nil, nil).isEmpty)
  }

  @Test func noWaitAndBlocking() {
    model.require("no wait") { tasks[0].meets(tasks[1]) }
    #expect(sentences((0, 2), (2, 4), nil, nil).isEmpty)
    #expect(sentences((0, 2), (3, 4), nil, nil).count == 1)
    #expect(sentences((0, 2), (1, 4), nil, nil).count == 1)
    #expect(sentences((0, 2), nil, nil, nil).isEmpty)
  }
}
