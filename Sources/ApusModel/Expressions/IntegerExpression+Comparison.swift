infix operator ≤ : ComparisonPrecedence
infix operator ≥ : ComparisonPrecedence
infix operator ≡ : ComparisonPrecedence

extension IntegerExpression {
  public static func <= (left: IntegerExpression, right: IntegerExpression) -> Condition {
    .comparison(Linear(left - right, .atMost))
  }
  public static func <= (left: IntegerExpression, right: Int) -> Condition {
    .comparison(Linear(left - right, .atMost))
  }
  public static func <= (left: Int, right: IntegerExpression) -> Condition {
    .comparison(Linear(left - right, .atMost))
  }

  public static func >= (left: IntegerExpression, right: IntegerExpression) -> Condition {
    .comparison(Linear(right - left, .atMost))
  }
  public static func >= (left: IntegerExpression, right: Int) -> Condition {
    .comparison(Linear(right - left, .atMost))
  }
  public static func >= (left: Int, right: IntegerExpression) -> Condition {
    .comparison(Linear(right - left, .atMost))
  }

  public static func < (left: IntegerExpression, right: IntegerExpression) -> Condition { left + 1 <= right }
  public static func < (left: IntegerExpression, right: Int) -> Condition { left + 1 <= right }
  public static func < (left: Int, right: IntegerExpression) -> Condition { IntegerExpression(left) + 1 <= right }

  public static func > (left: IntegerExpression, right: IntegerExpression) -> Condition { right + 1 <= left }
  public static func > (left: IntegerExpression, right: Int) -> Condition { IntegerExpression(right) + 1 <= left }
  public static func > (left: Int, right: IntegerExpression) -> Condition { right + 1 <= left }

  public static func == (left: IntegerExpression, right: IntegerExpression) -> Condition {
    .comparison(Linear(left - right, .equal))
  }
  public static func == (left: IntegerExpression, right: Int) -> Condition { .comparison(Linear(left - right, .equal)) }
  public static func == (left: Int, right: IntegerExpression) -> Condition { .comparison(Linear(left - right, .equal)) }

  public static func != (left: IntegerExpression, right: IntegerExpression) -> Condition { .not(left == right) }
  public static func != (left: IntegerExpression, right: Int) -> Condition { .not(left == right) }
  public static func != (left: Int, right: IntegerExpression) -> Condition { .not(left == right) }

  /// The value lies in the range.
  public func isIn(_ range: ClosedRange<Int>) -> Condition { .among(self, [range]) }

  /// The value is one of several. Complexity: O(*n* log *n*).
  public func isAmong(_ values: [Int]) -> Condition { .among(self, Self.ranges(of: values)) }

  // With a single overload each, a wrong operand in a long expression is found in milliseconds instead of seconds.

  /// The same as `<=`, with the fastest and clearest message when a type is wrong.
  public static func ≤ (left: IntegerExpression, right: IntegerExpression) -> Condition { left <= right }
  /// The same as `>=`, with the fastest and clearest message when a type is wrong.
  public static func ≥ (left: IntegerExpression, right: IntegerExpression) -> Condition { left >= right }
  /// The same as `==` between expressions, with the fastest and clearest message when a type is wrong.
  public static func ≡ (left: IntegerExpression, right: IntegerExpression) -> Condition { left == right }
}

extension IntegerExpression: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension IntegerExpression {
  /// The values as ranges in increasing order that neither overlap nor touch. Complexity: O(*n* log *n*).
  package static func ranges(of values: [Int]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for value in values.sorted() {
      if let last = result.last, value == last.upperBound || value - 1 == last.upperBound {
        result[result.count - 1] = last.lowerBound...value
      } else {
        result.append(value...value)
      }
    }
    return result
  }
}
