/// The setting of a machine, which intervals share where they ask for the same: an oven's temperature, a die, a track's direction.
///
/// Intervals of the same state may overlap. Of two intervals of different states one ends, and the time to change the setting passes, before
/// the other starts.
///
/// ```swift
/// StateFunction([(bake, 180), (roast, 180), (dry, 60)], initially: 60) { abs($0 - $1) / 10 }
/// ```
public struct StateFunction: Sendable, Hashable {
  /// The indices of the intervals.
  public let intervals: [Int32]
  /// The states that they ask for, as types, and the times between them. `initial` holds for every interval, not only for the first.
  public let transitions: SetupTimes

  /// Intervals, and the times between the states that they ask for as `SetupTimes`, one type for each interval.
  ///
  /// The time from a state to itself is not asked for. An interval listed twice, and what is wrong with the times, is refused when the
  /// model is validated.
  public init(_ intervals: [Interval], transitions: SetupTimes) {
    self.init(indices: intervals.map(\.index), transitions: transitions)
  }

  /// Intervals with the states that they ask for.
  ///
  /// - Parameters:
  ///   - initial: the state of the machine at `origin`; without it, the first state may be any.
  ///   - origin: from when on the initial state may be changed.
  ///   - time: the ticks it takes to change from the first state to the second; asked once for each ordered pair of different states.
  public init<State: Hashable>(
    _ members: [(interval: Interval, state: State)], initially initial: State? = nil, from origin: Int = 0,
    time: (State, State) -> Int = { _, _ in 0 }
  ) {
    let transitions = withoutActuallyEscaping(time) { time in
      func change(_ first: State, _ second: State) -> Int { first == second ? 0 : time(first, second) }
      return SetupTimes(
        between: members.map(\.state), initial: initial.map { initial in { change(initial, $0) } }, from: origin,
        time: change)
    }
    self.init(members.map(\.interval), transitions: transitions)
  }

  public init(indices: [Int32], transitions: SetupTimes) {
    intervals = indices
    self.transitions = transitions
  }
}

extension StateFunction: ConstraintKind {
  public var constraint: Constraint { .stateFunction(self) }
}
