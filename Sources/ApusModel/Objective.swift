/// What makes one solution better than another.
public struct Objective: Sendable {
  public enum Sense: String, Sendable, Codable {
    case minimize, maximize
  }

  public var sense: Sense
  public var expression: IntegerExpression
  /// What a level of several is called in results; nil for a number.
  public var name: String?

  public init(_ sense: Sense, _ expression: IntegerExpression, name: String? = nil) {
    self.sense = sense
    self.expression = expression
    self.name = name
  }

  /// Whether a solution of value `value` is better than one of value `other`.
  public func isBetter(_ value: Int, than other: Int) -> Bool { sense == .minimize ? value < other : value > other }

  /// The usual objectives by name, for ``Model/minimize(_:)-(Objective.Function)``.
  public struct Function: Sendable {
    public let expression: IntegerExpression

    /// The largest end of all present intervals of the model; 0 where none is present.
    public static let makespan = Function(expression: IntegerExpression(.makespan))

    /// The value of an expression.
    public static func total(_ expression: IntegerExpression) -> Function { Function(expression: expression) }

    /// The sum of weight times tardiness, `max(0, end - due)`; an absent interval ends at 0.
    public static func weightedTardiness(
      _ items: [(interval: Interval, due: Int, weight: Int)]
    ) -> Function {
      Function(expression: sum(items.map { $0.weight * max(0, $0.interval.end - $0.due) }))
    }
  }
}
