import ApusModel
import Testing

/// What conditions become, and what they are worth in an assignment.
@Suite struct ConditionTests {
  private let model = Model()

  /// x = 5, y = -2, b holds, an interval [3, 7) and an absent one.
  private func holds(
    _ make: (IntegerExpression, IntegerExpression, Literal, Interval, Interval) -> Condition
  ) -> Bool {
    let model = Model()
    let (x, y, b) = (model.integer(-9...9), model.integer(-9...9), model.boolean())
    let task = model.interval(lasting: 4)
    let absent = model.optionalInterval(lasting: 4, ifPresent: .false)
    let solution = Solution(integers: [5, -2, 1], intervals: [.init(start: 3, end: 7), nil])
    return solution[make(x, y, b, task, absent)]
  }

  private func value(_ make: (IntegerExpression, IntegerExpression) -> IntegerExpression) -> Int? {
    let model = Model()
    let (x, y) = (model.integer(-9...9), model.integer(-9...9))
    return Solution(integers: [-7, 2], intervals: []).value(of: make(x, y))
  }

  @Test func comparisonsAndLogic() {
    #expect(holds { x, y, b, _, _ in x == 5 && y != 5 && b })
    #expect(holds { x, _, b, _, _ in !(x == 4) && (!b || x >= 5) })
    #expect(!holds { x, y, _, _, _ in x <= 4 || y > -2 })
    #expect(holds { x, y, b, _, _ in (x == 0).onlyIf(!b) && b.implies(y == -2) })
    #expect(holds { x, _, b, _, _ in (x > 0).holdsExactly(where: b) && !(x < 0).holdsExactly(where: b) })
    #expect(holds { x, y, _, _, _ in x.isAmong([9, 5, 6, 1]) && y.isIn(-3 ... -2) && !x.isIn(6...9) })
    #expect(holds { _, _, _, _, _ in allOf([Condition]()) && !anyOf([Condition]()) })
  }

  @Test func aPrecedenceWithAnAbsentEndHolds() {
    #expect(holds { _, _, _, task, absent in task.precedes(absent, lag: 9) && absent.precedes(task) })
    #expect(!holds { _, _, _, task, absent in !task.precedes(absent) })
    #expect(holds { _, _, _, task, _ in !task.precedes(task) })
  }

  @Test func functions() {
    #expect(value { x, y in x.quotient(dividingBy: y) } == -3)
    #expect(value { x, y in x.remainder(dividingBy: y) } == -1)
    #expect(value { x, y in product(x, y) + min(x, y) + abs(x) } == -14 - 7 + 7)
    #expect(value { x, y in element(of: [3, 1, 4], at: y) } == 4)
    #expect(value { x, y in count([x == -7, y == 3, x <= y]) + count(of: 2, in: [x, y]) } == 3)
  }

  @Test func whatHasNoValueHasNone() {
    #expect(value { x, y in x.quotient(dividingBy: y - 2) } == nil)
    #expect(value { x, _ in element(of: [3, 1, 4], at: x) } == nil)
    // Also where it does not matter.
    #expect(value { x, y in IntegerExpression(y == 2 || element(of: [3], at: x) == 3) } == nil)
    #expect(value { x, y in element(of: [y, element(of: [3], at: x)], at: 0) } == nil)
    #expect(value { x, _ in product(x, x + Int.max - 9) } == nil)
  }

  @Test func conditionsBecomeTheSimplestConstraints() {
    let (a, b) = (model.boolean(), model.boolean())
    let x = model.integer(0...9)
    model.require("simple") {
      a
      a || !b
      a.implies(b)
      x <= 3 && a
      anyOf(a, b)
    }
    model.require("logic") {
      x != 3
      a.implies(x >= 4)
    }
    let kinds = model.data.constraints.map { constraint in
      switch constraint {
      case .clause: "clause"
      case .linear: "linear"
      case .condition: "condition"
      default: "other"
      }
    }
    #expect(kinds == ["clause", "clause", "clause", "linear", "clause", "clause", "condition", "condition"])
  }

  @Test func aDomainWithHolesIsARangeAndACondition() {
    _ = model.integer(among: [4, 9, 5])
    _ = model.integer(among: [2, 3, 4])
    #expect(model.data.integers == [4...9, 2...4])
    #expect(model.data.constraints.count == 1)
  }

  @Test func textsReadLikeTheProblem() {
    let (rain, x) = (model.boolean("rain"), model.integer(0...9, "crew"))
    let (a, b) = (model.interval(lasting: 2, "a"), model.interval(lasting: 2, "b"))
    model.require("rules") {
      rain.implies(a.start >= 4)
      a.precedes(b) || b.precedes(a)
      x != 3
      x.isAmong([1, 2, 5]) || !rain
      AllDifferent([x, a.start])
      element(of: [4, 7], at: x) + product(x, a.end) <= 9
    }
    let text = ModelText(model.data)
    #expect(
      model.data.constraints.indices.map { text.constraint($0) } == [
        "not rain or start(a) >= 4", "end(a) <= start(b) or end(b) <= start(a)", "not crew == 3",
        "crew in 1...2, 5 or not rain", "crew, start(a) all different", "[4, 7][crew] + (crew) * (end(a)) <= 9",
      ])
  }
}
