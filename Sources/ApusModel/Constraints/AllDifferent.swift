/// No two of several expressions have the same value.
///
/// ```swift
/// AllDifferent(queens)
/// AllDifferent(queens.indices.map { queens[$0] + $0 })
/// ```
public struct AllDifferent: Sendable {
  public var expressions: [IntegerExpression]

  /// No two of the expressions have the same value; without two of them it always holds.
  public init(_ expressions: [IntegerExpression]) { self.expressions = expressions }
}
