import Synchronization

/// A scheduling problem: variables, constraints in named groups, and an objective.
///
/// ```swift
/// let model = Model("two tasks")
/// let paint = model.interval(lasting: 3), dry = model.interval(lasting: 5)
/// model.require("order") { paint.precedes(dry, lag: 1) }
/// model.minimize(.makespan)
/// ```
///
/// A model knows no solver. It is a reference to ``ModelData``, the plain value that solvers, checks and files work on, and it
/// may be built and read from any thread.
public final class Model: Sendable {
  private let storage: Mutex<ModelData>

  public init(_ name: String = "model") { storage = Mutex(ModelData(name: name)) }

  public init(_ data: ModelData) { storage = Mutex(data) }

  /// The model as a value, as it stands now. Complexity: O(1).
  public var data: ModelData { storage.withLock { $0 } }

  /// The model's name.
  public var name: String { data.name }

  // MARK: Variables

  /// A new integer variable with values in `domain`.
  public func integer(_ domain: ClosedRange<Int>, _ name: String? = nil) -> IntegerExpression {
    storage.withLock { IntegerExpression(.integer(Int32($0.addInteger(domain, name: name)))) }
  }

  /// A new integer variable that takes one of several values, of which there is at least one: a domain with holes.
  ///
  /// - Precondition: `values` is not empty.
  public func integer(among values: [Int], _ name: String? = nil) -> IntegerExpression {
    guard let least = values.min(), let greatest = values.max() else {
      preconditionFailure("a variable needs at least one value")
    }
    let variable = integer(least...greatest, name)
    if IntegerExpression.ranges(of: values).count > 1 { require(variable.isAmong(values)) }
    return variable
  }

  /// A new Boolean variable.
  public func boolean(_ name: String? = nil) -> Literal {
    storage.withLock { Literal(variable: $0.addInteger(0...1, name: name)) }
  }

  /// A new interval of a fixed length that starts and ends within `window`.
  public func interval(
    lasting length: Int, within window: ClosedRange<Int> = 0...IntervalDomain.horizon, _ name: String? = nil
  ) -> Interval {
    interval(lasting: length...length, within: window, name)
  }

  /// A new interval whose length is decided within a range, in ticks.
  public func interval(
    lasting length: ClosedRange<Int>, within window: ClosedRange<Int> = 0...IntervalDomain.horizon,
    _ name: String? = nil
  ) -> Interval {
    storage.withLock { $0.addInterval(length: length, window: window, isPresent: .true, name: name) }
  }

  /// A new interval that may be absent. Its presence is a new Boolean variable, or `presence` where that is given, so that
  /// several intervals may come and go together.
  public func optionalInterval(
    lasting length: ClosedRange<Int>, within window: ClosedRange<Int> = 0...IntervalDomain.horizon,
    ifPresent presence: Literal? = nil, _ name: String? = nil
  ) -> Interval {
    storage.withLock { data in
      let literal = presence ?? Literal(variable: data.addInteger(0...1, name: name.map { "\($0) is present" }))
      return data.addInterval(length: length, window: window, isPresent: literal, name: name)
    }
  }

  /// A new interval of a fixed length that may be absent.
  public func optionalInterval(
    lasting length: Int, within window: ClosedRange<Int> = 0...IntervalDomain.horizon,
    ifPresent presence: Literal? = nil, _ name: String? = nil
  ) -> Interval {
    optionalInterval(lasting: length...length, within: window, ifPresent: presence, name)
  }

  /// One interval for each of the user's own values, with the lengths found at a key path or by a closure, in ticks.
  public func intervals<Elements: Collection>(
    for elements: Elements, lasting length: (Elements.Element) -> Int,
    within window: ClosedRange<Int> = 0...IntervalDomain.horizon,
    named name: (Elements.Element) -> String? = { _ in nil }
  ) -> IntervalTable<Elements.Element> {
    let elements = Array(elements)
    let intervals = storage.withLock { data in
      elements.map { element in
        let ticks = length(element)
        return data.addInterval(length: ticks...ticks, window: window, isPresent: .true, name: name(element))
      }
    }
    return IntervalTable(elements, intervals)
  }

  /// One interval for each of the user's own values that lasts at least as long as a key path or closure says, in ticks, and at most as
  /// long as the window.
  ///
  /// For tasks that may have to stay where they are (``Interval/meets(_:)``), and with 0 for intervals whose length others decide
  /// (``Alternative``, ``Span``).
  public func intervals<Elements: Collection>(
    for elements: Elements, lastingAtLeast shortest: (Elements.Element) -> Int,
    within window: ClosedRange<Int> = 0...IntervalDomain.horizon,
    named name: (Elements.Element) -> String? = { _ in nil }
  ) -> IntervalTable<Elements.Element> {
    let elements = Array(elements)
    // What is longer than the window is kept as it is: such an interval cannot be placed.
    let longest = min(window.upperBound.subtractingReportingOverflow(window.lowerBound).0, IntervalDomain.horizon)
    let intervals = storage.withLock { data in
      elements.map { element in
        let ticks = shortest(element)
        return data.addInterval(
          length: ticks...max(ticks, longest), window: window, isPresent: .true, name: name(element))
      }
    }
    return IntervalTable(elements, intervals)
  }

  /// One optional interval for each of the user's own values.
  public func optionalIntervals<Elements: Collection>(
    for elements: Elements, lasting length: (Elements.Element) -> Int,
    within window: ClosedRange<Int> = 0...IntervalDomain.horizon,
    named name: (Elements.Element) -> String? = { _ in nil }
  ) -> IntervalTable<Elements.Element> {
    let elements = Array(elements)
    return IntervalTable(
      elements, elements.map { optionalInterval(lasting: length($0), within: window, name($0)) })
  }

  // MARK: Constraints and objective

  /// Adds a group of constraints that every solution satisfies.
  ///
  /// The group's name is what violations, explanations and statistics speak of. Several groups may have one name.
  public func require(_ group: String, @ConstraintBuilder _ constraints: () throws -> [Constraint]) rethrows {
    let constraints = try constraints()
    storage.withLock { $0.addGroup(group, constraints) }
  }

  /// Adds a single constraint without a name for its group.
  public func require(_ constraint: Constraint) {
    storage.withLock { $0.addGroup("", [constraint]) }
  }

  /// Adds a condition that every solution satisfies, without a name for its group.
  public func require(_ condition: Condition) {
    storage.withLock { $0.addGroup("", condition.constraints) }
  }

  /// Asks for a solution with the least value of the objective, which replaces any set before.
  public func minimize(_ objective: Objective.Function) { setObjective(.minimize, objective.expression) }

  /// Asks for a solution with the least value of the expression, which replaces any objective set before.
  public func minimize(_ expression: IntegerExpression) { setObjective(.minimize, expression) }

  /// Asks for a solution with the greatest value of the objective, which replaces any set before.
  public func maximize(_ objective: Objective.Function) { setObjective(.maximize, objective.expression) }

  /// Asks for a solution with the greatest value of the expression, which replaces any objective set before.
  public func maximize(_ expression: IntegerExpression) { setObjective(.maximize, expression) }

  /// Asks for a solution that is best in the first objective, among these in the second, and so on; replaces any objective set before.
  ///
  /// Each level has its own status and bound in the result, so it may be given a ``Objective/name``.
  public func optimize(_ levels: [Objective]) { storage.withLock { $0.objectives = levels } }

  private func setObjective(_ sense: Objective.Sense, _ expression: IntegerExpression) {
    storage.withLock { $0.objective = Objective(sense, expression) }
  }
}
