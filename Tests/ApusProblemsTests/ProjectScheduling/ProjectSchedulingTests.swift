import Testing

@testable import ApusProblems

@Suite struct ProjectSchedulingTests {
  typealias Mode = ProjectScheduling.Mode
  typealias Precedence = ProjectScheduling.Precedence

  private func message(
    _ tasks: [[Mode]], _ precedences: [Precedence] = [], _ renewables: [Int] = [2], _ nonrenewables: [Int] = [],
    _ reservoirs: [ProjectScheduling.Reservoir] = []
  ) -> String? {
    let error = #expect(throws: InputError.self) {
      try ProjectScheduling(
        name: "p", tasks: tasks, precedences: precedences, renewables: renewables, nonrenewables: nonrenewables,
        reservoirs: reservoirs)
    }
    return error?.description
  }

  private func task(_ duration: Int, _ demands: [Int] = [1]) -> [Mode] {
    [Mode(duration: duration, renewables: demands)]
  }

  @Test func everyLimitIsNamed() {
    #expect(message([]) == "p: 0 tasks, expected 1 to 1000000")
    #expect(message([task(1)], [], [-1]) == "p: renewable resource 0 has the capacity -1, expected 0 to 1000000000")
    #expect(
      message([task(1)], [], [1], [1_000_000_001])
        == "p: nonrenewable resource 0 has the capacity 1000000001, expected 0 to 1000000000")
    #expect(message([task(1), []]) == "p: task 1 has no modes, expected at least one")
    #expect(message([task(-1)]) == "p: task 0 has the duration -1, expected 0 to 1000000000")
    #expect(message([task(.max)])?.hasPrefix("p: task 0 has the duration 9223372036854775807") == true)
    #expect(
      message([task(1, [1, 1])]) == "p: task 0 has 2 renewable and 0 nonrenewable demands, expected 1 and 0")
    #expect(message([task(1, [-1])]) == "p: task 0 needs -1 of renewable resource 0, expected 0 to 1000000000")
    #expect(
      message([[Mode(duration: 1, renewables: [1]), Mode(duration: 1, renewables: [.min])]])?
        .hasPrefix("p: task 0, mode 1 needs -9223372036854775808 of renewable resource 0") == true)
    #expect(
      message([task(1), task(1)], [Precedence(before: 0, after: 2)])
        == "p: a precedence speaks of task 2, expected 0 to 1")
    #expect(
      message([task(1), task(1)], [Precedence(before: 0, after: 1, lag: .min)])?
        .hasPrefix("p: the lag between tasks 0 and 1 is -9223372036854775808, expected") == true)
    #expect(
      message([task(600_000_000), task(400_000_001)])
        == "p: task 1 brings the sum of all durations and lags above 1000000000, the longest that is supported")
    let stock = ProjectScheduling.Reservoir(initial: 0, consumed: [0], produced: [0, 0])
    #expect(message([task(1)], [], [2], [], [stock]) == "p: reservoir 0 has amounts for 2 of 1 tasks")
    let taker = ProjectScheduling.Reservoir(initial: 0, consumed: [-1], produced: [0])
    #expect(
      message([task(1)], [], [2], [], [taker]) == "p: task 0 takes -1 of reservoir 0, expected 0 to 1000000000")
    let empty = ProjectScheduling.Reservoir(initial: -1, consumed: [0], produced: [0])
    #expect(
      message([task(1)], [], [2], [], [empty])
        == "p: reservoir 0 has the initial level -1, expected 0 to 1000000000")
  }

  @Test func demandsBeyondTheCapacityAreNamed() throws {
    #expect(
      message([task(1), task(1, [3])]) == "p: task 1 needs 3 of renewable resource 0, expected at most its capacity 2")
    #expect(
      message([[Mode(duration: 1, renewables: [3]), Mode(duration: 2, renewables: [4])]])
        == "p: task 0, mode 0 needs 3 of renewable resource 0, expected at most its capacity 2, and no other mode fits")
    // One mode that fits is enough, and a task of no duration needs nothing.
    _ = try ProjectScheduling(
      name: "p", tasks: [[Mode(duration: 1, renewables: [3]), Mode(duration: 2, renewables: [2])], task(0, [9])],
      precedences: [], renewables: [2])
    // With lags from starts, it is an infeasible project.
    let lag = Precedence(before: 0, after: 0, from: .start, lag: 0)
    let infeasible = try ProjectScheduling(name: "p", tasks: [task(1, [3])], precedences: [lag], renewables: [2])
    #expect(infeasible.isPlainlyInfeasible && !infeasible.isSurelyFeasible)
  }

  @Test func circlesArePaths() throws {
    let tasks = Array(repeating: task(1), count: 5)
    func order(_ pairs: [(Int, Int)]) -> [Precedence] { pairs.map { Precedence(before: $0.0, after: $0.1) } }
    #expect(
      message(tasks, order([(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)]))
        == "p: tasks wait for each other in a circle: task 1 -> task 2 -> task 3 -> task 1")
    #expect(message(tasks, order([(0, 1), (4, 4)])) == "p: tasks wait for each other in a circle: task 4 -> task 4")
    let many = Array(repeating: task(1), count: 100)
    #expect(
      message(many, order((0..<100).map { ($0, ($0 + 1) % 100) }))
        == "p: tasks wait for each other in a circle: task 0 -> task 1 -> task 2 -> task 3 -> task 4 -> task 5 -> task 6"
        + " -> task 7 -> (90 more) -> task 98 -> task 99 -> task 0")
    // Long chains need no deep stack.
    let long = Array(repeating: task(1), count: 200_000)
    _ = try ProjectScheduling(
      name: "p", tasks: long, precedences: order((1..<200_000).map { ($0 - 1, $0) }), renewables: [2])
  }

  /// A circle of positive length is an infeasible project, one that is shorter is a maximum lag.
  @Test func lagsMayGoRound() throws {
    for (back, isPossible) in [(-3, true), (-2, true), (-1, false), (5, false)] {
      let lags = [
        Precedence(before: 0, after: 1, from: .start, lag: 2),
        Precedence(before: 1, after: 0, from: .start, lag: back),
      ]
      let project = try ProjectScheduling(
        name: "p", tasks: [task(1), task(1)], precedences: lags, renewables: [2])
      #expect(project.hasGeneralizedLags)
      #expect((project.earliestStarts != nil) == isPossible)
      #expect(project.isPlainlyInfeasible == !isPossible)
      #expect(project.criticalPath == (isPossible ? 3 : nil))
    }
  }

  @Test func boundsAndHorizon() throws {
    let plain = try ProjectExamples.plain()
    #expect(plain.horizon == 7 && plain.criticalPath == 4 && plain.resourceTimes == [5])
    #expect(plain.isSurelyFeasible && plain.isSingleMode && !plain.hasGeneralizedLags)
    #expect(plain.simpleBounds.map(\.value) == [4, 5] && plain.durations == [0, 3, 4, 0])
    #expect(plain.sizes.map(\.name) == ["tasks", "precedences", "renewable resources"])
    let multi = try ProjectExamples.project(.mm)
    #expect(multi.horizon == 9 && multi.criticalPath == 4 && multi.resourceTimes == [5])
    #expect(multi.durations == [0, 3, 4, 0] && multi.sizes.map(\.count) == [4, 5, 4, 1, 1])
    #expect(multi.isSurelyFeasible)
    let max = try ProjectExamples.project(.max)
    #expect(max.horizon == 7 && max.earliestStarts == [0, 0, 1, 5])
    #expect(!(try ProjectExamples.project(.reservoir)).isSurelyFeasible)
  }
}
