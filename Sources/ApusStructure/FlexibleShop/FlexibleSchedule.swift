import ApusModel

/// A mode and a start for every operation of a flexible shop. It carries no proof of being right; whoever makes it sees to that.
public struct FlexibleSchedule: Sendable, Hashable {
  /// The mode of every operation, by its number in ``FlexibleShop/modes``.
  public let mode: [Int32]
  /// The start of every operation, in ticks.
  public let start: [Int32]
  /// The latest end.
  public let makespan: Int

  /// A schedule with the given modes and starts. Complexity: O(*operations*).
  ///
  /// - Precondition: there is one of each for every operation.
  public init(_ shop: FlexibleShop, mode: [Int32], start: [Int32]) {
    precondition(mode.count == shop.operationCount && start.count == shop.operationCount, "one for every operation")
    self.mode = mode
    self.start = start
    makespan = zip(start, mode).reduce(0) { max($0, Int($1.0) + Int(shop.modes.duration[Int($1.1)])) }
  }

  /// The schedule in a solution of the model that the shop was recognised in. Complexity: O(*modes*).
  ///
  /// - Precondition: it is one.
  public init(_ shop: FlexibleShop, in solution: Solution) {
    self.init(
      shop,
      mode: (0..<shop.operationCount).map { operation in
        let modes = shop.modes.of(operation)
        let chosen = modes.first { solution.intervals[Int(shop.modes.interval[$0])] != nil }
        return Int32(chosen ?? modes.lowerBound)
      },
      start: shop.interval.map { Int32(solution.intervals[Int($0)]?.start ?? 0) })
  }

  /// The solution of the model that the shop was recognised in.
  ///
  /// - Parameter data: that model; integers that are no presence of an option get their least value.
  /// - Complexity: O(size of the model's variables).
  public func solution(of shop: FlexibleShop, in data: ModelData) -> Solution {
    var solution = Solution(
      integers: data.integers.map(\.lowerBound),
      intervals: [Solution.Span?](repeating: nil, count: data.intervals.count))
    for operation in 0..<shop.operationCount {
      let mode = Int(mode[operation])
      let begin = Int(start[operation])
      let span = Solution.Span(start: begin, end: begin + Int(shop.modes.duration[mode]))
      solution.intervals[Int(shop.interval[operation])] = span
      let option = Int(shop.modes.interval[mode])
      solution.intervals[option] = span
      if let presence = data.intervals[option].isPresent.variable { solution.integers[presence] = 1 }
    }
    return solution
  }
}
