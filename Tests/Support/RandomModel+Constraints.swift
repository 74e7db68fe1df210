import ApusModel

extension RandomModel {
  /// One constraint, or a pair with a minimum and a maximum lag.
  mutating func constraint() -> [Constraint] {
    if !size.kinds.isEmpty, random.chance(60) { return [constraint(of: random.pick(size.kinds))] }
    switch random.draw(1...10) {
    case 1...3: return precedence()
    case 4...6: return [.noOverlap(NoOverlap(intervals.filter { _ in random.chance(80) }))]
    case 7...8: return linear().constraints
    default: return clause().constraints
    }
  }

  private mutating func precedence() -> [Constraint] {
    let (before, after) = (random.pick(intervals), random.pick(intervals))
    // An interval linked to itself is legal, but more than a few make most models infeasible.
    if before == after, random.chance(80) { return [] }
    let (from, to) = (point(), point())
    let lag = random.chance(50) ? 0 : random.draw(-4...4)
    guard random.chance(20) else { return before.link(to: after, from: from, to: to, lag: lag).constraints }
    return before.link(to: after, from: from, to: to, lag: lag...lag + random.draw(0...5)).flatMap(\.constraints)
  }

  private mutating func point() -> Precedence.Point { random.chance(50) ? .start : .end }

  private mutating func linear() -> Condition {
    let expression = self.expression()
    // A right side near what the expression can reach: neither always true nor never.
    switch random.draw(1...4) {
    case 1: return expression == random.draw(0...6)
    case 2: return expression >= random.draw(-2...6)
    default: return expression <= random.draw(0...10)
    }
  }

  private mutating func clause() -> Condition {
    if random.chance(2) { return anyOf([]) }
    return anyOf((0..<random.draw(1...3)).map { _ in literal() })
  }

  mutating func literal() -> Literal {
    if literals.isEmpty || random.chance(5) { return random.chance(70) ? .true : .false }
    let literal = random.pick(literals)
    return random.chance(50) ? literal : !literal
  }

  /// A linear expression of one to three terms, maxima and makespan among them.
  mutating func expression() -> IntegerExpression {
    var result = IntegerExpression(random.chance(30) ? random.draw(-3...3) : 0)
    for _ in 0..<random.draw(1...3) {
      let factor = random.chance(50) ? 1 : random.pick([-2, -1, -1, 2, 3])
      result += factor * operand()
    }
    return result
  }

  mutating func tardiness() -> IntegerExpression { max(0, random.pick(intervals).end - random.draw(0...6)) }

  private mutating func operand() -> IntegerExpression {
    switch random.draw(1...12) {
    case 1...2: return random.pick(intervals).start
    case 3...4: return random.pick(intervals).end
    case 5: return random.pick(intervals).length
    case 6: return IntegerExpression(.makespan)
    case 7: return IntegerExpression(literal())
    case 8: return tardiness()
    case 9: return max([random.pick(intervals).end, random.pick(intervals).start + random.draw(-2...2)])
    default: return integers.isEmpty ? random.pick(intervals).end : random.pick(integers)
    }
  }
}
