/// Two lists of intervals go in the same order: where one of the first list ends before another starts, their partners in the second
/// list do not go the other way round.
///
/// A permutation flow shop, or parts that cannot overtake each other: `SameOrder(onFirst, onSecond)`, beside a `NoOverlap` of each.
/// A pair of which one interval is absent takes no part; intervals that overlap, and two of length 0 at one time, have no order.
public struct SameOrder: Sendable, Hashable {
  /// The indices of the intervals of the first list.
  public var first: [Int32]
  /// Their partners, in the same order.
  public var second: [Int32]

  /// The intervals of both lists go in the same order; the partner of an interval has its place in the other list.
  ///
  /// Lists of different lengths and an interval twice in one list are refused when the model is validated.
  public init(_ first: [Interval], _ second: [Interval]) {
    self.init(first: first.map(\.index), second: second.map(\.index))
  }

  public init(first: [Int32], second: [Int32]) {
    self.first = first
    self.second = second
  }
}
