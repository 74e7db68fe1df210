import ApusModel

/// A start for every operation of a shop. It carries no proof of being right; whoever makes it sees to that.
public struct ShopSchedule: Sendable, Hashable {
  /// The start of every operation, in ticks, numbered as in the shop.
  public let start: [Int32]
  /// The value of the shop's objective.
  public let objective: Int

  /// A schedule with the given starts, measured by the shop's objective. Complexity: O(*operations*).
  ///
  /// - Precondition: there is one start for every operation.
  public init(_ shop: Shop, start: [Int32]) {
    precondition(start.count == shop.operationCount, "one start for every operation")
    self.start = start
    let completion = (0..<shop.jobCount).map { job in
      let last = Int(shop.jobStart[job + 1]) - 1
      return Int(start[last]) + Int(shop.duration[last])
    }
    switch shop.objective {
    case .makespan: objective = completion.max() ?? 0
    case .weightedTardiness(let due, let weight):
      objective = completion.indices.reduce(0) { total, job in
        total + Int(weight[job]) * Swift.max(0, completion[job] - Int(due[job]))
      }
    }
  }

  /// The spans of the model's intervals, by interval index. Complexity: O(*operations*).
  public func spans(of shop: Shop) -> [Solution.Span] {
    var spans = [Solution.Span](repeating: Solution.Span(start: 0, end: 0), count: start.count)
    for operation in start.indices {
      let first = Int(start[operation])
      spans[Int(shop.interval[operation])] =
        Solution.Span(start: first, end: first + Int(shop.duration[operation]))
    }
    return spans
  }

  /// The solution of the model that the shop was recognised in.
  ///
  /// A shop knows nothing of a model's integers and Booleans; their values are the caller's, and none are needed where the
  /// model has none. Complexity: O(*operations*).
  public func solution(of shop: Shop, integers: [Int] = []) -> Solution {
    Solution(integers: integers, intervals: spans(of: shop))
  }
}
