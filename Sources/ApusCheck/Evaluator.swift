import ApusModel

/// The values of expressions and literals in one assignment, exact or not given at all.
///
/// Sums are kept in 128 bits, so that only the value itself, not the order of the terms, decides whether it fits.
struct Evaluator {
  let solution: Solution
  /// The largest end of all present intervals; 0 where none is present.
  let makespan: Int

  init(_ solution: Solution) {
    self.solution = solution
    var largest: Int?
    for case let span? in solution.intervals where largest.map({ span.end > $0 }) ?? true { largest = span.end }
    makespan = largest ?? 0
  }

  func span(_ index: Int32) -> Solution.Span? { solution.intervals[Int(index)] }

  func holds(_ literal: Literal) -> Bool {
    guard let variable = literal.variable else { return literal == .true }
    return (solution.integers[variable] == 1) != literal.isNegated
  }

  /// The value of the expression, or nil where it does not fit in 64 bits.
  func value(of expression: IntegerExpression) -> Int? {
    guard !expression.hasOverflowed else { return nil }
    var total = Int128(expression.constant)
    for term in expression.terms {
      guard let operand = value(of: term.operand) else { return nil }
      // A product always fits in 128 bits, even of a length, which may need 65; a sum of several need not.
      let (next, overflow) = total.addingReportingOverflow(Int128(term.coefficient) * operand)
      if overflow { return nil }
      total = next
    }
    return Int(exactly: total)
  }

  private func value(of operand: IntegerExpression.Operand) -> Int128? {
    switch operand {
    case .integer(let index): return Int128(solution.integers[Int(index)])
    case .start(let index): return Int128(span(index)?.start ?? 0)
    case .end(let index): return Int128(span(index)?.end ?? 0)
    case .length(let index): return span(index).map { Int128($0.end) - Int128($0.start) } ?? 0
    case .makespan: return Int128(makespan)
    case .maximum(let arguments):
      var largest: Int?
      for argument in arguments {
        guard let value = value(of: argument) else { return nil }
        largest = Swift.max(largest ?? value, value)
      }
      return largest.map { Int128($0) }
    }
  }
}
