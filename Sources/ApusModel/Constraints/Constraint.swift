/// A condition that every solution satisfies: one case per kind, switched exhaustively where it matters.
///
/// The meaning of every case in every corner is fixed in `Docs/Semantics.md`. A new kind is added here, in the checker, in the
/// engine's compiler and in the JSON format; the Swift compiler names whichever is missing.
public enum Constraint: Sendable {
  /// A minimum distance in time between two intervals.
  case precedence(Precedence)
  /// Intervals of which no two are in progress at once.
  case noOverlap(NoOverlap)
  /// A linear expression that is at most, or exactly, zero.
  case linear(Linear)
  /// At least one of several literals.
  case clause(Clause)
  /// A resource of limited capacity that intervals use while they last. Boxed, so that every other kind stays small.
  indirect case usage(Usage)
  /// A stock that intervals add to and take from. Boxed as well.
  indirect case reservoir(Reservoir)
  /// One of several intervals stands for a main one.
  case alternative(Alternative)
  /// An interval from the start of the first of several to the end of the last.
  case span(Span)
  /// Two lists of intervals in the same order.
  case sameOrder(SameOrder)
  /// Items in bins of limited capacities. Boxed as well.
  indirect case pack(Pack)
  /// A literal that says whether a variable's value lies in a range.
  indirect case within(Within)
  /// A statement of logic that is none of the simpler kinds. Boxed as well.
  indirect case condition(Condition)
  /// Expressions of which no two have the same value.
  case allDifferent(AllDifferent)
  /// Expressions whose values together are one of several rows. Boxed as well.
  indirect case table(Table)
  /// Variables that are the arcs of a circuit.
  case circuit(Circuit)
  /// Expressions whose values in order are accepted by an automaton. Boxed as well.
  indirect case automaton(Automaton)
}

/// `after.target >= before.source + lag`, where both intervals are present.
public struct Precedence: Sendable, Hashable {
  /// One of the two ends of an interval.
  public enum Point: UInt8, Sendable, Hashable {
    case start, end
  }

  /// The index of the interval that the lag is counted from.
  public var before: Int32
  /// The index of the interval that is held back.
  public var after: Int32
  public var lag: Int
  /// The end of `before` that the lag is counted from.
  public var source: Point
  /// The end of `after` that is held back.
  public var target: Point

  public init(before: Int32, _ source: Point = .end, after: Int32, _ target: Point = .start, lag: Int = 0) {
    self.before = before
    self.after = after
    self.lag = lag
    self.source = source
    self.target = target
  }
}

/// `expression <= 0` or `expression == 0`.
public struct Linear: Sendable {
  public enum Relation: UInt8, Sendable, Hashable {
    case atMost, equal
  }

  public var expression: IntegerExpression
  public var relation: Relation

  public init(_ expression: IntegerExpression, _ relation: Relation) {
    self.expression = expression
    self.relation = relation
  }
}

/// At least one of the literals holds; without literals the clause is false.
public struct Clause: Sendable, Hashable {
  public var literals: [Literal]

  public init(_ literals: [Literal]) { self.literals = literals }
}
