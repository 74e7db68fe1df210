/// Nodes, each with the number of the next, form one circuit through all of them.
///
/// ```swift
/// let next = cities.indices.map { _ in model.integer(0...cities.count - 1) }
/// model.require("tour") { Circuit(next) }
/// model.minimize(sum(cities.indices.map { element(of: distances[$0], at: next[$0]) }))
/// ```
public struct Circuit: Sendable {
  /// For each node, counted from 0, the number of the next.
  public var successors: [IntegerExpression]
  /// Whether a node that is its own successor is left out, so that the circuit goes through the others, or through none.
  public var allowsSkipping: Bool

  /// The successors form one circuit. A number that is no node breaks it; without nodes it always holds.
  ///
  /// A single node is a circuit of its own.
  ///
  /// - Parameter allowsSkipping: whether nodes may be left out by being their own successors.
  public init(_ successors: [IntegerExpression], allowsSkipping: Bool = false) {
    self.successors = successors
    self.allowsSkipping = allowsSkipping
  }
}
