import ApusModel
import Testing

@Suite struct ExpressionTests {
  private let model = Model()

  /// x = 5, y = -2, then an interval [3, 7) and an absent one.
  private func value(_ make: (IntegerExpression, IntegerExpression, Interval, Interval) -> IntegerExpression) -> Int? {
    let model = Model()
    let (x, y) = (model.integer(-9...9), model.integer(-9...9))
    let task = model.interval(lasting: 4)
    let absent = model.optionalInterval(lasting: 4, ifPresent: .false)
    let solution = Solution(integers: [5, -2], intervals: [.init(start: 3, end: 7), nil])
    return solution.value(of: make(x, y, task, absent))
  }

  @Test func arithmetic() {
    #expect(value { x, y, _, _ in 2 * x - y * 3 + 1 - (4 - x) } == 18)
    #expect(value { x, y, _, _ in -(x - 7) + (x + y) } == 5)
    #expect(value { x, y, _, _ in sum(x, y, x) } == 8)
    #expect(value { x, y, _, _ in dot([2, -1], [x, y]) } == 12)
    #expect(value { _, _, _, _ in sum([IntegerExpression]()) + dot([], []) } == 0)
    #expect(
      value { x, y, _, _ in
        var total: IntegerExpression = 3
        total += x
        total -= y
        total += 10
        total -= 1
        return total
      } == 19)
  }

  @Test func operands() {
    #expect(value { _, _, task, _ in task.start + 10 * task.end + 100 * task.length } == 473)
    #expect(value { _, _, _, absent in absent.start + absent.end + absent.length } == 0)
    #expect(value { _, _, _, _ in IntegerExpression(.makespan) } == 7)
    #expect(value { x, _, task, _ in max(0, x - 9) + max(task.end, 3) + max(x, task.start) + max([x]) } == 17)
    #expect(value { _, _, _, _ in sum([Literal.true, .false, !.false]) } == 2)
  }

  @Test func makespanIsTheLargestEndAndZeroWithoutOne() {
    func makespan(_ spans: [Solution.Span?]) -> Int {
      Solution(integers: [], intervals: spans)[IntegerExpression(.makespan)]
    }
    #expect(makespan([]) == 0)
    #expect(makespan([nil, nil]) == 0)
    #expect(makespan([.init(start: -9, end: -5), nil, .init(start: -7, end: -6)]) == -5)
  }

  @Test func literalsNegate() {
    let literal = model.boolean()
    let solution = Solution(integers: [1], intervals: [])
    #expect(solution[literal] && !solution[!literal] && solution[!(!literal)])
    #expect(solution[.true] && !solution[.false] && solution[!.false])
    #expect(solution[IntegerExpression(literal) + 10 * IntegerExpression(!literal)] == 1)
    #expect(literal.variable == 0 && Literal.true.variable == nil && (!literal).isNegated)
  }

  @Test func onlyTheValueHasToFit() {
    let huge = Int.max
    #expect(value { x, _, _, _ in huge * x - huge * x + 4 } == 4)
    #expect(value { x, _, _, _ in huge * x } == nil)
    #expect(value { x, _, _, _ in max(0, huge * x) - max(0, huge * x) } == nil)
    #expect(
      Solution(integers: [], intervals: [.init(start: .min, end: .max)]).value(of: IntegerExpression(.length(0))) == nil
    )
  }

  @Test func overflowIsRememberedThroughEveryOperator() {
    let x = model.integer(0...1)
    let large = Int.max * x + Int.max
    for expression in [
      large + 1, large * 2, 2 * large, -(large + 1) - 1, sum([large, large]), dot([3], [large]), large - Int.min,
      (large + 1) - 1, 0 + (large + 1), large - (-1 * large),
    ] { #expect(expression.hasOverflowed) }
    #expect(!large.hasOverflowed && !(large - 1).hasOverflowed && !(-large).hasOverflowed)
  }
}
