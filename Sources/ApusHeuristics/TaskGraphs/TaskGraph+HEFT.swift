import ApusStructure

extension TaskGraph {
  /// HEFT, heterogeneous earliest finish time: the tasks by falling upward rank, each in the mode in which it then ends first, in the first gap.
  ///
  /// H. Topcuoglu, S. Hariri, M.-Y. Wu: *Performance-effective and low-complexity task scheduling for heterogeneous computing*. IEEE Transactions
  /// on Parallel and Distributed Systems 13 (2002), 260–274.
  ///
  /// Complexity: O(*arcs* · *processors*), and O(*tasks*² · *processors*) at worst for the gaps.
  public func heft(by basis: RankBasis = .mean) -> TaskGraphSchedule {
    let ranks = TaskRanks(self, by: basis)
    var placement = TaskPlacement(self)
    for task in ranks.order(byFalling: ranks.upward) { placement.place(task, in: placement.earliestEnd(of: task).mode) }
    return placement.schedule
  }
}
