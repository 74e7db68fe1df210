/// A level that starts and ends of present intervals raise and lower, and that stays within limits.
///
/// A tank, a stock, cash. Steps at the same time count together; the initial level is within the limits too.
///
/// ```swift
/// Reservoir([fill.step(5, at: .end), drain.step(-3, at: .start)], initial: 2, minimum: 0, maximum: 10)
/// ```
public struct Reservoir: Sendable, Hashable {
  /// A change of the level; see ``Interval/step(_:at:)``.
  public struct Step: Sendable, Hashable {
    /// The index of the interval.
    public var interval: Int32
    public var point: Precedence.Point
    public var amount: Int

    public init(interval: Int32, _ point: Precedence.Point, amount: Int) {
      self.interval = interval
      self.point = point
      self.amount = amount
    }
  }

  /// The indices of the intervals.
  public let intervals: [Int32]
  /// Whether each of ``intervals`` changes the level at its start or its end.
  public let points: [Precedence.Point]
  /// By how much each of ``intervals`` changes the level.
  public let amounts: [Int]
  /// The level before the first step.
  public let initial: Int
  /// The lowest level allowed; nil for no limit.
  public let minimum: Int?
  /// The highest level allowed; nil for no limit.
  public let maximum: Int?

  /// A level that stays within its limits at every time.
  ///
  /// Refused when the model is validated: a minimum above the maximum, and levels that could leave 64 bits.
  ///
  /// - Parameters:
  ///   - steps: the changes; an interval may have several.
  ///   - initial: the level before the first step.
  ///   - minimum: the lowest level allowed; without it there is no lower limit, and the level may be negative.
  ///   - maximum: the highest level allowed.
  public init(_ steps: [Step], initial: Int = 0, minimum: Int? = nil, maximum: Int? = nil) {
    intervals = steps.map(\.interval)
    points = steps.map(\.point)
    amounts = steps.map(\.amount)
    self.initial = initial
    self.minimum = minimum
    self.maximum = maximum
  }
}

extension Interval {
  /// The level of a ``Reservoir`` rises by `amount`, or falls where that is negative, at the start or the end of the interval.
  public func step(_ amount: Int, at point: Precedence.Point) -> Reservoir.Step {
    Reservoir.Step(interval: index, point, amount: amount)
  }
}
