import ApusModel

/// An order of the jobs of one machine, each begun as early as the order allows.
public struct OneMachineSchedule: Sendable, Hashable {
  /// The jobs in the order in which they are done.
  public let order: [Int32]
  /// The weighted tardiness.
  public let objective: Int

  /// Complexity: O(*jobs*).
  ///
  /// - Precondition: the order has every job once.
  public init(_ machine: OneMachine, order: [Int32]) {
    precondition(order.count == machine.jobCount, "an order has every job")
    self.order = order
    var objective = 0
    Self.forEachSpan(machine, order) { job, _, end in objective += machine.cost(of: job, endingAt: end) }
    self.objective = objective
  }

  /// The solution of the model that the machine was recognised in.
  ///
  /// A machine knows nothing of a model's integers and Booleans, which nothing speaks of; their values are the caller's.
  /// Complexity: O(*jobs*).
  public func solution(of machine: OneMachine, integers: [Int] = []) -> Solution {
    var spans = [Solution.Span?](repeating: nil, count: order.count)
    Self.forEachSpan(machine, order) { job, start, end in spans[job] = Solution.Span(start: start, end: end) }
    return Solution(integers: integers, intervals: spans)
  }

  private static func forEachSpan(_ machine: OneMachine, _ order: [Int32], _ visit: (Int, Int, Int) -> Void) {
    var time = Int.min
    for job in order.lazy.map(Int.init) {
      let start = Swift.max(time, Int(machine.release[job]))
      time = start + Int(machine.duration[job])
      visit(job, start, time)
    }
  }
}
