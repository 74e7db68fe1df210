/// Where `main` is present, exactly one of the members is, and it has its start and end; where it is absent, all are.
///
/// The usual way to choose a machine or a mode: `Alternative(op[o], of: o.modes.map { run[$0] })`. The members are optional intervals.
public struct Alternative: Sendable, Hashable {
  /// The index of the interval that is chosen for.
  public var main: Int32
  /// The indices of the intervals to choose from.
  public var members: [Int32]

  /// One of the members stands for `main`. Without members `main` must be absent.
  ///
  /// An interval listed twice is refused when the model is validated, and so is `main` among the members.
  public init(_ main: Interval, of members: [Interval]) {
    self.init(main: main.index, members: members.map(\.index))
  }

  public init(main: Int32, members: [Int32]) {
    self.main = main
    self.members = members
  }
}
