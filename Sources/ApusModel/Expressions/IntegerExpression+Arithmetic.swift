// Explicit overloads for Int beside the concrete type, and none for Double or for generic operands: with them the compiler
// resolves long sums in milliseconds and points at a wrong operand.

extension IntegerExpression {
  mutating func add(_ other: IntegerExpression, times factor: Int) {
    addConstant(other.constant, times: factor)
    hasOverflowed = hasOverflowed || other.hasOverflowed
    if factor == 1 {
      terms.append(contentsOf: other.terms)
    } else {
      terms.reserveCapacity(terms.count + other.terms.count)
      for term in other.terms {
        let (product, overflow) = term.coefficient.multipliedReportingOverflow(by: factor)
        hasOverflowed = hasOverflowed || overflow
        terms.append(Term(product, term.operand))
      }
    }
  }

  mutating func addConstant(_ value: Int, times factor: Int = 1) {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    let (total, carry) = constant.addingReportingOverflow(product)
    constant = total
    hasOverflowed = hasOverflowed || overflow || carry
  }

  func scaled(by factor: Int) -> IntegerExpression {
    var result = IntegerExpression(0)
    result.add(self, times: factor)
    return result
  }

  public static func + (left: IntegerExpression, right: IntegerExpression) -> IntegerExpression {
    var result = left
    result.add(right, times: 1)
    return result
  }

  public static func + (left: IntegerExpression, right: Int) -> IntegerExpression {
    var result = left
    result.addConstant(right)
    return result
  }

  public static func + (left: Int, right: IntegerExpression) -> IntegerExpression { right + left }

  public static func - (left: IntegerExpression, right: IntegerExpression) -> IntegerExpression {
    var result = left
    result.add(right, times: -1)
    return result
  }

  public static func - (left: IntegerExpression, right: Int) -> IntegerExpression {
    var result = left
    result.addConstant(right, times: -1)
    return result
  }

  public static func - (left: Int, right: IntegerExpression) -> IntegerExpression {
    var result = IntegerExpression(left)
    result.add(right, times: -1)
    return result
  }

  public static prefix func - (expression: IntegerExpression) -> IntegerExpression { expression.scaled(by: -1) }

  public static func * (factor: Int, expression: IntegerExpression) -> IntegerExpression {
    expression.scaled(by: factor)
  }

  public static func * (expression: IntegerExpression, factor: Int) -> IntegerExpression {
    expression.scaled(by: factor)
  }

  public static func += (left: inout IntegerExpression, right: IntegerExpression) { left.add(right, times: 1) }

  public static func += (left: inout IntegerExpression, right: Int) { left.addConstant(right) }

  public static func -= (left: inout IntegerExpression, right: IntegerExpression) { left.add(right, times: -1) }

  public static func -= (left: inout IntegerExpression, right: Int) { left.addConstant(right, times: -1) }
}

/// The sum of any number of expressions; 0 for none. Complexity: linear in the terms.
public func sum(_ expressions: [IntegerExpression]) -> IntegerExpression {
  var result = IntegerExpression(0)
  for expression in expressions { result.add(expression, times: 1) }
  return result
}

/// The sum of any number of expressions; 0 for none.
public func sum(_ expressions: IntegerExpression...) -> IntegerExpression { sum(expressions) }

/// The number of literals that hold.
public func sum(_ literals: [Literal]) -> IntegerExpression { sum(literals.map { IntegerExpression($0) }) }

/// The scalar product of coefficients and expressions.
///
/// - Precondition: both have the same count.
public func dot(_ coefficients: [Int], _ expressions: [IntegerExpression]) -> IntegerExpression {
  precondition(
    coefficients.count == expressions.count,
    "dot needs as many coefficients as expressions, not \(coefficients.count) and \(expressions.count)")
  var result = IntegerExpression(0)
  for (coefficient, expression) in zip(coefficients, expressions) { result.add(expression, times: coefficient) }
  return result
}

/// The larger of a constant and an expression: `max(0, end - due)` is a tardiness.
public func max(_ constant: Int, _ expression: IntegerExpression) -> IntegerExpression {
  IntegerExpression(.maximum([IntegerExpression(constant), expression]))
}

/// The larger of an expression and a constant.
public func max(_ expression: IntegerExpression, _ constant: Int) -> IntegerExpression { max(constant, expression) }

/// The larger of two expressions.
public func max(_ first: IntegerExpression, _ second: IntegerExpression) -> IntegerExpression {
  IntegerExpression(.maximum([first, second]))
}

/// The largest of at least one expression.
///
/// - Precondition: `expressions` is not empty; an empty maximum has no value.
public func max(_ expressions: [IntegerExpression]) -> IntegerExpression {
  precondition(!expressions.isEmpty, "the maximum of no expressions has no value")
  return IntegerExpression(.maximum(expressions))
}
