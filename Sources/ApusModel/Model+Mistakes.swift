// Calls that are often written by mistake, declared so that the compiler says what to write instead of "no exact matches".

extension Model {
  @available(*, unavailable, message: "a group needs a name: model.require(\"machines\") { ... }")
  public func require(@ConstraintBuilder _ constraints: () throws -> [Constraint]) rethrows { refuse() }

  @available(*, unavailable, message: "a Constraint is no objective: use require(_:), or minimise an expression")
  public func minimize(_ constraint: Constraint) { refuse() }

  @available(*, unavailable, message: "a Condition is no objective: use require(_:), or minimise an expression")
  public func minimize(_ condition: Condition) { refuse() }

  @available(*, unavailable, message: "an Interval is no objective: minimise its start, end or length")
  public func minimize(_ interval: Interval) { refuse() }

  @available(*, unavailable, message: "a Constraint is no objective: use require(_:), or maximise an expression")
  public func maximize(_ constraint: Constraint) { refuse() }

  @available(*, unavailable, message: "a Condition is no objective: use require(_:), or maximise an expression")
  public func maximize(_ condition: Condition) { refuse() }

  @available(*, unavailable, message: "an Interval is no objective: maximise its start, end or length")
  public func maximize(_ interval: Interval) { refuse() }
}

extension Interval {
  @available(*, unavailable, message: "a lag is an Int, in ticks: round the Double")
  public func precedes(_ other: Interval, lag: Double) -> Condition { refuse() }

  @available(*, unavailable, message: "a lag is an Int, in ticks: divide the Duration by the length of a tick")
  public func precedes(_ other: Interval, lag: Duration) -> Condition { refuse() }

  @available(*, unavailable, message: "a lag is an Int: for an IntegerExpression write other.start >= end + lag")
  public func precedes(_ other: Interval, lag: IntegerExpression) -> Condition { refuse() }
}

extension Interval {
  @available(*, unavailable, message: "a demand is an Int: round the Double")
  public func pulse(_ demand: Double) -> Usage.Pulse { refuse() }

  @available(*, unavailable, message: "a literal is not a number: write IntegerExpression(literal)")
  public func pulse(_ demand: Literal) -> Usage.Pulse { refuse() }
}

extension NoOverlap {
  @available(*, unavailable, message: "intervals come in a list: NoOverlap([a, b])")
  public init(_ first: Interval, _ others: Interval...) { refuse() }
}

@available(*, unavailable, message: "a pulse is no constraint: write Usage([pulse, ...], capacity: 4)")
extension Usage.Pulse: ConstraintKind {
  public var constraint: Constraint { refuse() }
}

@available(*, unavailable, message: "a step is no constraint: write Reservoir([step, ...], minimum: 0)")
extension Reservoir.Step: ConstraintKind {
  public var constraint: Constraint { refuse() }
}

extension ConstraintBuilder {
  @available(*, unavailable, message: "an IntegerExpression is no constraint: compare it with <=, >= or ==")
  public static func buildExpression(_ expression: IntegerExpression) -> [Constraint] { refuse() }

  @available(*, unavailable, message: "an Int is no constraint")
  public static func buildExpression(_ number: Int) -> [Constraint] { refuse() }

  @available(*, unavailable, message: "a Bool is no constraint: it is known before the model is solved")
  public static func buildExpression(_ condition: Bool) -> [Constraint] { refuse() }

  @available(*, unavailable, message: "an Interval is no constraint")
  public static func buildExpression(_ interval: Interval) -> [Constraint] { refuse() }
}

extension Constraint {
  @available(*, unavailable, message: "only comparisons, literals and precedences can be part of a condition")
  public static func && (left: Constraint, right: Constraint) -> Constraint { refuse() }

  @available(*, unavailable, message: "only comparisons, literals and precedences can be part of a condition")
  public static func || (left: Constraint, right: Constraint) -> Constraint { refuse() }

  @available(*, unavailable, message: "only comparisons, literals and precedences can be negated")
  public static prefix func ! (constraint: Constraint) -> Constraint { refuse() }
}

extension IntegerExpression {
  @available(*, unavailable, message: "write quotient(dividingBy:), which rounds towards 0, or multiply the other side")
  public static func / (left: IntegerExpression, right: Int) -> IntegerExpression { refuse() }

  @available(*, unavailable, message: "a comparison of expressions is a Condition, not a Bool")
  public static func <= (left: IntegerExpression, right: Int) -> Bool { refuse() }

  @available(*, unavailable, message: "a comparison of expressions is a Condition, not a Bool")
  public static func >= (left: IntegerExpression, right: Int) -> Bool { refuse() }

  @available(*, unavailable, message: "a comparison of expressions is a Condition, not a Bool")
  public static func == (left: IntegerExpression, right: Int) -> Bool { refuse() }
}

extension Interval {
  @available(*, unavailable, message: "an Interval is not a number: compare its start, end or length")
  public static func <= (left: Interval, right: Int) -> Condition { refuse() }

  @available(*, unavailable, message: "an Interval is not a number: compare its start, end or length")
  public static func >= (left: Interval, right: Int) -> Condition { refuse() }

  @available(*, unavailable, message: "an Interval is not a number: compare its start, end or length")
  public static func == (left: Interval, right: Int) -> Condition { refuse() }
}

extension Literal {
  @available(*, unavailable, message: "a Literal is not a number: write the literal alone, or !literal")
  public static func == (left: Literal, right: Int) -> Condition { refuse() }
}

private func refuse() -> Never { preconditionFailure("cannot be reached: what calls it is unavailable") }
