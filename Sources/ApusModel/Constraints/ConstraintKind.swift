/// A constraint that is written by its name in a group: `NoOverlap(...)`, `Usage(...)`.
///
/// One overload of the builder takes all of them. An overload for each would do the same, but each one multiplies the time that the
/// compiler takes to give up on a wrong expression.
public protocol ConstraintKind: Sendable {
  /// The constraint as a case of the language.
  var constraint: Constraint { get }
}

extension NoOverlap: ConstraintKind {
  public var constraint: Constraint { .noOverlap(self) }
}

extension Usage: ConstraintKind {
  public var constraint: Constraint { .usage(self) }
}

extension Reservoir: ConstraintKind {
  public var constraint: Constraint { .reservoir(self) }
}

extension Alternative: ConstraintKind {
  public var constraint: Constraint { .alternative(self) }
}

extension Span: ConstraintKind {
  public var constraint: Constraint { .span(self) }
}

extension SameOrder: ConstraintKind {
  public var constraint: Constraint { .sameOrder(self) }
}

extension Pack: ConstraintKind {
  public var constraint: Constraint { .pack(self) }
}

extension Within: ConstraintKind {
  public var constraint: Constraint { .within(self) }
}

extension AllDifferent: ConstraintKind {
  public var constraint: Constraint { .allDifferent(self) }
}

extension Table: ConstraintKind {
  public var constraint: Constraint { .table(self) }
}

extension Circuit: ConstraintKind {
  public var constraint: Constraint { .circuit(self) }
}

extension Automaton: ConstraintKind {
  public var constraint: Constraint { .automaton(self) }
}
