/// At every tick, the demands of the present intervals that cover it add up to at most the capacity.
///
/// A cumulative resource: a crew, a power line, memory. An interval of length 0 uses nothing; one that is listed twice uses the sum
/// of its demands.
///
/// ```swift
/// Usage(tasks.map { op[$0].pulse($0.people) }, capacity: 4)
/// Usage([oven.pulse(3), mixer.pulse(power)], capacity: 0, steps: [(from: 8, capacity: 6), (from: 17, capacity: 0)])
/// ```
public struct Usage: Sendable, Hashable {
  /// What an interval uses while it lasts.
  public enum Demand: Sendable, Hashable {
    case constant(Int)
    /// The value of an integer variable, by index.
    case integer(Int32)

    /// A demand that is neither; `validate()` refuses it.
    static let neither = Demand.integer(-1)
  }

  /// An interval and its demand; see ``Interval/pulse(_:)-(Int)``.
  public struct Pulse: Sendable, Hashable {
    /// The index of the interval.
    public var interval: Int32
    public var demand: Demand

    public init(interval: Int32, demand: Demand) {
      self.interval = interval
      self.demand = demand
    }
  }

  /// The indices of the intervals.
  public let intervals: [Int32]
  /// The demands of ``intervals``, in the same order.
  public let demands: [Demand]
  /// How much there is at every tick.
  public let capacity: Capacity

  /// A resource with a capacity that is constant, or changes at given times.
  ///
  /// Refused when the model is validated: a demand that could be negative, a negative capacity, demands that add up to more than 64
  /// bits, and steps that are not in order.
  ///
  /// - Parameters:
  ///   - pulses: the intervals and their demands.
  ///   - capacity: how much there is, or where there are steps, how much there is before the first.
  ///   - steps: from which tick on the capacity is another, in order of time.
  public init(_ pulses: [Pulse], capacity: Int, steps: [(from: Int, capacity: Int)] = []) {
    intervals = pulses.map(\.interval)
    demands = pulses.map(\.demand)
    self.capacity = Capacity(capacity, steps: steps)
  }
}

extension Interval {
  /// The interval uses `demand` units of a resource from its start to its end: a member of a ``Usage``.
  public func pulse(_ demand: Int) -> Usage.Pulse { Usage.Pulse(interval: index, demand: .constant(demand)) }

  /// The interval uses as many units as the value of an integer variable, from its start to its end.
  ///
  /// The variable must not be negative. Other expressions are refused when the model is validated: give them a variable.
  public func pulse(_ demand: IntegerExpression) -> Usage.Pulse {
    Usage.Pulse(interval: index, demand: Usage.Demand(demand))
  }
}

extension Usage.Demand {
  fileprivate init(_ expression: IntegerExpression) {
    if expression.terms.isEmpty, !expression.hasOverflowed {
      self = .constant(expression.constant)
    } else if expression.terms.count == 1, expression.constant == 0, expression.terms[0].coefficient == 1,
      case .integer(let index) = expression.terms[0].operand
    {
      self = .integer(index)
    } else {
      self = .neither
    }
  }
}
