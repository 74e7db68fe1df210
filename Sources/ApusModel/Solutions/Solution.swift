/// Values for every variable of a model. It says nothing of who found it, and can be checked again without a solver.
public struct Solution: Sendable, Hashable, Codable {
  /// The span of a present interval: ticks `start..<end`.
  public struct Span: Sendable, Hashable, Codable {
    public var start: Int
    public var end: Int
    public var length: Int { end - start }

    public init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// The values of the integer variables, by index.
  public var integers: [Int]
  /// The spans of the intervals, by index; nil where an interval is absent.
  public var intervals: [Span?]

  public init(integers: [Int], intervals: [Span?]) {
    self.integers = integers
    self.intervals = intervals
  }

  /// The span of the interval, or nil where it is absent.
  public subscript(interval: Interval) -> Span? { intervals[Int(interval.index)] }

  /// Whether the literal holds.
  public subscript(literal: Literal) -> Bool {
    guard let variable = literal.variable else { return literal == .true }
    return (integers[variable] == 1) != literal.isNegated
  }

  /// The value of the expression.
  ///
  /// - Precondition: the value fits in 64 bits; see ``value(of:)`` for one that may not.
  public subscript(expression: IntegerExpression) -> Int {
    guard let value = value(of: expression) else { preconditionFailure("the expression's value is beyond 64 bits") }
    return value
  }

  /// The value of the expression, or nil where it, or a partial sum, leaves 64 bits.
  public func value(of expression: IntegerExpression) -> Int? {
    guard !expression.hasOverflowed else { return nil }
    var total = expression.constant
    for term in expression.terms {
      guard let operand = value(of: term.operand) else { return nil }
      let (product, tooLarge) = term.coefficient.multipliedReportingOverflow(by: operand)
      let (next, carry) = total.addingReportingOverflow(product)
      if tooLarge || carry { return nil }
      total = next
    }
    return total
  }

  private func value(of operand: IntegerExpression.Operand) -> Int? {
    switch operand {
    case .integer(let index): return integers[Int(index)]
    case .start(let index): return intervals[Int(index)]?.start ?? 0
    case .end(let index): return intervals[Int(index)]?.end ?? 0
    case .length(let index): return intervals[Int(index)]?.length ?? 0
    case .makespan: return intervals.lazy.compactMap { $0?.end }.max() ?? 0
    case .maximum(let arguments):
      var largest: Int?
      for argument in arguments {
        guard let value = value(of: argument) else { return nil }
        largest = Swift.max(largest ?? value, value)
      }
      return largest
    }
  }
}
