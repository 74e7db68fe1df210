/// The values of expressions and conditions in one assignment, exact or not given at all.
///
/// Sums are kept in 128 bits, so that only the value itself, not the order of the terms, decides whether it fits.
package struct Evaluator {
  /// Why an expression has no value.
  package enum Failure: Error, CustomStringConvertible {
    case overflow
    case place(Int, count: Int)
    case divisor

    package var description: String {
      switch self {
      case .overflow: "the value of the expression does not fit in 64 bits"
      case .place(let place, let count): "the place \(place) of an element is outside 0..<\(count)"
      case .divisor: "a divisor is 0"
      }
    }
  }

  package let solution: Solution
  /// The makespan, where many expressions are to be evaluated.
  private let makespan: Int?

  package init(_ solution: Solution, makespan: Int? = nil) {
    self.solution = solution
    self.makespan = makespan
  }

  /// The largest end of all present intervals; 0 where none is present. Complexity: linear.
  package static func makespan(of solution: Solution) -> Int {
    var largest: Int?
    for case let span? in solution.intervals where largest.map({ span.end > $0 }) ?? true { largest = span.end }
    return largest ?? 0
  }

  package func span(_ index: Int32) -> Solution.Span? { solution.intervals[Int(index)] }

  package func holds(_ literal: Literal) -> Bool { solution[literal] }

  /// The value of the expression.
  package func value(of expression: IntegerExpression) throws(Failure) -> Int {
    guard !expression.hasOverflowed else { throw .overflow }
    var total = Int128(expression.constant)
    for term in expression.terms where term.coefficient != 0 {
      // A product always fits in 128 bits, even of a length, which may need 65; a sum of several need not.
      let (next, overflow) = total.addingReportingOverflow(Int128(term.coefficient) * (try value(of: term.operand)))
      if overflow { throw .overflow }
      total = next
    }
    return try narrow(total)
  }

  /// Whether the condition holds. Every part must have a value, also where the others decide.
  package func holds(_ condition: Condition) throws(Failure) -> Bool {
    switch condition {
    case .clause(let clause): return clause.literals.contains(where: holds)
    case .comparison(let linear):
      let value = try value(of: linear.expression)
      return linear.relation == .equal ? value == 0 : value <= 0
    case .precedence(let precedence): return shortfall(of: precedence) <= 0
    case .among(let expression, let ranges):
      let value = try value(of: expression)
      return ranges.contains { $0.contains(value) }
    case .all(let parts):
      var result = true
      for part in parts where !(try holds(part)) { result = false }
      return result
    case .any(let parts):
      var result = false
      for part in parts where try holds(part) { result = true }
      return result
    case .not(let opposite): return !(try holds(opposite))
    }
  }

  /// The ticks that are missing between the two points; 0 or less where the precedence holds, or one interval is absent.
  package func shortfall(of precedence: Precedence) -> Int128 {
    guard let before = span(precedence.before), let after = span(precedence.after) else { return 0 }
    return Int128(before.time(of: precedence.source)) + Int128(precedence.lag)
      - Int128(after.time(of: precedence.target))
  }

  private func narrow(_ value: Int128) throws(Failure) -> Int {
    guard let result = Int(exactly: value) else { throw .overflow }
    return result
  }

  private func value(of operand: IntegerExpression.Operand) throws(Failure) -> Int128 {
    switch operand {
    case .integer(let index): return Int128(solution.integers[Int(index)])
    case .start(let index): return Int128(span(index)?.start ?? 0)
    case .end(let index): return Int128(span(index)?.end ?? 0)
    case .length(let index): return span(index).map { Int128($0.end) - Int128($0.start) } ?? 0
    case .makespan: return Int128(makespan ?? Self.makespan(of: solution))
    case .maximum(let arguments):
      var largest: Int?
      for argument in arguments {
        let value = try value(of: argument)
        largest = Swift.max(largest ?? value, value)
      }
      guard let largest else { throw .overflow }
      return Int128(largest)
    case .truth(let condition): return try holds(condition) ? 1 : 0
    case .product(let first, let second):
      let factor = try value(of: first)
      return Int128(try narrow(Int128(factor) * Int128(try value(of: second))))
    case .quotient(let dividend, let divisor): return try divided(dividend, divisor).quotient
    case .remainder(let dividend, let divisor): return try divided(dividend, divisor).remainder
    case .element(let list, let index):
      // Every element must have a value, as every part of a condition must.
      let place = try value(of: index)
      var chosen: Int?
      for (position, expression) in list.enumerated() {
        let value = try value(of: expression)
        if position == place { chosen = value }
      }
      guard let chosen else { throw .place(place, count: list.count) }
      return Int128(chosen)
    }
  }

  private func divided(
    _ dividend: IntegerExpression, _ divisor: IntegerExpression
  ) throws(Failure) -> (quotient: Int128, remainder: Int128) {
    let (number, factor) = (Int128(try value(of: dividend)), Int128(try value(of: divisor)))
    if factor == 0 { throw .divisor }
    return (Int128(try narrow(number / factor)), number % factor)
  }
}

extension Solution.Span {
  /// The start or the end.
  package func time(of point: Precedence.Point) -> Int { point == .start ? start : end }
}
