// Functions of expressions that are not linear. Named functions rather than operators, which would slow the compiler on every sum.

/// The smaller of two expressions.
public func min(_ first: IntegerExpression, _ second: IntegerExpression) -> IntegerExpression { min([first, second]) }

/// The smaller of an expression and a constant.
public func min(_ expression: IntegerExpression, _ constant: Int) -> IntegerExpression { min(constant, expression) }

/// The smaller of a constant and an expression.
public func min(_ constant: Int, _ expression: IntegerExpression) -> IntegerExpression {
  min([IntegerExpression(constant), expression])
}

/// The smallest of at least one expression.
///
/// - Precondition: `expressions` is not empty; an empty minimum has no value.
public func min(_ expressions: [IntegerExpression]) -> IntegerExpression { -max(expressions.map { -$0 }) }

/// The distance of an expression from 0.
public func abs(_ expression: IntegerExpression) -> IntegerExpression { max(expression, -expression) }

/// The product of two expressions.
public func product(_ first: IntegerExpression, _ second: IntegerExpression) -> IntegerExpression {
  if first.terms.isEmpty { return first.constant * second }
  if second.terms.isEmpty { return second.constant * first }
  return IntegerExpression(.product(first, second))
}

extension IntegerExpression {
  /// 1 where the condition holds, otherwise 0.
  public init(_ condition: Condition) {
    if case .clause(let clause) = condition, clause.literals.count == 1 {
      self.init(clause.literals[0])
    } else {
      self.init(.truth(condition))
    }
  }

  /// The quotient, rounded towards 0 as that of two `Int`s.
  ///
  /// There is no solution in which the divisor is 0, wherever the quotient stands.
  public func quotient(dividingBy divisor: IntegerExpression) -> IntegerExpression {
    IntegerExpression(.quotient(self, divisor))
  }

  /// The remainder, with the sign of the dividend as that of two `Int`s: `self - quotient * divisor`.
  ///
  /// There is no solution in which the divisor is 0, wherever the remainder stands.
  public func remainder(dividingBy divisor: IntegerExpression) -> IntegerExpression {
    IntegerExpression(.remainder(self, divisor))
  }
}

/// The expression at a place that is itself the value of an expression, counted from 0.
///
/// There is no solution in which the place is outside the list, wherever the element stands.
public func element(of expressions: [IntegerExpression], at index: IntegerExpression) -> IntegerExpression {
  IntegerExpression(.element(expressions, index))
}

/// The number at a place that is the value of an expression, counted from 0.
///
/// There is no solution in which the place is outside the list, wherever the element stands.
public func element(of values: [Int], at index: IntegerExpression) -> IntegerExpression {
  element(of: values.map { IntegerExpression($0) }, at: index)
}
