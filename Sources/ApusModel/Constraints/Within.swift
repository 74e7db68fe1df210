/// A literal that holds exactly where the value of an integer variable lies in a range: a reified domain.
public struct Within: Sendable, Hashable {
  /// The index of the variable, -1 where the expression is none.
  public var variable: Int32
  public var range: ClosedRange<Int>
  public var literal: Literal

  /// `literal` holds exactly where the variable's value lies in `range`.
  ///
  /// An expression that is no variable is refused when the model is validated.
  public init(_ variable: IntegerExpression, _ range: ClosedRange<Int>, isSaidBy literal: Literal) {
    self.init(variable: variable.variable ?? -1, range: range, literal: literal)
  }

  public init(variable: Int32, range: ClosedRange<Int>, literal: Literal) {
    self.variable = variable
    self.range = range
    self.literal = literal
  }
}
