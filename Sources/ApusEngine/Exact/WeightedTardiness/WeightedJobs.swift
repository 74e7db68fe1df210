/// Jobs with one common release as columns of the exact method for weighted tardiness, in time from that release.
///
/// They are numbered in an order that agrees with what is known of the best order, so that of two orders of one cost the smaller one can be preferred.
final class WeightedJobs {
  let count: Int
  /// When all is over.
  let horizon: Int
  let duration: Column<Int32>
  let due: Column<Int32>
  let weight: Column<Int32>
  let order: JobOrder
  /// By job: its number outside.
  let original: [Int32]

  /// - Parameter relation: what goes before what, in the numbers outside.
  init(_ relation: JobOrder) {
    let numbers = relation.extended()
    order = relation.renumbered(numbers)
    original = numbers.map(Int32.init)
    count = relation.count
    horizon = relation.horizon
    duration = Column(order.duration.array.map(Int32.init))
    due = Column(order.due.array.map { Int32(clamping: $0) })
    weight = Column(order.weight.array.map(Int32.init))
  }

  @inline(__always) func cost(of job: Int, endingAt end: Int) -> Int {
    Int(weight[job]) &* Swift.max(0, end &- Int(due[job]))
  }

  /// Whether `first` directly before `second`, which ends at a time, is to be excluded: something belongs between them, or the other way round, or
  /// that costs less, or as much and has the smaller number first.
  func isDominated(_ first: Int, before second: Int, endingAt end: Int) -> Bool {
    let given = cost(of: first, endingAt: end &- Int(duration[second])) &+ cost(of: second, endingAt: end)
    let swapped = cost(of: second, endingAt: end &- Int(duration[first])) &+ cost(of: first, endingAt: end)
    return swapped < given || swapped == given && second < first || order.isBefore(second, first)
      || order.isApart(first, second)
  }
}
