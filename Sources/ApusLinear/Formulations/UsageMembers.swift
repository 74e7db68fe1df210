import ApusModel

/// An interval that uses a resource, or a constant interval that stands for a time when there is less of it.
struct UsageMember {
  /// Nil for a constant one.
  var interval: Int32?
  var name: String
  var start: Moment
  var end: Moment
  /// The shortest and longest length.
  var length: (low: Int, high: Int)
  var demand: LinearSum
  /// The most that it can use.
  var largestDemand: Int128

  var presence: LinearSum { start.presence }

  /// Where it is in a solution.
  func span(in solution: Solution) -> Solution.Span? {
    if let interval { return solution.intervals[Int(interval)] }
    return Solution.Span(start: Int(start.low), end: Int(end.low))
  }
}

/// The members of a `Usage` that can use something, and a constant capacity.
///
/// Of an interval that is listed twice the demands add up. Where the capacity is less than its largest, a constant interval uses the
/// difference.
struct UsageMembers {
  var members: [UsageMember] = []
  let capacity: Int128

  init(_ usage: Usage, in linearizer: Linearizer) {
    var place: [Int32: Int] = [:]
    for (interval, demand) in zip(usage.intervals, usage.demands) {
      let length = linearizer.windows[interval].length
      guard linearizer.times[Int(interval)].canBePresent, length.high > 0 else { continue }
      let sum: LinearSum
      switch demand {
      case .constant(let amount): sum = LinearSum(Int128(amount))
      case .integer(let index): sum = LinearSum(column: linearizer.integers[Int(index)])
      }
      let largest = linearizer.bounds(of: sum).high
      if largest == 0 { continue }
      if let known = place[interval] {
        members[known].demand += sum
        members[known].largestDemand += largest
      } else {
        place[interval] = members.count
        members.append(
          UsageMember(
            interval: interval, name: linearizer.nameOf(interval), start: linearizer.moment(interval, .start),
            end: linearizer.moment(interval, .end), length: length, demand: sum, largestDemand: largest))
      }
    }
    capacity = Int128(usage.capacity.largest)
    guard let begin = members.map(\.start.low).min(), let end = members.map(\.end.high).max() else { return }
    let times = [Int(begin)] + usage.capacity.times.filter { $0 > begin && $0 < end } + [Int(end)]
    for (from, to) in times.pairs() {
      let missing = capacity - Int128(usage.capacity[from])
      if missing == 0 { continue }
      members.append(
        UsageMember(
          interval: nil, name: "gap_\(from)", start: Moment(at: from), end: Moment(at: to),
          length: (to - from, to - from),
          demand: LinearSum(missing), largestDemand: missing))
    }
  }
}
