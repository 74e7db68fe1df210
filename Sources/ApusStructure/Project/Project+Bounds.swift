extension Project {
  /// The earliest start of every task if no resource were scarce. Complexity: O(*tasks* + *links*).
  public var heads: [Int] {
    var heads = release.map(Int.init)
    for task in topologicalOrder.lazy.map(Int.init) {
      for place in successors.places(of: task) {
        let next = Int(successors.task[place])
        heads[next] = Swift.max(heads[next], heads[task] + Int(duration[task]) + Int(successors.lag[place]))
      }
    }
    return heads
  }

  /// For every task the time from its end to the end of the project if no resource were scarce. Complexity: O(*tasks* + *links*).
  public var tails: [Int] {
    var tails = [Int](repeating: 0, count: taskCount)
    for task in topologicalOrder.reversed().lazy.map(Int.init) {
      for place in predecessors.places(of: task) {
        let previous = Int(predecessors.task[place])
        tails[previous] = Swift.max(tails[previous], tails[task] + Int(duration[task]) + Int(predecessors.lag[place]))
      }
    }
    return tails
  }

  /// A lower bound on the makespan that needs no search: the longest path, and for each resource the least release plus the work on it over
  /// its capacity plus the least tail. Complexity: O(*tasks* + *links* + *demands*).
  public var trivialBound: Int {
    let (heads, tails) = (heads, tails)
    var bound = (0..<taskCount).map { heads[$0] + Int(duration[$0]) + tails[$0] }.max() ?? 0
    var work = [Int128](repeating: 0, count: resourceCount)
    var head = [Int](repeating: .max, count: resourceCount)
    var tail = head
    for task in 0..<taskCount {
      for place in demands.places(of: task) {
        let resource = Int(demands.resource[place])
        work[resource] += Int128(demands.amount[place]) * Int128(duration[task])
        head[resource] = Swift.min(head[resource], heads[task])
        tail[resource] = Swift.min(tail[resource], tails[task])
      }
    }
    for resource in 0..<resourceCount where head[resource] < .max {
      let capacity = Int128(capacity[resource])
      bound = Swift.max(bound, head[resource] + Int((work[resource] + capacity - 1) / capacity) + tail[resource])
    }
    return bound
  }
}
