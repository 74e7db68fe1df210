/// An expression over the variables of a model: integer coefficients times operands, plus a constant.
///
/// Made from variables (`interval.end`, ``Model/integer(_:_:)``), integers, `+ - *`, ``sum(_:)-([IntegerExpression])``, ``dot(_:_:)``,
/// ``max(_:_:)-(Int,IntegerExpression)``, ``product(_:_:)``, ``element(of:at:)-([Int],_)`` and conditions, which count as 1 or 0. Arithmetic that leaves 64 bits is remembered and refused when the model is checked,
/// with the name of the group; it never wraps.
///
/// An expression is not `Equatable`: `==` between expressions makes a constraint.
public struct IntegerExpression: Sendable {
  /// One summand: `coefficient * operand`.
  public struct Term: Sendable {
    public var coefficient: Int
    public var operand: Operand

    public init(_ coefficient: Int, _ operand: Operand) {
      self.coefficient = coefficient
      self.operand = operand
    }
  }

  /// What a coefficient may multiply. Numbers are indices in the model.
  public indirect enum Operand: Sendable {
    /// The value of an integer (or 0-1) variable.
    case integer(Int32)
    /// The start of an interval; 0 where the interval is absent, as for its end and its length.
    case start(Int32)
    case end(Int32)
    case length(Int32)
    /// The largest end of all present intervals of the model; 0 where none is present.
    case makespan
    /// The largest of at least one expression.
    case maximum([IntegerExpression])
    /// 1 where a condition holds, otherwise 0.
    case truth(Condition)
    case product(IntegerExpression, IntegerExpression)
    /// The quotient rounded towards 0; the divisor is not 0.
    case quotient(IntegerExpression, IntegerExpression)
    /// What is left of the quotient, with the sign of the dividend; the divisor is not 0.
    case remainder(IntegerExpression, IntegerExpression)
    /// The expression at a place of the list, which the second is the number of; it lies within the list.
    case element([IntegerExpression], IntegerExpression)
  }

  /// The summands, in the order written; an operand may occur more than once.
  public internal(set) var terms: [Term]
  public internal(set) var constant: Int
  /// Whether a coefficient or the constant left the range of 64 bits on the way.
  public internal(set) var hasOverflowed = false

  /// The constant expression.
  public init(_ constant: Int = 0) {
    terms = []
    self.constant = constant
  }

  /// The expression of a single operand.
  public init(_ operand: Operand) {
    terms = [Term(1, operand)]
    constant = 0
  }

  /// 1 where the literal holds, otherwise 0.
  public init(_ literal: Literal) {
    if let variable = literal.variable {
      terms = [Term(literal.isNegated ? -1 : 1, .integer(Int32(variable)))]
      constant = literal.isNegated ? 1 : 0
    } else {
      terms = []
      constant = literal == .true ? 1 : 0
    }
  }

  public init(terms: [Term], constant: Int = 0) {
    self.terms = terms
    self.constant = constant
  }
}
