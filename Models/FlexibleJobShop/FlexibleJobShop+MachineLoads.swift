extension FlexibleJobShop {
  /// For each machine the work that no other machine can do. No schedule is shorter than the greatest of them. O(modes).
  public var forcedLoads: [Int] {
    var loads = [Int](repeating: 0, count: machineCount)
    for job in jobs {
      for operation in job.operations where !operation.hasChoice {
        loads[operation.modes[0].machine] += operation.modes[0].duration
      }
    }
    return loads
  }

  /// The least work of all operations, spread evenly over the machines that can do any: no schedule is shorter. O(modes).
  public var meanLoad: Int {
    var isUsable = [Bool](repeating: false, count: machineCount)
    var work = 0
    for job in jobs {
      for operation in job.operations {
        work += operation.shortest
        for mode in operation.modes { isUsable[mode.machine] = true }
      }
    }
    let count = isUsable.count { $0 }
    return (work + count - 1) / count
  }
}
