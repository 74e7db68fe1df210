import ApusStructure

extension TaskGraph {
  /// HEFT that looks ahead: as ``heft(by:)``, but each task goes where the last of those that wait for it then ends first, these placed by HEFT behind
  /// it, as far as what they wait for has its place.
  ///
  /// L. F. Bittencourt, R. Sakellariou, E. R. M. Madeira: *DAG scheduling using a lookahead variant of the heterogeneous earliest finish time
  /// algorithm*. PDP 2010, 27–34.
  ///
  /// Complexity: *processors* times the mean number of arcs out of a task times that of ``heft(by:)``.
  public func lookahead(by basis: RankBasis = .mean) -> TaskGraphSchedule {
    let ranks = TaskRanks(self, by: basis)
    let order = ranks.order(byFalling: ranks.upward)
    var place = [Int](repeating: 0, count: taskCount)
    for (position, task) in order.enumerated() { place[task] = position }
    var placement = TaskPlacement(self)
    for task in order {
      let children = Set(successors.of(task).map { Int(after[Int($0)]) }).sorted { place[$0] < place[$1] }
      var best = (mode: -1, last: Int32.max, end: Int32.max)
      for mode in modes.of(task) {
        var trial = placement
        trial.place(task, in: mode)
        let end = trial.end(of: task)
        var last = end
        for child in children {
          let choice = trial.earliestEnd(of: child)
          trial.place(child, in: choice.mode)
          last = max(last, choice.end)
        }
        if best.mode < 0 || (last, end) < (best.last, best.end) { best = (mode, last, end) }
      }
      placement.place(task, in: best.mode)
    }
    return placement.schedule
  }
}
