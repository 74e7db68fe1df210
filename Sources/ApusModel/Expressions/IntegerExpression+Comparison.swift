infix operator ≤ : ComparisonPrecedence
infix operator ≥ : ComparisonPrecedence
infix operator ≡ : ComparisonPrecedence

extension IntegerExpression {
  public static func <= (left: IntegerExpression, right: IntegerExpression) -> Constraint {
    .linear(Linear(left - right, .atMost))
  }
  public static func <= (left: IntegerExpression, right: Int) -> Constraint { .linear(Linear(left - right, .atMost)) }
  public static func <= (left: Int, right: IntegerExpression) -> Constraint { .linear(Linear(left - right, .atMost)) }

  public static func >= (left: IntegerExpression, right: IntegerExpression) -> Constraint {
    .linear(Linear(right - left, .atMost))
  }
  public static func >= (left: IntegerExpression, right: Int) -> Constraint { .linear(Linear(right - left, .atMost)) }
  public static func >= (left: Int, right: IntegerExpression) -> Constraint { .linear(Linear(right - left, .atMost)) }

  public static func < (left: IntegerExpression, right: IntegerExpression) -> Constraint { left + 1 <= right }
  public static func < (left: IntegerExpression, right: Int) -> Constraint { left + 1 <= right }
  public static func < (left: Int, right: IntegerExpression) -> Constraint { IntegerExpression(left) + 1 <= right }

  public static func > (left: IntegerExpression, right: IntegerExpression) -> Constraint { right + 1 <= left }
  public static func > (left: IntegerExpression, right: Int) -> Constraint { IntegerExpression(right) + 1 <= left }
  public static func > (left: Int, right: IntegerExpression) -> Constraint { right + 1 <= left }

  public static func == (left: IntegerExpression, right: IntegerExpression) -> Constraint {
    .linear(Linear(left - right, .equal))
  }
  public static func == (left: IntegerExpression, right: Int) -> Constraint { .linear(Linear(left - right, .equal)) }
  public static func == (left: Int, right: IntegerExpression) -> Constraint { .linear(Linear(left - right, .equal)) }

  // With a single overload each, a wrong operand in a long expression is found in milliseconds instead of seconds.

  /// The same as `<=`, with the fastest and clearest message when a type is wrong.
  public static func ≤ (left: IntegerExpression, right: IntegerExpression) -> Constraint { left <= right }
  /// The same as `>=`, with the fastest and clearest message when a type is wrong.
  public static func ≥ (left: IntegerExpression, right: IntegerExpression) -> Constraint { left >= right }
  /// The same as `==` between expressions, with the fastest and clearest message when a type is wrong.
  public static func ≡ (left: IntegerExpression, right: IntegerExpression) -> Constraint { left == right }
}

extension IntegerExpression: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
