import ApusModel

/// A cumulative resource as far as orders on it can be kept: its tasks that are always there and need a constant amount.
struct SharedResource: Sendable {
  /// The intervals, each once, and what each needs.
  let tasks: [Int32]
  let demands: [Int]
  /// The most that there ever is.
  let capacity: Int

  /// Returns nil where all tasks fit beside each other.
  ///
  /// Complexity: linear in the members.
  init?(_ usage: Usage, in model: ModelData) {
    var tasks: [Int32] = []
    var demands: [Int] = []
    var place: [Int32: Int] = [:]
    for (interval, demand) in zip(usage.intervals, usage.demands) {
      let domain = model.intervals[Int(interval)]
      guard case .constant(let amount) = demand, amount > 0, domain.isPresent == .true, domain.length.upperBound > 0
      else { continue }
      if let known = place[interval] {
        demands[known] += amount
      } else {
        place[interval] = tasks.count
        tasks.append(interval)
        demands.append(amount)
      }
    }
    guard demands.reduce(0, +) > usage.capacity.largest else { return nil }
    self.tasks = tasks
    self.demands = demands
    capacity = usage.capacity.largest
  }
}
