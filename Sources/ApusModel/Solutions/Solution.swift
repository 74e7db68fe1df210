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

  /// The value of the expression, or nil where it, or an argument of a maximum in it, does not fit in 64 bits.
  ///
  /// Partial sums need not fit, so that the order of the terms does not matter.
  public func value(of expression: IntegerExpression) -> Int? {
    guard !expression.hasOverflowed else { return nil }
    var total = Int128(expression.constant)
    for term in expression.terms {
      guard let operand = value(of: term.operand) else { return nil }
      let (next, overflow) = total.addingReportingOverflow(Int128(term.coefficient) * operand)
      if overflow { return nil }
      total = next
    }
    return Int(exactly: total)
  }

  private func value(of operand: IntegerExpression.Operand) -> Int128? {
    switch operand {
    case .integer(let index): return Int128(integers[Int(index)])
    case .start(let index): return Int128(intervals[Int(index)]?.start ?? 0)
    case .end(let index): return Int128(intervals[Int(index)]?.end ?? 0)
    case .length(let index): return intervals[Int(index)].map { Int128($0.end) - Int128($0.start) } ?? 0
    case .makespan: return Int128(intervals.lazy.compactMap { $0?.end }.max() ?? 0)
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
