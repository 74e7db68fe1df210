/// One thing that keeps an assignment from being a solution, said in terms of the user's own names.
public struct Violation: Sendable, Hashable, Codable, CustomStringConvertible {
  /// What kind of condition is violated.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The model itself is refused; nothing else was looked at.
    case model
    /// The assignment has not as many values as the model has variables; nothing else was looked at.
    case shape
    /// A value, start, end or length lies outside its range, or a span ends before it starts.
    case domain
    /// An interval is present where its literal does not hold, or absent where it does.
    case presence
    /// A constraint of this kind does not hold.
    case precedence, noOverlap, linear, clause, usage, reservoir, alternative, span, sameOrder, pack, within
    /// A constraint of this kind does not hold.
    case condition, allDifferent, table, circuit, automaton
    /// A divisor is 0, or the place of an element is outside its list.
    case undefined
    /// The value of an expression leaves 64 bits, so that nothing can be said about it.
    case overflow
    /// The objective is not what was claimed.
    case objective
  }

  /// A variable that takes part in a violation.
  public enum Member: Sendable, Hashable, Codable {
    case integer(index: Int, name: String)
    case interval(index: Int, name: String)
  }

  /// What kind of condition is violated.
  public var kind: Kind
  /// The name of the group of the violated constraint; nil for what belongs to no group, such as domains.
  public var group: String?
  /// The position of the violated constraint in `ModelData.constraints`; nil for what is no constraint.
  public var constraint: Int?
  /// The variables concerned. For long expressions: those that occur in it; for resources: some of those that take part.
  public var members: [Member]
  /// How far from right, always positive: ticks outside the range, ticks short of the lag, ticks that one of two overlapping
  /// intervals has to move, the excess of a linear expression or a demand, what a level is beyond its limit, 1 for truth values. `Int.max` stands for more than that.
  public var amount: Int
  /// One sentence with the group, the names and the numbers.
  public var description: String

  /// A violation with every part given.
  public init(
    _ kind: Kind, group: String? = nil, constraint: Int? = nil, members: [Member] = [], amount: Int = 1,
    _ description: String
  ) {
    self.kind = kind
    self.group = group
    self.constraint = constraint
    self.members = members
    self.amount = amount
    self.description = description
  }
}
