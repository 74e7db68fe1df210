/// A statement about a solution that is true or false: comparisons, literals and precedences, and what logic makes of them.
///
/// ```swift
/// model.require("shifts") {
///   late.implies(paint.start >= 14)
///   (crew == 2).onlyIf(!rainy)
///   a.precedes(b) || b.precedes(a)
///   !(x == y) && (x + y <= 10 || z != 4)
/// }
/// let overtime = IntegerExpression(paint.end > 17)      // 1 where it holds, otherwise 0
/// ```
///
/// A condition is required as it stands, or is a part of another. What cannot be such a part (a ``NoOverlap``, a ``Usage``) is no condition
/// and has none of these operators.
public enum Condition: Sendable {
  /// At least one of several literals.
  case clause(Clause)
  /// A linear expression that is at most, or exactly, zero.
  case comparison(Linear)
  /// A minimum distance in time between two intervals; true where one of them is absent.
  case precedence(Precedence)
  /// An expression whose value lies in one of several ranges.
  case among(IntegerExpression, [ClosedRange<Int>])
  /// Every one of several conditions; true without any.
  case all([Condition])
  /// At least one of several conditions; false without any.
  case any([Condition])
  /// The opposite of a condition.
  indirect case not(Condition)

  /// The condition that a literal holds.
  public init(_ literal: Literal) { self = .clause(Clause([literal])) }

  /// The condition as constraints that say the same, of the simplest kinds there are.
  public var constraints: [Constraint] {
    switch self {
    case .clause(let clause): [.clause(clause)]
    case .comparison(let linear): [.linear(linear)]
    case .precedence(let precedence): [.precedence(precedence)]
    case .all(let parts): parts.flatMap(\.constraints)
    case .among, .any, .not: [.condition(self)]
    }
  }
}

extension Condition: ConstraintKind {
  public var constraint: Constraint {
    let parts = constraints
    return parts.count == 1 ? parts[0] : .condition(self)
  }
}

extension Literal: ConstraintKind {
  public var constraint: Constraint { .clause(Clause([self])) }
}
