import ApusModel

extension RandomModel {
  /// A condition of comparisons, literals, precedences and ranges, `depth` levels deep.
  mutating func condition(depth: Int) -> Condition {
    switch random.draw(1...(depth > 0 ? 9 : 5)) {
    case 1: return anyOf((0..<random.draw(1...2)).map { _ in literal() })
    case 2: return .precedence(someLink())
    case 3: return .among(smallExpression(), someRanges())
    case 4...5: return comparison()
    case 6: return .all((0..<random.draw(0...3)).map { _ in condition(depth: depth - 1) })
    case 7...8: return .any((0..<random.draw(1...3)).map { _ in condition(depth: depth - 1) })
    default: return .not(condition(depth: depth - 1))
    }
  }

  private mutating func comparison() -> Condition {
    let (left, right) = (
      smallExpression(), random.chance(50) ? smallExpression() : IntegerExpression(random.draw(-1...6))
    )
    switch random.draw(1...4) {
    case 1: return left == right
    case 2: return left != right
    case 3: return left >= right
    default: return left <= right
    }
  }

  private mutating func someLink() -> Precedence {
    Precedence(
      before: random.pick(intervals).index, random.chance(50) ? .start : .end, after: random.pick(intervals).index,
      random.chance(50) ? .start : .end, lag: random.draw(-2...2))
  }

  private mutating func someRanges() -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = random.draw(-3...4)
    for _ in 0..<random.draw(0...3) {
      let last = next + random.draw(0...2)
      result.append(next...last)
      next = last + random.draw(1...3)
    }
    return result
  }

  /// A variable or an expression of few values.
  mutating func smallExpression() -> IntegerExpression {
    let variable: IntegerExpression =
      switch random.draw(1...6) {
      case 1: random.pick(intervals).start
      case 2: random.pick(intervals).end
      case 3: IntegerExpression(literal())
      default: integers.isEmpty ? random.pick(intervals).length : random.pick(integers)
      }
    switch random.draw(1...6) {
    case 1: return variable + random.draw(-2...2)
    case 2: return random.pick([-1, 2]) * variable
    default: return variable
    }
  }

  mutating func smallExpressions(_ count: ClosedRange<Int>) -> [IntegerExpression] {
    (0..<random.draw(count)).map { _ in smallExpression() }
  }

  /// A comparison of an expression with a product, a quotient, a remainder, an element, a count or a minimum.
  mutating func function() -> Constraint {
    let operand: IntegerExpression =
      switch random.draw(1...7) {
      case 1: product(smallExpression(), smallExpression())
      case 2:
        smallExpression().quotient(
          dividingBy: random.chance(50) ? IntegerExpression(random.pick([-3, -2, 2, 3])) : smallExpression())
      case 3:
        smallExpression().remainder(
          dividingBy: random.chance(50) ? IntegerExpression(random.pick([-3, 2, 4])) : smallExpression())
      case 4: element(of: (0..<random.draw(1...5)).map { _ in random.draw(-2...6) }, at: smallExpression())
      case 5: element(of: smallExpressions(1...3), at: smallExpression())
      case 6: count((0..<random.draw(0...3)).map { _ in condition(depth: 1) })
      default: random.chance(50) ? min(smallExpressions(1...3)) : abs(smallExpression() - smallExpression())
      }
    let other = random.chance(60) ? smallExpression() : IntegerExpression(random.draw(-2...5))
    switch random.draw(1...3) {
    case 1: return .linear(Linear(operand - other, .equal))
    case 2: return .linear(Linear(operand - other, .atMost))
    default: return .linear(Linear(other - operand, .atMost))
    }
  }

  mutating func table() -> Table {
    let columns = smallExpressions(1...3)
    let rows = random.chance(10) ? random.draw(0...2) : random.draw(8...20) * columns.count
    return Table(columns, rows: (0..<rows).map { _ in columns.map { _ in random.draw(-1...4) } })
  }

  mutating func circuit() -> Circuit {
    let count = random.draw(1...4)
    // Few variables in all, so that the model can be enumerated.
    let successors = (0..<count).map { _ in
      random.chance(70) && model.data.integers.count < 7
        ? model.integer(random.draw(-1...0)...count - (random.chance(80) ? 1 : 0)) : smallExpression()
    }
    return Circuit(successors, allowsSkipping: random.chance(50))
  }

  mutating func automaton() -> Automaton {
    let states = random.draw(1...3)
    return Automaton(
      smallExpressions(0...3), states: states, initial: random.draw(0...states - 1),
      accepting: (0..<states).filter { _ in random.chance(70) },
      transitions: (0..<(random.chance(10) ? 2 : random.draw(6...14) * states)).map { _ in
        Automaton.Transition(
          from: random.draw(0...states - 1), on: random.draw(-1...4), to: random.draw(0...states - 1))
      })
  }
}
