/// For every two present intervals, one ends no later than the other starts; with setup times, that much later.
///
/// An interval of length 0 may touch the ends of another but not lie strictly inside it. An interval may be listed once.
///
/// ```swift
/// NoOverlap(op[where: { $0.machine == "lathe" }])
/// NoOverlap(job.all, setup: SetupTimes(between: orders.map(\.colour)) { $0 == $1 ? 0 : 5 })
/// ```
public struct NoOverlap: Sendable, Hashable {
  /// The indices of the intervals.
  public var intervals: [Int32]
  /// The times between intervals that directly follow each other; nil for none. It takes eight bytes.
  public var setup: SetupTimes?

  /// Of the intervals no two are in progress at once, and between neighbours the setup time passes.
  public init(_ intervals: [Interval], setup: SetupTimes? = nil) {
    self.init(indices: intervals.map(\.index), setup: setup)
  }

  public init(indices: [Int32], setup: SetupTimes? = nil) {
    intervals = indices
    self.setup = setup
  }
}
