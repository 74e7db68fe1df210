/// A Boolean variable of a model, its negation, or a constant truth value.
///
/// Literals come from ``Model/boolean(_:)`` and from ``Interval/isPresent``; `!` negates one. A literal belongs to the model
/// that made it and is meaningless in another.
public struct Literal: Hashable, Sendable {
  /// `2 * variable` for the variable itself, plus one for its negation; -2 is true and -1 false.
  let code: Int32

  init(code: Int32) { self.code = code }

  /// The literal that is true when the integer variable `variable` (of domain 0...1) is 1, or 0 where `isNegated`.
  package init(variable: Int, isNegated: Bool = false) {
    code = Int32(variable) * 2 + (isNegated ? 1 : 0)
  }

  /// The literal that always holds.
  public static let `true` = Literal(code: -2)
  /// The literal that never holds.
  public static let `false` = Literal(code: -1)

  /// The opposite literal.
  public static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }

  /// The index of the 0-1 integer variable behind the literal, or nil for a constant.
  public var variable: Int? { code < 0 ? nil : Int(code >> 1) }

  /// Whether the literal holds when its variable is 0. For constants: whether it is `false`.
  public var isNegated: Bool { code & 1 == 1 }
}
