/// A span of time on which something happens: a variable with a start, an end, a length and a presence.
///
/// `start + length == end`, the length is never negative, and the span is `[start, end)` in ticks. An optional interval may be
/// *absent*: then every constraint ignores it, and its start, end and length count as 0 in expressions.
/// An interval is a handle of eight bytes; the model holds what it stands for.
public struct Interval: Hashable, Sendable {
  /// The index of the interval in its model, counted from 0 in order of creation.
  public let index: Int32
  /// Holds when the interval is part of the schedule; `Literal.true` for an interval that is not optional.
  public let isPresent: Literal

  package init(index: Int, isPresent: Literal) {
    self.index = Int32(index)
    self.isPresent = isPresent
  }

  /// The first tick of the interval; 0 where it is absent.
  public var start: IntegerExpression { IntegerExpression(.start(index)) }
  /// The first tick after the interval; 0 where it is absent.
  public var end: IntegerExpression { IntegerExpression(.end(index)) }
  /// `end - start`; 0 where the interval is absent.
  public var length: IntegerExpression { IntegerExpression(.length(index)) }

  /// `other` starts at the earliest `lag` ticks after the end of this interval, where both are present.
  ///
  /// A negative lag allows that much overlap.
  public func precedes(_ other: Interval, lag: Int = 0) -> Condition {
    link(to: other, from: .end, to: .start, lag: lag)
  }

  /// `other` starts within the given number of ticks after the end of this interval, where both are present.
  public func precedes(_ other: Interval, lag: ClosedRange<Int>) -> [Condition] {
    link(to: other, from: .end, to: .start, lag: lag)
  }

  /// `other` starts exactly when this interval ends, where both are present.
  ///
  /// Between tasks of fixed length this is *no-wait*. Where the length is at least the duration
  /// (``Model/intervals(for:lastingAtLeast:within:named:)``), the task keeps its machine until the next begins: *blocking*.
  public func meets(_ other: Interval) -> [Condition] { precedes(other, lag: 0...0) }

  /// A minimum lag between any two ends of two intervals: `other.to >= self.from + lag`, where both are present.
  public func link(
    to other: Interval, from source: Precedence.Point, to target: Precedence.Point, lag: Int = 0
  ) -> Condition {
    .precedence(Precedence(before: index, source, after: other.index, target, lag: lag))
  }

  /// A minimum and a maximum lag: `other.to - self.from` lies within `lag`, where both are present.
  public func link(
    to other: Interval, from source: Precedence.Point, to target: Precedence.Point, lag: ClosedRange<Int>
  ) -> [Condition] {
    // A maximum lag is a minimum lag read backwards: b - a <= u  is  a >= b + (-u). The smallest Int has no negation.
    let backwards = lag.upperBound == .min ? Int.max : -lag.upperBound
    return [
      link(to: other, from: source, to: target, lag: lag.lowerBound),
      other.link(to: self, from: target, to: source, lag: backwards),
    ]
  }
}
