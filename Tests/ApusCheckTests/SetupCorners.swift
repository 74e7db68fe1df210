import ApusCheck
import ApusModel
import Testing

/// The table of `Docs/Semantics.md` on setup times, one row after the other.
@Suite struct SetupCorners {
  /// The sentences about the spans of A, B, C ... with these types; nil is an absent interval.
  private func sentences(
    _ spans: [(Int, Int)?], types: [Int], _ times: [[Int]], initial: [Int]? = nil, from origin: Int = 0
  ) -> [String] {
    let model = Model()
    let names = (0..<spans.count).map { String(UnicodeScalar(UInt8(65 + $0 % 26))) }
    let tasks = names.map { model.optionalInterval(lasting: 0...999, within: -99...999, $0) }
    model.require("machine") {
      NoOverlap(tasks, setup: SetupTimes(types: types, times: times, initial: initial, from: origin))
    }
    let solution = Solution(
      integers: spans.map { $0 == nil ? 0 : 1 },
      intervals: spans.map { $0.map { Solution.Span(start: $0.0, end: $0.1) } })
    return SolutionChecker(model.data).violations(of: solution).map(\.description)
  }

  private let change = [[0, 4], [2, 1]]

  @Test func timeBetweenDirectNeighbours() {
    #expect(sentences([(0, 3), (7, 9)], types: [0, 1], change).isEmpty)
    #expect(
      sentences([(0, 3), (6, 9)], types: [0, 1], change) == [
        "group \"machine\": B [6, 9) starts before 7, 4 ticks of setup after A [0, 3)"
      ])
    #expect(sentences([(6, 9), (0, 3)], types: [0, 1], change).count == 0)
    // From a type to itself.
    #expect(sentences([(0, 3), (3, 4)], types: [1, 1], change).count == 1)
    #expect(sentences([(0, 3), (3, 4)], types: [0, 0], change).isEmpty)
    // What overlaps is reported as such.
    #expect(sentences([(0, 3), (2, 4)], types: [0, 1], change).first?.contains("overlaps") == true)
  }

  @Test func theTriangleInequalityIsNotAssumed() {
    // From 0 to 2 takes ten ticks, by way of 1 none.
    let times = [[0, 0, 10], [0, 0, 0], [0, 0, 0]]
    #expect(sentences([(0, 3), (3, 4), (4, 6)], types: [0, 1, 2], times).isEmpty)
    #expect(sentences([(0, 3), (3, 3), (3, 6)], types: [0, 1, 2], times).isEmpty)
    // Without the one between, they are neighbours.
    #expect(sentences([(0, 3), nil, (4, 6)], types: [0, 1, 2], times).count == 1)
  }

  @Test func theInitialSetupIsThatOfTheFirstPresent() {
    #expect(sentences([(2, 3)], types: [0], [[0]], initial: [2]).isEmpty)
    #expect(
      sentences([(2, 3)], types: [0], [[0]], initial: [2], from: 1) == [
        "group \"machine\": A [2, 3) starts before 3, 2 ticks of setup after 1"
      ])
    #expect(sentences([nil, (2, 3)], types: [0, 1], change, initial: [0, 5]).count == 1)
    #expect(sentences([(0, 0), (4, 5)], types: [0, 1], change, initial: [0, 5]).isEmpty)
    // Without initial times, one may start before 0.
    #expect(sentences([(-5, -4)], types: [0], [[0]]).isEmpty)
  }

  @Test func membersOfLengthZeroStandInSomeOrder() {
    // 0 before 1 before 2 takes no time; every other change does.
    let chain = [[1, 0, 1], [1, 1, 0], [1, 1, 1]]
    #expect(sentences([(5, 5), (5, 5), (5, 5)], types: [2, 0, 1], chain).isEmpty)
    #expect(
      sentences([(5, 5), (5, 5), (5, 5)], types: [2, 0, 0], chain) == [
        "group \"machine\": no order of 3 intervals of length 0 at 5 leaves time for their setup"
      ])
    // What comes before decides where to begin, and what comes after where to end.
    #expect(sentences([(0, 5), (5, 5), (5, 5)], types: [0, 1, 2], chain).isEmpty)
    #expect(sentences([(0, 5), (5, 5), (5, 5)], types: [1, 1, 2], chain).count == 1)
    #expect(sentences([(5, 5), (5, 5), (5, 8)], types: [1, 0, 2], chain).isEmpty)
    #expect(sentences([(5, 5), (5, 5), (5, 8)], types: [1, 2, 0], chain).count == 1)
    let free = [[0, 0, 0], [0, 0, 0], [1, 0, 0]]
    #expect(sentences([(5, 5), (5, 5), (5, 8)], types: [1, 2, 0], free).isEmpty)
    #expect(sentences([(5, 5), (5, 5), (5, 8)], types: [2, 2, 0], free).count == 1)
  }

  @Test func thousandsAtOneTimeTakeNoTimeWhereSetupsFollowAPattern() {
    let count = 3_000
    let spans = [(Int, Int)?](repeating: (5, 5), count: count)
    let types = (0..<count).map { $0 % 7 }
    #expect(sentences(spans, types: types, Array(repeating: Array(repeating: 0, count: 7), count: 7)).isEmpty)
    // Only upwards: there is one order.
    #expect(sentences(spans, types: types, (0..<7).map { a in (0..<7).map { $0 < a ? 1 : 0 } }).isEmpty)
  }

  @Test func aHopelessSearchEndsAndSaysSo() {
    // Two halves between which no arc leads: there is no order, but the halves have very many.
    let times = (0..<40).map { a in (0..<40).map { a % 2 == $0 % 2 && (a + $0) % 5 != 0 ? 0 : 1 } }
    let found = sentences([(Int, Int)?](repeating: (5, 5), count: 40), types: Array(0..<40), times)
    #expect(
      found == [
        "group \"machine\": no order of 40 intervals of length 0 at 5 was found; there are too many to try every one"
      ])
  }
}
