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
    guard let value = value(of: expression) else { preconditionFailure("the expression has no value of 64 bits") }
    return value
  }

  /// Whether the condition holds.
  ///
  /// - Precondition: every expression in it has a value.
  public subscript(condition: Condition) -> Bool {
    do { return try Evaluator(self).holds(condition) } catch { preconditionFailure("\(error)") }
  }

  /// The value of the expression, or nil where it has none: it, or a part of it that is no sum, does not fit in 64 bits, a divisor is 0, or the place of
  /// an element is outside its list.
  ///
  /// Partial sums need not fit, so that the order of the terms does not matter.
  public func value(of expression: IntegerExpression) -> Int? { try? Evaluator(self).value(of: expression) }
}
