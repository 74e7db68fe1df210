/// The values of several expressions, in order, are a word that a finite automaton accepts.
///
/// ```swift
/// // At most two night shifts (1) in a row, then a day off (0).
/// Automaton(
///   shifts, states: 3, initial: 0, accepting: [0, 1, 2],
///   transitions: [.init(from: 0, on: 0, to: 0), .init(from: 0, on: 1, to: 1), .init(from: 1, on: 0, to: 0),
///     .init(from: 1, on: 1, to: 2), .init(from: 2, on: 0, to: 0)])
/// ```
///
/// (Pesant, "A regular language membership constraint for finite sequences of variables", CP 2004.)
public struct Automaton: Sendable {
  /// A step from one state to another on a value.
  public struct Transition: Sendable, Hashable {
    public var from: Int
    public var value: Int
    public var to: Int

    public init(from: Int, on value: Int, to: Int) { (self.from, self.value, self.to) = (from, value, to) }
  }

  public var expressions: [IntegerExpression]
  /// The number of states, which are counted from 0.
  public var stateCount: Int
  public var initial: Int
  public var accepting: [Int]
  /// The steps. Several on one value from one state are allowed: some way through them has to be accepted.
  public var transitions: [Transition]

  /// The values of the expressions lead from the initial state to an accepting one.
  ///
  /// A value without a transition from where it is read is not accepted. A state that does not exist is refused when the model is validated.
  public init(
    _ expressions: [IntegerExpression], states: Int, initial: Int, accepting: [Int], transitions: [Transition]
  ) {
    self.expressions = expressions
    stateCount = states
    self.initial = initial
    self.accepting = accepting
    self.transitions = transitions
  }
}
