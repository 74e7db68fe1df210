import ApusStructure

/// Jobs with one common release as columns of the exact method for weighted tardiness, in time from that release.
final class WeightedJobs {
  let count: Int
  /// When all is over.
  let horizon: Int
  let duration: Column<Int32>
  let due: Column<Int32>
  let weight: Column<Int32>

  /// - Precondition: the jobs have one release in common.
  init(_ machine: OneMachine) {
    guard let release = machine.commonRelease else { preconditionFailure("the jobs have one release in common") }
    count = machine.jobCount
    horizon = machine.duration.reduce(0) { $0 + Int($1) }
    duration = Column(machine.duration)
    // Due dates far out never matter.
    due = Column(machine.due.map { Int32(clamping: Int($0) - release) })
    weight = Column(machine.weight)
  }

  @inline(__always) func cost(of job: Int, endingAt end: Int) -> Int {
    Int(weight[job]) &* Swift.max(0, end &- Int(due[job]))
  }

  /// Whether `first` directly before `second`, which ends at a time, is to be excluded: the other way round costs less, or as much and has
  /// the smaller number first.
  @inline(__always) func isDominated(_ first: Int, before second: Int, endingAt end: Int) -> Bool {
    let given = cost(of: first, endingAt: end &- Int(duration[second])) &+ cost(of: second, endingAt: end)
    let swapped = cost(of: second, endingAt: end &- Int(duration[first])) &+ cost(of: first, endingAt: end)
    return swapped < given || swapped == given && second < first
  }
}
