import ApusModel

/// A machine by positions: which interval is first, which second, and when the one at each position ends.
///
///     position      1      2      3
///     ends at      c_1 <= c_2 <= c_3        c_k >= c_(k-1) + the length of what is at k
///     u_jk = 1:    the end of j is c_k
///
/// A. B. Keha, K. Khowala and J. W. Fowler, "Mixed integer programming formulations for single machine scheduling problems", *Computers & Industrial
/// Engineering* 56, 2009. They leave out the rows by which an interval ends no later than its position, since total tardiness does not need
/// them; here they are, since a model may ask for anything.
extension Linearizer {
  /// Whether intervals can have positions: all are there, and their lengths are settled.
  func canHavePositions(_ members: [Int32]) -> Bool {
    members.count > 1 && members.allSatisfy { hasFixedLength($0) && times[Int($0)].presence.isTrue }
  }

  /// - Parameter isTightened: whether each interval at a position has at least the shortest others before it.
  mutating func postPositions(_ members: [Int32], isTightened: Bool) throws(ModelError) {
    let lengths = members.map { Int128(windows[$0].length.low) }
    let begin = members.map { windows[$0].start.low }.min().map { Int128($0) } ?? 0
    let end = members.map { windows[$0].end.high }.max().map { Int128($0) } ?? 0
    let shortest = lengths.sorted()
    var isAt: [[Int32]] = []
    for member in members {
      var columns: [Int32] = []
      for position in members.indices {
        columns.append(try addColumn("position", [nameOf(member), "\(position + 1)"], 0...1))
      }
      isAt.append(columns)
      try require(columns.reduce(into: LinearSum()) { $0 += LinearSum(column: $1) }, .equal, 1)
    }
    var ends: [Int32] = []
    var earliest = begin
    for position in members.indices {
      try require(isAt.reduce(into: LinearSum()) { $0 += LinearSum(column: $1[position]) }, .equal, 1)
      earliest += shortest[position]
      ends.append(try addColumn("end_at", ["\(position + 1)"], earliest...max(earliest, end)))
      let before = position == 0 ? LinearSum(begin) : LinearSum(column: ends[position - 1])
      var row = LinearSum(column: ends[position]) - before
      for (place, length) in lengths.enumerated() { row += -length * LinearSum(column: isAt[place][position]) }
      try require(row, .atLeast, 0)
    }
    for (place, member) in members.enumerated() {
      let own = times[Int(member)].end
      for position in members.indices {
        try require(
          own - LinearSum(column: ends[position]), .equal, 0, when: [LinearSum(column: isAt[place][position])])
      }
      if isTightened { try requireTimeBefore(own, place, lengths, begin, isAt[place]) }
    }
    encodePositions(of: members, isAt, ends)
  }

  /// The valid inequality of İ. O. Çetinkaya, İ. E. Büyüktahtakın, P. Shojaee and C. K. Reddy, "Discovering heuristics with LLMs for MIPs:
  /// single-machine scheduling", 2025: at position *k* an interval has *k* − 1 others before it, which last at least as long as the shortest do.
  private mutating func requireTimeBefore(
    _ end: LinearSum, _ place: Int, _ lengths: [Int128], _ begin: Int128, _ isAt: [Int32]
  ) throws(ModelError) {
    var others = lengths
    others.remove(at: place)
    others.sort()
    var before: Int128 = 0
    var row = end
    for (position, column) in isAt.enumerated() {
      row += -before * LinearSum(column: column)
      if position < others.count { before += others[position] }
    }
    try require(row, .atLeast, begin + lengths[place])
  }

  private mutating func encodePositions(of members: [Int32], _ isAt: [[Int32]], _ ends: [Int32]) {
    encoders.append { solution, values in
      let spans = members.indices.compactMap { place in
        solution.intervals[Int(members[place])].map { (place: place, span: $0) }
      }
      let sequence = spans.sorted { ($0.span.end, $0.span.start, $0.place) < ($1.span.end, $1.span.start, $1.place) }
      for (position, entry) in sequence.enumerated() {
        values[Int(isAt[entry.place][position])] = 1
        values[Int(ends[position])] = Double(entry.span.end)
      }
    }
  }
}
