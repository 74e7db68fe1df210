extension FlexibleShop {
  /// A lower bound on the makespan of every schedule: the longest path of least durations, or the load of the busiest machine in the
  /// best sharing of the work, whichever is greater.
  ///
  /// Complexity: that of `BalancedLoad`.
  public var trivialBound: Int { Swift.max(criticalPath, (heads.min().map(Int.init) ?? 0) + balancedLoad) }

  /// The earliest start of every operation if machines were plenty and all as fast as the fastest. O(*modes* + links).
  public var heads: [Int32] {
    let least = leastDurations
    var heads = release
    for operation in topologicalOrder.lazy.map(Int.init) {
      for place in predecessors.places(of: operation) {
        let before = Int(predecessors.operation[place])
        heads[operation] = Swift.max(heads[operation], heads[before] + least[before])
      }
    }
    return heads
  }

  /// The longest path of least durations that begins with every operation, its own included. O(*modes* + links).
  public var tails: [Int32] {
    var tails = leastDurations
    for operation in topologicalOrder.reversed().lazy.map(Int.init) {
      var left: Int32 = 0
      for place in successors.places(of: operation) {
        left = Swift.max(left, tails[Int(successors.operation[place])])
      }
      tails[operation] += left
    }
    return tails
  }

  /// The longest path of least durations, releases included. O(*modes* + links).
  public var criticalPath: Int { zip(heads, leastDurations).reduce(0) { Swift.max($0, Int($1.0) + Int($1.1)) } }

  /// A load that the busiest machine has however the operations are shared out (`BalancedLoad`).
  public var balancedLoad: Int {
    let operations = (0..<operationCount).map { operation in
      modes.of(operation).map { (machine: Int(modes.machine[$0]), duration: Int(modes.duration[$0])) }
    }
    return BalancedLoad(operations: operations, machineCount: machineCount).bound
  }
}
