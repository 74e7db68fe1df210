import ApusCheck
import ApusModel
import Testing

/// One violation of each kind: its kind, group, amount and words.
@Suite struct ViolationSentences {
  private let model = Model("sentences")

  private func violations(
    _ spans: [(Int, Int)?], integers: [Int] = [], claiming objective: Int? = nil
  ) -> [Violation] {
    let spans = spans.map { $0.map { Solution.Span(start: $0.0, end: $0.1) } }
    return SolutionChecker(model.data).violations(
      of: Solution(integers: integers, intervals: spans), claiming: objective)
  }

  @Test func precedence() throws {
    let paint = model.interval(lasting: 3, "paint")
    let dry = model.interval(lasting: 5, "dry")
    model.require("order") {
      paint.precedes(dry, lag: 2)
      paint.link(to: dry, from: .start, to: .end, lag: -3)
    }
    let found = violations([(1, 4), (5, 10)])
    #expect(
      found.map(\.description) == [
        "group \"order\", member 1: dry [5, 10) starts before 6, 2 ticks after the end of paint [1, 4)"
      ])
    #expect(found.first?.amount == 1 && found.first?.constraint == 0 && found.first?.group == "order")
    #expect(violations([(1, 4), (6, 11)]).isEmpty)
  }

  @Test func anIntervalLinkedToItselfIsReadLiterally() {
    let task = model.interval(lasting: 0...3, "task")
    model.require("self") { task.precedes(task) }
    #expect(violations([(4, 4)]).isEmpty)
    #expect(violations([(4, 6)]).map(\.amount) == [2])
  }

  @Test func linear() {
    let task = model.interval(lasting: 3, "task")
    let count = model.integer(0...9, "count")
    model.require("budget") { 2 * task.end + count <= 10 }
    let found = violations([(2, 5)], integers: [4])
    #expect(found.map(\.description) == ["group \"budget\": left side minus right side must be at most 0, but is 4"])
    #expect(found.first?.members == [.interval(index: 0, name: "task"), .integer(index: 0, name: "count")])
    #expect(violations([(0, 3)], integers: [4]).isEmpty)
  }

  @Test func clauses() {
    let (a, b) = (model.boolean("a"), model.boolean("b"))
    model.require("logic") { a.implies(b) }
    #expect(
      violations([], integers: [1, 0]).map(\.description) == [
        "group \"logic\": none of its literals holds: a is 1, b is 0"
      ])
    #expect(violations([], integers: [0, 0]).isEmpty)
    model.require("never") { anyOf(.false) }
    #expect(violations([], integers: [0, 0]).map(\.group) == ["never"])
  }

  @Test func domains() {
    _ = model.integer(2...4, "crews")
    _ = model.interval(lasting: 3, within: 0...9, "task")
    #expect(
      violations([(8, 11)], integers: [7]).map(\.description) == [
        "crews is 7, outside 2...4", "task [8, 11) ends at 11, outside 0...9",
      ])
    #expect(violations([(-2, 1)], integers: [3]).map(\.amount) == [2])
    #expect(violations([(0, 5)], integers: [3]).map(\.description) == ["task [0, 5) has length 5, outside 3...3"])
    #expect(violations([(5, 2)], integers: [3]).map(\.description) == ["task [5, 2) ends before it starts"])
  }

  @Test func presence() {
    _ = model.optionalInterval(lasting: 1, "visit")
    #expect(violations([nil], integers: [1]).map(\.description) == ["visit is absent, but its presence literal holds"])
    #expect(violations([(0, 1)], integers: [0]).map(\.kind) == [.presence])
    #expect(violations([nil], integers: [0]).isEmpty)
    #expect(violations([(0, 1)], integers: [1]).isEmpty)
  }

  @Test func shape() {
    _ = model.interval(lasting: 1)
    #expect(violations([]).map(\.kind) == [.shape])
    #expect(violations([(0, 1)], integers: [1]).map(\.kind) == [.shape])
  }

  @Test func objective() {
    _ = model.optionalInterval(lasting: 1, within: -9...9)
    #expect(violations([(-5, -4)], integers: [1], claiming: 3).map(\.kind) == [.objective])
    model.minimize(.makespan)
    #expect(violations([(-5, -4)], integers: [1], claiming: -4).isEmpty)
    #expect(violations([nil], integers: [0], claiming: 0).isEmpty)
    #expect(
      violations([nil], integers: [0], claiming: 2).map(\.description) == [
        "an objective of 2 is claimed, but its value is 0"
      ])
  }

  @Test func aValueBeyond64BitsIsAnErrorAndNoVerdict() {
    let x = model.integer(0...Int.max, "x")
    model.require("wide") { 2 * x >= 0 }
    model.maximize(3 * x - 2 * x)
    #expect(violations([], integers: [1]).isEmpty)
    // Only the value counts: 3x leaves 64 bits on the way, 3x - 2x does not.
    #expect(
      violations([], integers: [.max], claiming: .max).map(\.description) == [
        "group \"wide\": the value of the expression does not fit in 64 bits"
      ])
  }

  @Test func anInvalidModelHasNoSolutions() {
    model.require("lag") { model.interval(lasting: 1).precedes(model.interval(lasting: 1), lag: .max) }
    #expect(violations([(0, 1), (5, 6)]).map(\.kind) == [.model])
  }

  @Test func hostileAssignmentsDoNotTrap() {
    let (a, b) = (model.interval(lasting: 0...5), model.interval(lasting: 0...5))
    model.require("all") {
      a.precedes(b, lag: 5)
      NoOverlap([a, b])
      2 * a.length - b.length == 3
      NoOverlap([a, b], setup: SetupTimes(types: [0, 1], times: [[0, 9], [9, 0]], initial: [3, 3]))
      Usage([a.pulse(.max / 2), b.pulse(.max / 2)], capacity: 3)
      Reservoir([a.step(.max, at: .start), b.step(.min, at: .end)], minimum: 0, maximum: 1)
      Alternative(a, of: [b])
      Span(a, of: [b])
      SameOrder([a, b], [b, a])
    }
    model.minimize(a.length)
    let times = [Int.min, -1, 0, Int.max]
    for start in times {
      for end in times {
        #expect(!violations([(start, end), (end, start)], claiming: .min).isEmpty)
        #expect(!violations([(start, end), (start, end)], claiming: .max).isEmpty)
      }
    }
  }
}
