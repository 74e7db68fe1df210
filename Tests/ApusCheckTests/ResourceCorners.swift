import ApusCheck
import ApusModel
import Testing

/// The tables of `Docs/Semantics.md` on usage and reservoirs, one row after the other.
@Suite struct ResourceCorners {
  private let model = Model("corners")

  /// The sentences about the spans of A, B, C ...; nil is an absent interval.
  private func sentences(_ spans: [(Int, Int)?], integers: [Int] = []) -> [String] {
    let presences = model.data.intervals.indices.compactMap { index in
      model.data.intervals[index].isPresent.variable.map { _ in spans[index] == nil ? 0 : 1 }
    }
    let solution = Solution(
      integers: integers + presences, intervals: spans.map { $0.map { Solution.Span(start: $0.0, end: $0.1) } })
    return SolutionChecker(model.data).violations(of: solution).map(\.description)
  }

  private func optional(_ names: String...) -> [Interval] {
    names.map { model.optionalInterval(lasting: 0...9, within: -9...99, $0) }
  }

  @Test func demandsAddUpTickByTick() {
    let tasks = optional("A", "B", "C")
    model.require("crew") { Usage([tasks[0].pulse(2), tasks[1].pulse(3), tasks[2].pulse(1)], capacity: 4) }
    #expect(sentences([(0, 3), (3, 5), (1, 2)]).isEmpty)
    #expect(
      sentences([(0, 3), (2, 5), (2, 4)]) == [
        "group \"crew\": at 2 the demands add up to 6, 2 more than the capacity of 4: A 2, B 3, C 1"
      ])
    // Each stretch once, at its worst tick.
    #expect(
      sentences([(0, 9), (1, 6), (3, 4)]) == [
        "group \"crew\": at 3 the demands add up to 6, 2 more than the capacity of 4: A 2, B 3, C 1"
      ])
  }

  @Test func lengthZeroAndAbsentUseNothing() {
    let tasks = optional("A", "B")
    model.require("crew") { Usage(tasks.map { $0.pulse(5) }, capacity: 5) }
    #expect(sentences([(0, 3), (1, 1)]).isEmpty)
    #expect(sentences([(0, 3), nil]).isEmpty)
    #expect(sentences([(0, 3), (3, 4)]).isEmpty)
    #expect(sentences([(0, 3), (2, 4)]).count == 1)
    model.require("closed") { Usage(tasks.map { $0.pulse(1) }, capacity: 0) }
    #expect(sentences([(2, 2), nil]).isEmpty)
    #expect(sentences([(2, 3), nil]).count == 1)
  }

  @Test func anIntervalListedTwiceAddsUp() {
    let crews = model.integer(0...9, "crews")
    let task = optional("A")[0]
    model.require("crew") { Usage([task.pulse(2), task.pulse(crews)], capacity: 4) }
    #expect(sentences([(0, 1)], integers: [2]).isEmpty)
    #expect(sentences([(0, 1)], integers: [3]).count == 1)
    #expect(sentences([nil], integers: [9]).isEmpty)
  }

  @Test func capacityHoldsFromEachStepOn() {
    let task = optional("A")[0]
    model.require("shift") {
      Usage([task.pulse(1)], capacity: 0, steps: [(from: 8, capacity: 1), (from: 12, capacity: 0)])
    }
    #expect(sentences([(8, 12)]).isEmpty)
    #expect(
      sentences([(7, 12)]) == ["group \"shift\": at 7 the demands add up to 1, 1 more than the capacity of 0: A 1"])
    #expect(
      sentences([(8, 13)]) == ["group \"shift\": at 12 the demands add up to 1, 1 more than the capacity of 0: A 1"])
    #expect(sentences([(12, 12)]).isEmpty)
  }

  @Test func noMembersAndNoDemand() {
    let task = optional("A")[0]
    model.require("empty") { Usage([], capacity: 0) }
    model.require("idle") { Usage([task.pulse(0)], capacity: 0) }
    #expect(sentences([(0, 5)]).isEmpty)
  }

  @Test func sumsNearTheLimitsOf64Bits() {
    let tasks = optional("A", "B")
    model.require("all") { Usage([tasks[0].pulse(.max - 1), tasks[1].pulse(1)], capacity: .max) }
    #expect(sentences([(0, 5), (0, 5)]).isEmpty)
    model.require("tank") {
      Reservoir(
        [tasks[0].step(.max, at: .start), tasks[1].step(.min, at: .end)], minimum: .min, maximum: .max)
    }
    #expect(sentences([(0, 5), (0, 5)]).isEmpty)
  }

  @Test func stepsAtOneTimeCountTogether() {
    let tasks = optional("fill", "drain")
    model.require("tank") {
      Reservoir([tasks[0].step(3, at: .end), tasks[1].step(-3, at: .start)], minimum: 0, maximum: 3)
    }
    #expect(sentences([(0, 4), (4, 6)]).isEmpty)
    #expect(
      sentences([(0, 4), (3, 6)]) == ["group \"tank\": from 3 on the level is -3, 3 below the minimum of 0: drain"])
    #expect(sentences([(0, 4), nil]).isEmpty)
    #expect(sentences([nil, (0, 1)]).count == 1)
    #expect(sentences([nil, nil]).isEmpty)
  }

  @Test func theInitialLevelHasToFitToo() {
    let task = optional("fill")[0]
    model.require("tank") { Reservoir([task.step(2, at: .start)], initial: -2, minimum: 0) }
    #expect(sentences([(0, 1)]) == ["group \"tank\": before the first step the level is -2, 2 below the minimum of 0"])
    #expect(sentences([nil]).count == 1)
  }

  @Test func anIntervalMayBorrowAndGiveBack() {
    let task = optional("A")[0]
    model.require("tools") {
      Reservoir([task.step(-2, at: .start), task.step(2, at: .end)], initial: 1, minimum: 0)
    }
    #expect(sentences([(3, 3)]).isEmpty)
    #expect(sentences([(3, 4)]).count == 1)
  }

  @Test func eachStretchOutsideIsReportedOnceAtItsWorst() {
    let tasks = optional("A", "B", "C", "D")
    model.require("tank") {
      Reservoir(
        [tasks[0], tasks[1], tasks[2], tasks[3]].enumerated().map { $1.step([5, 2, -12, 5][$0], at: .start) },
        minimum: -1, maximum: 4)
    }
    #expect(
      sentences([(0, 1), (1, 2), (2, 3), (3, 4)]) == [
        "group \"tank\": from 1 on the level is 7, 3 above the maximum of 4: B",
        "group \"tank\": from 2 on the level is -5, 4 below the minimum of -1: C",
      ])
  }

  @Test func withoutLimitsAReservoirHolds() {
    let task = optional("A")[0]
    model.require("free") { Reservoir([task.step(-7, at: .start)]) }
    #expect(sentences([(0, 1)]).isEmpty)
  }
}
