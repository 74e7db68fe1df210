// What is often written by mistake: values that are no numbers of ticks among the operands of an expression.
//
// Without these overloads the compiler has no solution for `2 * x + 3 * y + 4 * z + 1.5 * w <= 12` and tries every combination of
// every operator's overloads for many seconds before it gives up without a hint. With them it finds a solution in
// milliseconds, and then says that the operand's conformance to `NotAnOperand` is unavailable, and what to write instead. They
// are disfavoured, so that valid expressions never see them. `Scripts/check-snippets` measures both.

/// Types whose values cannot be part of an expression. Every conformance is unavailable: using one is an error at compile time.
public protocol NotAnOperand: NotACoefficient {}

/// Types whose values cannot multiply an expression.
public protocol NotACoefficient {}

/// Types of which an `Int` has no multiple in plain Swift either. (`Double` is not among them, so that a mistake in ordinary
/// arithmetic keeps its ordinary message.)
public protocol NotAFactor: NotAnOperand {}

@available(*, unavailable, message: "expressions are over integers: round it to an Int")
extension Double: NotAnOperand {}

@available(*, unavailable, message: "text cannot be part of an expression")
extension String: NotAFactor {}

@available(*, unavailable, message: "an interval is not a number: use its start, end or length")
extension Interval: NotAFactor {}

@available(*, unavailable, message: "a literal is not a number: write IntegerExpression(literal)")
extension Literal: NotAFactor {}

@available(*, unavailable, message: "an optional may be nil: unwrap it first")
extension Optional: NotAFactor {}

@available(*, unavailable, message: "a product of two expressions is written product(x, y)")
extension IntegerExpression: NotACoefficient {}

extension IntegerExpression {
  @_disfavoredOverload
  public static func + <T: NotAnOperand>(left: IntegerExpression, right: T) -> IntegerExpression { refuse() }
  @_disfavoredOverload
  public static func + <T: NotAnOperand>(left: T, right: IntegerExpression) -> IntegerExpression { refuse() }
  @_disfavoredOverload
  public static func - <T: NotAnOperand>(left: IntegerExpression, right: T) -> IntegerExpression { refuse() }
  @_disfavoredOverload
  public static func - <T: NotAnOperand>(left: T, right: IntegerExpression) -> IntegerExpression { refuse() }
  @_disfavoredOverload
  public static func * <T: NotACoefficient>(factor: T, expression: IntegerExpression) -> IntegerExpression { refuse() }
  @_disfavoredOverload
  public static func <= <T: NotAnOperand>(left: IntegerExpression, right: T) -> Condition { refuse() }
  @_disfavoredOverload
  public static func >= <T: NotAnOperand>(left: IntegerExpression, right: T) -> Condition { refuse() }
  @_disfavoredOverload
  public static func == <T: NotAnOperand>(left: IntegerExpression, right: T) -> Condition { refuse() }
}

extension NotAFactor {
  @_disfavoredOverload
  public static func * (factor: Int, operand: Self) -> IntegerExpression { refuse() }
}

private func refuse() -> Never {
  preconditionFailure("cannot be reached: every conformance to NotAnOperand is unavailable")
}
