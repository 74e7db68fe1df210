/// How much of a resource there is at every tick: a number, and from some ticks on others.
public struct Capacity: Sendable, Hashable {
  /// What there is before the first step; everywhere, if there are none.
  public let base: Int
  /// The ticks from which on the capacity is another, strictly increasing.
  public let times: [Int]
  /// The capacities from ``times`` on.
  public let levels: [Int]

  /// A capacity of `base` before the first step, and of each step from its tick on until the next.
  public init(_ base: Int, steps: [(from: Int, capacity: Int)] = []) {
    self.base = base
    times = steps.map(\.from)
    levels = steps.map(\.capacity)
  }

  /// The capacity at a tick. Complexity: O(log *steps*).
  public subscript(time: Int) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? base : levels[low - 1]
  }

  /// The most there ever is.
  public var largest: Int { Swift.max(base, levels.max() ?? base) }
}
