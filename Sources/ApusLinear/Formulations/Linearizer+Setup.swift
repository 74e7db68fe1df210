import ApusModel

// No-overlap with setup times.

extension Linearizer {
  mutating func post(_ intervals: [Int32], _ setup: SetupTimes) throws(ModelError) {
    var members: [(interval: Int32, type: Int32)] = []
    for (interval, type) in zip(intervals, setup.types) where times[Int(interval)].canBePresent {
      members.append((interval, type))
    }
    if setup.keepsTriangles(of: Set(members.map(\.type))) {
      try postPairs(members, setup)
    } else {
      try postSuccessors(members, setup)
    }
  }

  /// Where no way round over a third type is shorter, what holds for neighbours holds for all pairs, so a binary for each pair is enough.
  private mutating func postPairs(_ members: [(interval: Int32, type: Int32)], _ setup: SetupTimes) throws(ModelError) {
    if let initial = setup.initial {
      for member in members {
        try require(
          moment(member.interval, .start), after: Moment(at: setup.origin), by: initial[Int(member.type)])
      }
    }
    for (place, one) in members.enumerated() {
      for other in members[(place + 1)...] {
        let (there, back) = (setup.time(from: one.type, to: other.type), setup.time(from: other.type, to: one.type))
        let column = try addColumn("before", [nameOf(one.interval), nameOf(other.interval)], 0...1)
        let order = LinearSum(column: column)
        try require(moment(other.interval, .start), after: moment(one.interval, .end), by: there, when: [order])
        try require(moment(one.interval, .start), after: moment(other.interval, .end), by: back, when: [!order])
        let (first, second) = (Int(one.interval), Int(other.interval))
        encoders.append { solution, values in
          guard let before = solution.intervals[first], let after = solution.intervals[second] else { return }
          if before.end + there <= after.start { values[Int(column)] = 1 }
        }
      }
    }
  }

  /// A path through the present members: each has one that directly follows or is the last, and one that it directly follows or is the
  /// first; the time passes along the path. Members that may have length 0 get a place in it as well, since without
  /// lengths and setup times a circle would cost no time (Miller, Tucker, Zemlin 1960).
  private mutating func postSuccessors(
    _ members: [(interval: Int32, type: Int32)], _ setup: SetupTimes
  ) throws(ModelError) {
    if members.isEmpty { return }
    let presences = members.map { times[Int($0.interval)].presence }
    var leaving = [LinearSum](repeating: LinearSum(), count: members.count)
    var entering = leaving
    var (beginnings, endings) = (LinearSum(), LinearSum())
    var arcs: [(from: Int, to: Int, column: Int32)] = []
    var ends: [(first: Int32, last: Int32)] = []
    for (place, member) in members.enumerated() {
      let first = try addColumn("first", [nameOf(member.interval)], 0...1)
      let last = try addColumn("last", [nameOf(member.interval)], 0...1)
      ends.append((first, last))
      entering[place] += LinearSum(column: first)
      leaving[place] += LinearSum(column: last)
      beginnings += LinearSum(column: first)
      endings += LinearSum(column: last)
      if let initial = setup.initial {
        try require(
          moment(member.interval, .start), after: Moment(at: setup.origin), by: initial[Int(member.type)],
          when: [LinearSum(column: first)])
      }
    }
    for (from, before) in members.enumerated() {
      for (to, after) in members.enumerated() where from != to {
        let time = setup.time(from: before.type, to: after.type)
        guard windows[before.interval].end.low + time <= windows[after.interval].start.high else { continue }
        let column = try addColumn("next", [nameOf(before.interval), nameOf(after.interval)], 0...1)
        arcs.append((from, to, column))
        leaving[from] += LinearSum(column: column)
        entering[to] += LinearSum(column: column)
        try require(
          moment(after.interval, .start), after: moment(before.interval, .end), by: time,
          when: [LinearSum(column: column)])
      }
    }
    for (place, presence) in presences.enumerated() {
      try require(leaving[place] - presence, .equal, 0)
      try require(entering[place] - presence, .equal, 0)
    }
    try require(beginnings, .atMost, 1)
    try require(endings, .atMost, 1)
    var places: [Int32] = []
    if members.contains(where: { windows[$0.interval].length.low == 0 }) {
      for member in members {
        places.append(try addColumn("place", [nameOf(member.interval)], 0...Int128(members.count)))
      }
      for arc in arcs {
        try require(
          LinearSum(column: places[arc.to]) - LinearSum(column: places[arc.from]), .atLeast, 1,
          when: [LinearSum(column: arc.column)])
      }
    }
    encoders.append { [arcs, ends, places] solution, values in
      guard let order = setup.order(of: members, in: solution) else { return }
      guard let first = order.first, let last = order.last else { return }
      values[Int(ends[first].first)] = 1
      values[Int(ends[last].last)] = 1
      var next = [Int](repeating: -1, count: members.count)
      for (place, member) in order.enumerated() {
        if place + 1 < order.count { next[member] = order[place + 1] }
        if !places.isEmpty { values[Int(places[member])] = Double(place) }
      }
      for arc in arcs where next[arc.from] == arc.to { values[Int(arc.column)] = 1 }
    }
  }
}

extension SetupTimes {
  /// Whether among these types a way over a third is never shorter than the direct one, from the initial state on.
  fileprivate func keepsTriangles(of types: Set<Int32>) -> Bool {
    types.allSatisfy { one in
      types.allSatisfy { other in
        let direct = time(from: one, to: other)
        if let initial, initial[Int(other)] > initial[Int(one)] + direct { return false }
        return types.allSatisfy { direct <= time(from: one, to: $0) + time(from: $0, to: other) }
      }
    }
  }

  /// The present members in an order that keeps the times: by time, and of those of length 0 at one time in the first order that fits.
  /// Nil where none is found within some thousand steps.
  fileprivate func order(of members: [(interval: Int32, type: Int32)], in solution: Solution) -> [Int]? {
    var rest = members.indices.compactMap { place in
      solution.intervals[Int(members[place].interval)].map { (place: place, span: $0) }
    }
    rest.sort { ($0.span.start, $0.span.end, $0.place) < ($1.span.start, $1.span.end, $1.place) }
    var steps = 10_000 + rest.count
    var order: [Int] = []
    func extend() -> Bool {
      guard let first = rest.first else { return true }
      for index in rest.indices.prefix(while: { rest[$0].span.start == first.span.start }) {
        steps -= 1
        let (place, span) = rest[index]
        let type = members[place].type
        var ready = initial.map { origin + $0[Int(type)] } ?? .min
        if let last = order.last {
          ready = (solution.intervals[Int(members[last].interval)]?.end ?? 0) + time(from: members[last].type, to: type)
        }
        if ready > span.start || steps < 0 { continue }
        let taken = rest.remove(at: index)
        order.append(place)
        if extend() { return true }
        order.removeLast()
        rest.insert(taken, at: index)
      }
      return false
    }
    return extend() ? order : nil
  }
}
