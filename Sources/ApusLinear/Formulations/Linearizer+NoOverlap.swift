import ApusModel

/// Two intervals of one model; the first has the lower index.
struct IntervalPair: Hashable {
  let first: Int32
  let second: Int32

  init(_ one: Int32, _ other: Int32) {
    first = min(one, other)
    second = max(one, other)
  }
}

extension Linearizer {
  mutating func post(_ noOverlap: NoOverlap) throws(ModelError) {
    if let setup = noOverlap.setup { return try post(noOverlap.intervals, setup) }
    let members = noOverlap.intervals.filter { times[Int($0)].canBePresent }
    switch options.formulation {
    case .timeIndexed where members.allSatisfy { hasFixedLength($0) }: try postTimeIndexed(members)
    case .position where canHavePositions(members): try postPositions(members, isTightened: false)
    case .tightPosition where canHavePositions(members): try postPositions(members, isTightened: true)
    case .automatic, .order, .flow, .timeIndexed, .position, .tightPosition: try postOrders(members)
    }
  }

  /// A binary for each pair that could go either way (Manne, "On the job-shop scheduling problem", *Operations Research* 8, 1960).
  private mutating func postOrders(_ members: [Int32]) throws(ModelError) {
    for (place, one) in members.enumerated() {
      for other in members[(place + 1)...] { _ = try order(one, other) }
    }
  }

  /// Keeps two intervals apart, and gives the truth of *the first of the pair goes before the second*.
  ///
  /// The order is open where neither window decides it. Two of length 0 at one time are in either order.
  mutating func order(_ one: Int32, _ other: Int32) throws(ModelError) -> LinearSum {
    let pair = IntervalPair(one, other)
    if let made = orders[pair] { return made }
    let (first, second) = (pair.first, pair.second)
    let canGoFirst = windows[first].end.low <= windows[second].start.high
    let canGoSecond = windows[second].end.low <= windows[first].start.high
    let order: LinearSum
    switch (canGoFirst, canGoSecond) {
    case (false, false):
      try require(times[Int(first)].presence + times[Int(second)].presence, .atMost, 1)
      order = LinearSum(1)
    case (true, false): order = LinearSum(1)
    case (false, true): order = LinearSum(0)
    case (true, true):
      let column = try addColumn("before", [nameOf(first), nameOf(second)], 0...1)
      order = LinearSum(column: column)
      encoders.append { solution, values in
        guard let before = solution.intervals[Int(first)], let after = solution.intervals[Int(second)] else { return }
        if before.end <= after.start { values[Int(column)] = 1 }
      }
    }
    orders[pair] = order
    if canGoFirst || canGoSecond {
      try require(moment(second, .start), after: moment(first, .end), when: [order])
      try require(moment(first, .start), after: moment(second, .end), when: [!order])
    }
    return order
  }

  /// A row for each tick: one interval at most covers it (Sousa and Wolsey, "A time indexed formulation of non-preemptive single machine
  /// scheduling problems", *Mathematical Programming* 54, 1992). An interval of length 0 does not lie strictly within another.
  private mutating func postTimeIndexed(_ members: [Int32]) throws(ModelError) {
    var lasting: [StartPulses] = []
    var moments: [StartPulses] = []
    for member in members {
      let made = try pulses(of: member)
      if made.length > 0 { lasting.append(made) } else { moments.append(made) }
    }
    guard let begin = lasting.map(\.first).min(), let end = lasting.map({ $0.last + $0.length }).max() else { return }
    for time in begin..<end {
      let covering = lasting.map { $0.covering(time) }.filter { !$0.terms.isEmpty }
      if covering.count > 1 { try require(covering.reduce(into: LinearSum()) { $0 += $1 }, .atMost, 1) }
      let within = lasting.reduce(into: LinearSum()) { $0 += $1.sum(from: time - $1.length + 1, through: time - 1) }
      if within.terms.isEmpty { continue }
      for moment in moments where (moment.first...moment.last).contains(time) {
        try require(within + moment.sum(from: time, through: time), .atMost, 1)
      }
    }
  }
}
