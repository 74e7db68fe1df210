// Overloads for literals beside those for conditions, and none that are generic: see IntegerExpression+Arithmetic.

extension Condition {
  /// Both hold.
  public static func && (left: Condition, right: Condition) -> Condition {
    if case .all(let parts) = left { return .all(parts + [right]) }
    return .all([left, right])
  }

  /// At least one of both holds.
  public static func || (left: Condition, right: Condition) -> Condition {
    switch (left, right) {
    case (.clause(let first), .clause(let second)): .clause(Clause(first.literals + second.literals))
    case (.any(let parts), _): .any(parts + [right])
    default: .any([left, right])
    }
  }

  /// The opposite of the condition.
  public static prefix func ! (condition: Condition) -> Condition {
    switch condition {
    case .not(let opposite): opposite
    case .clause(let clause) where clause.literals.count == 1: Condition(!clause.literals[0])
    default: .not(condition)
    }
  }

  public static func && (left: Literal, right: Condition) -> Condition { Condition(left) && right }
  public static func && (left: Condition, right: Literal) -> Condition { left && Condition(right) }
  public static func || (left: Literal, right: Condition) -> Condition { Condition(left) || right }
  public static func || (left: Condition, right: Literal) -> Condition { left || Condition(right) }

  /// Where this holds, so does `other`.
  public func implies(_ other: Condition) -> Condition { !self || other }
  /// Where this holds, so does `other`.
  public func implies(_ other: Literal) -> Condition { !self || other }

  /// Holds at least where `condition` does not matter: the condition is asked for only where `condition` holds (half reification).
  public func onlyIf(_ condition: Condition) -> Condition { !condition || self }
  /// The condition is asked for only where the literal holds.
  public func onlyIf(_ literal: Literal) -> Condition { !literal || self }

  /// Either both hold or neither does (full reification).
  public func holdsExactly(where other: Condition) -> Condition { (!self || other) && (!other || self) }
  /// The condition holds exactly where the literal does (full reification).
  public func holdsExactly(where literal: Literal) -> Condition { holdsExactly(where: Condition(literal)) }
}

extension Literal {
  /// Both hold.
  public static func && (left: Literal, right: Literal) -> Condition { Condition(left) && Condition(right) }
  /// At least one of both holds.
  public static func || (left: Literal, right: Literal) -> Condition { .clause(Clause([left, right])) }

  /// Where this holds, so does `other`.
  public func implies(_ other: Literal) -> Condition { .clause(Clause([!self, other])) }
  /// Where this holds, so does `other`.
  public func implies(_ other: Condition) -> Condition { other.onlyIf(self) }
  /// Where this holds, at least one of `others` does.
  public func implies(anyOf others: [Literal]) -> Condition { .clause(Clause([!self] + others)) }
}

/// At least one of the literals holds. Without literals the condition is false.
public func anyOf(_ literals: Literal...) -> Condition { .clause(Clause(literals)) }
/// At least one of the literals holds. Without literals the condition is false.
public func anyOf(_ literals: [Literal]) -> Condition { .clause(Clause(literals)) }
/// At least one of the conditions holds. Without conditions it is false.
@_disfavoredOverload  // An empty list is one of literals.
public func anyOf(_ conditions: [Condition]) -> Condition { .any(conditions) }

/// Every one of the literals holds.
public func allOf(_ literals: Literal...) -> Condition { .all(literals.map { Condition($0) }) }
/// Every one of the literals holds.
public func allOf(_ literals: [Literal]) -> Condition { .all(literals.map { Condition($0) }) }
/// Every one of the conditions holds.
@_disfavoredOverload
public func allOf(_ conditions: [Condition]) -> Condition { .all(conditions) }

/// The number of conditions that hold.
public func count(_ conditions: [Condition]) -> IntegerExpression { sum(conditions.map { IntegerExpression($0) }) }

/// How many of the expressions have a value.
public func count(of value: Int, in expressions: [IntegerExpression]) -> IntegerExpression {
  count(expressions.map { $0 == value })
}
