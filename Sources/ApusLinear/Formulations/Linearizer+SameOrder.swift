import ApusModel

extension Linearizer {
  /// For each two pairs, one of the four things that keeps them from going opposite ways, chosen by a binary; where both lists are kept
  /// apart by `NoOverlap`s and last, the binaries of their orders are equal, which is all there is to say.
  mutating func post(_ lists: SameOrder) throws(ModelError) {
    let places = lists.first.indices.filter {
      times[Int(lists.first[$0])].canBePresent && times[Int(lists.second[$0])].canBePresent
    }
    for (index, one) in places.enumerated() {
      for other in places[(index + 1)...] {
        let (a, b) = (lists.first[one], lists.first[other])
        let (c, d) = (lists.second[one], lists.second[other])
        let presences = [a, b, c, d].map { times[Int($0)].presence }.filter { !$0.isTrue }
        if let first = decidedOrder(a, b), let second = decidedOrder(c, d) {
          try require(first - second, .equal, 0, when: presences)
          continue
        }
        try keepFromCrossing((a, b), (c, d), presences)
        try keepFromCrossing((b, a), (d, c), presences)
      }
    }
  }

  /// The truth of *one goes before the other* where a `NoOverlap` has a binary for it and both last; nil otherwise.
  private func decidedOrder(_ one: Int32, _ other: Int32) -> LinearSum? {
    guard windows[one].length.low > 0, windows[other].length.low > 0, let order = orders[IntervalPair(one, other)]
    else { return nil }
    return one < other ? order : !order
  }

  /// Not both: the first goes before the second in one list, and after it in the other.
  private mutating func keepFromCrossing(
    _ pair: (Int32, Int32), _ partners: (Int32, Int32), _ presences: [LinearSum]
  ) throws(ModelError) {
    var choices: [Int32] = []
    for _ in 0..<4 { choices.append(try addColumn("kept", [nameOf(pair.0), nameOf(pair.1)], 0...1)) }
    let truths = choices.map { LinearSum(column: $0) }
    // The first does not end before the second starts, or they are of length 0 at one time; and the same for the partners, backwards.
    try require(moment(pair.0, .end), after: moment(pair.1, .start), by: 1, when: [truths[0]])
    try require(moment(pair.0, .start), after: moment(pair.1, .end), when: [truths[1]])
    try require(moment(partners.1, .end), after: moment(partners.0, .start), by: 1, when: [truths[2]])
    try require(moment(partners.1, .start), after: moment(partners.0, .end), when: [truths[3]])
    let missing = presences.reduce(into: LinearSum()) { $0 += !$1 }
    try require(truths.reduce(into: missing) { $0 += $1 }, .atLeast, 1)
    encoders.append { [choices] solution, values in
      guard let first = solution.intervals[Int(pair.0)], let second = solution.intervals[Int(pair.1)],
        let third = solution.intervals[Int(partners.0)], let fourth = solution.intervals[Int(partners.1)]
      else { return }
      let holds = [
        first.end > second.start, first.start >= second.end, fourth.end > third.start, fourth.start >= third.end,
      ]
      if let choice = holds.firstIndex(of: true) { values[Int(choices[choice])] = 1 }
    }
  }
}
