/// Collects the constraints of a named group: `model.require("machines") { ... }`.
@resultBuilder
public enum ConstraintBuilder {
  public static func buildExpression(_ constraint: Constraint) -> [Constraint] { [constraint] }
  public static func buildExpression<Kind: ConstraintKind>(_ constraint: Kind) -> [Constraint] {
    [constraint.constraint]
  }
  public static func buildExpression(_ condition: Condition) -> [Constraint] { condition.constraints }
  public static func buildExpression(_ constraints: [Constraint]) -> [Constraint] { constraints }
  public static func buildExpression(_ conditions: [Condition]) -> [Constraint] { conditions.flatMap(\.constraints) }

  public static func buildPartialBlock(first: [Constraint]) -> [Constraint] { first }
  public static func buildPartialBlock(accumulated: [Constraint], next: [Constraint]) -> [Constraint] {
    accumulated + next
  }
  public static func buildBlock() -> [Constraint] { [] }
  public static func buildOptional(_ constraints: [Constraint]?) -> [Constraint] { constraints ?? [] }
  public static func buildEither(first: [Constraint]) -> [Constraint] { first }
  public static func buildEither(second: [Constraint]) -> [Constraint] { second }

  public static func buildArray(_ parts: [[Constraint]]) -> [Constraint] {
    var result: [Constraint] = []
    result.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { result.append(contentsOf: part) }
    return result
  }
}
