import ApusModel

// Cumulative resources, by one of three formulations.

extension Linearizer {
  mutating func post(_ usage: Usage) throws(ModelError) {
    let all = UsageMembers(usage, in: self)
    if all.members.reduce(0, { $0 + $1.largestDemand }) <= all.capacity { return }
    let hasConstantDemands = all.members.allSatisfy(\.demand.isConstant)
    let isFixed = hasConstantDemands && all.members.allSatisfy { $0.length.low == $0.length.high }
    switch options.formulation {
    case .timeIndexed where isFixed: try postTimeIndexed(usage, all)
    case .automatic where isFixed && isTooLong(all): try postTimeIndexed(usage, all)
    case .flow where hasConstantDemands && all.members.allSatisfy({ $0.length.low > 0 }): try postFlow(all)
    case .automatic, .order, .timeIndexed, .position, .tightPosition, .flow: try postOverlaps(all)
    }
  }

  /// From how many coefficients on by order, some 15 for each pair, time-indexed rows are chosen automatically, if they have fewer.
  private static let largestAutomaticSize = 2_000_000

  private func isTooLong(_ all: UsageMembers) -> Bool {
    let byOrder = 15 * all.members.count * all.members.count
    let timeIndexed = all.members.reduce(0) {
      $0 + ($1.interval == nil ? 0 : Int($1.start.high - $1.start.low + 1) * $1.length.high)
    }
    return byOrder > Self.largestAutomaticSize && timeIndexed < byOrder
  }

  // MARK: Time-indexed

  /// A row for each tick: what the intervals that cover it use (Pritsker, Watters, Wolfe, "Multiproject scheduling with limited resources",
  /// *Management Science* 16, 1969).
  private mutating func postTimeIndexed(_ usage: Usage, _ all: UsageMembers) throws(ModelError) {
    var users: [(pulses: StartPulses, demand: Int128)] = []
    for member in all.members {
      guard let interval = member.interval else { continue }
      users.append((try pulses(of: interval), member.demand.constant))
    }
    guard let begin = users.map(\.pulses.first).min(), let end = users.map({ $0.pulses.last + $0.pulses.length }).max()
    else { return }
    for time in begin..<end {
      let capacity = Int128(usage.capacity[time])
      var used = LinearSum()
      var most: Int128 = 0
      for user in users {
        let covering = user.pulses.covering(time)
        if covering.terms.isEmpty { continue }
        used += user.demand * covering
        most += user.demand
      }
      if most > capacity { try require(used, .atMost, capacity) }
    }
  }

  // MARK: Overlaps

  /// What is used is largest when some interval starts, so it is enough to look there: for each pair, whether one covers the start of the
  /// other. This is the task decomposition of Schutt, Feydt, Stuckey and Wallace ("Why cumulative decomposition is not as bad as it
  /// sounds", CP 2009) with its Booleans as binaries. Pairs that do not fit beside each other have one binary for their order.
  private mutating func postOverlaps(_ all: UsageMembers) throws(ModelError) {
    let members = all.members
    for (place, member) in members.enumerated() {
      var used = LinearSum()
      var most = member.largestDemand
      for (other, user) in members.enumerated() where other != place {
        let isOpen = user.start.low <= member.start.high && user.end.high > member.start.low
        if !isOpen { continue }
        if try keptApart(user, member, all.capacity) { continue }
        most += user.largestDemand
        used += try product(of: user.demand, user.largestDemand, covers(user, startOf: member))
      }
      if most <= all.capacity { continue }
      let isUsing = try lasts(member)
      try require(
        used + product(of: member.demand, member.largestDemand, isUsing), .atMost, all.capacity)
    }
  }

  /// Whether two members never fit beside each other; then they are kept apart as on a machine.
  private mutating func keptApart(
    _ one: UsageMember, _ other: UsageMember, _ capacity: Int128
  ) throws(ModelError) -> Bool {
    guard one.length.low > 0, other.length.low > 0, one.demand.isConstant, other.demand.isConstant,
      one.demand.constant + other.demand.constant > capacity, let first = one.interval, let second = other.interval
    else { return false }
    _ = try order(first, second)
    return true
  }

  /// The truth of *the user covers the start of the member*, where both are present: neither ends before it nor starts after it.
  private mutating func covers(_ user: UsageMember, startOf member: UsageMember) throws(ModelError) -> LinearSum {
    let covers = try addColumn("covers", [user.name, member.name], 0...1)
    var truth = LinearSum(column: covers)
    var (before, after): (Int32?, Int32?)
    if user.end.low <= member.start.high {
      let column = try addColumn("ends", [user.name, member.name], 0...1)
      try require(member.start, after: user.end, when: [LinearSum(column: column)])
      truth += LinearSum(column: column)
      before = column
    }
    if user.start.high > member.start.low {
      let column = try addColumn("starts", [user.name, member.name], 0...1)
      try require(user.start, after: member.start, by: 1, when: [LinearSum(column: column)])
      truth += LinearSum(column: column)
      after = column
    }
    try require(truth - user.presence - member.presence, .atLeast, -1)
    encoders.append { [before, after] solution, values in
      guard let span = user.span(in: solution), let start = member.span(in: solution)?.start else { return }
      if span.end <= start, let before {
        values[Int(before)] = 1
      } else if span.start > start, let after {
        values[Int(after)] = 1
      } else {
        values[Int(covers)] = 1
      }
    }
    return LinearSum(column: covers)
  }

  /// The truth of *it is present and lasts*.
  private mutating func lasts(_ member: UsageMember) throws(ModelError) -> LinearSum {
    guard member.length.low == 0, let interval = member.interval else { return member.presence }
    let column = try addColumn("lasts", [member.name], 0...1)
    let length = times[Int(interval)].length
    try require(length - switching(Int128(member.length.high)) * LinearSum(column: column), .atMost, 0)
    encoders.append { solution, values in
      if let span = solution.intervals[Int(interval)], span.length > 0 { values[Int(column)] = 1 }
    }
    return LinearSum(column: column)
  }

  /// At least a demand where the binary is true, and at least 0: the side of the product (McCormick 1976) that a capacity asks for.
  private mutating func product(
    of demand: LinearSum, _ largest: Int128, _ binary: LinearSum
  ) throws(ModelError) -> LinearSum {
    if demand.isConstant { return demand.constant * binary }
    if binary.isTrue { return demand }
    let column = try addColumn("used", [], 0...largest)
    try require(LinearSum(column: column) - demand, .atLeast, 0, when: [binary])
    encoders.append { _, values in
      func value(_ sum: LinearSum) -> Double {
        sum.terms.reduce(Double(sum.constant)) { $0 + Double($1.value) * values[Int($1.column)] }
      }
      if value(binary) > 0.5 { values[Int(column)] = value(demand) }
    }
    return LinearSum(column: column)
  }

  // MARK: Flow

  /// Units flow from the resource to intervals, from each to those that start after it, and back (Artigues, Michelon, Reusser, "Insertion
  /// techniques for static and dynamic resource-constrained project scheduling", *EJOR* 149, 2003).
  private mutating func postFlow(_ all: UsageMembers) throws(ModelError) {
    let members = all.members
    var leaving: [LinearSum] = []
    var entering: [LinearSum] = []
    var (sources, sinks): ([Int32], [Int32]) = ([], [])
    for member in members {
      let source = try addColumn("from", [member.name], 0...member.largestDemand)
      let sink = try addColumn("to", [member.name], 0...member.largestDemand)
      sources.append(source)
      sinks.append(sink)
      entering.append(LinearSum(column: source))
      leaving.append(LinearSum(column: sink))
    }
    try require(sources.reduce(into: LinearSum()) { $0 += LinearSum(column: $1) }, .atMost, all.capacity)
    var arcs: [FlowArc] = []
    for (from, giver) in members.enumerated() {
      for (to, taker) in members.enumerated() where from != to && giver.end.low <= taker.start.high {
        let most = min(giver.largestDemand, taker.largestDemand)
        let order = try addColumn("before", [giver.name, taker.name], 0...1)
        let amount = try addColumn("flow", [giver.name, taker.name], 0...most)
        try require(taker.start, after: giver.end, when: [LinearSum(column: order)])
        try require(LinearSum(column: amount) - most * LinearSum(column: order), .atMost, 0)
        leaving[from] += LinearSum(column: amount)
        entering[to] += LinearSum(column: amount)
        arcs.append(FlowArc(from: from, to: to, order: order, amount: amount))
      }
    }
    for (place, member) in members.enumerated() {
      let demand = member.demand.constant * member.presence
      try require(leaving[place] - demand, .equal, 0)
      try require(entering[place] - demand, .equal, 0)
    }
    let capacity = Int(all.capacity)
    encoders.append { [arcs, sources, sinks] solution, values in
      let flow = ResourceFlow(members.map { ($0.span(in: solution), Int($0.demand.constant)) }, capacity: capacity)
      for (place, amount) in flow.fromSource.enumerated() { values[Int(sources[place])] = Double(amount) }
      for (place, amount) in flow.toSink.enumerated() { values[Int(sinks[place])] = Double(amount) }
      for arc in arcs {
        guard let giver = members[arc.from].span(in: solution), let taker = members[arc.to].span(in: solution) else {
          continue
        }
        if giver.end <= taker.start { values[Int(arc.order)] = 1 }
        values[Int(arc.amount)] = Double(flow.amounts[arc.from * members.count + arc.to])
      }
    }
  }

  private struct FlowArc: Sendable {
    let from: Int
    let to: Int
    let order: Int32
    let amount: Int32
  }
}

/// A flow of units through intervals in order of time: each takes from the resource what is unused, and then from those that have ended.
struct ResourceFlow {
  private(set) var fromSource: [Int]
  private(set) var toSink: [Int]
  /// From each to each, row by row.
  private(set) var amounts: [Int]

  /// - Parameter users: where each is, nil where absent, and what it uses. They fit the capacity.
  init(_ users: [(span: Solution.Span?, demand: Int)], capacity: Int) {
    fromSource = [Int](repeating: 0, count: users.count)
    toSink = fromSource
    amounts = [Int](repeating: 0, count: users.count * users.count)
    var unused = capacity
    let order = users.indices.filter { users[$0].span != nil }.sorted {
      (users[$0].span!.start, $0) < (users[$1].span!.start, $1)
    }
    for taker in order {
      guard let start = users[taker].span?.start else { continue }
      var need = users[taker].demand
      fromSource[taker] = min(need, unused)
      need -= fromSource[taker]
      unused -= fromSource[taker]
      for giver in order where need > 0 && toSink[giver] > 0 {
        guard let end = users[giver].span?.end, end <= start else { continue }
        let amount = min(need, toSink[giver])
        amounts[giver * users.count + taker] = amount
        toSink[giver] -= amount
        need -= amount
      }
      toSink[taker] = users[taker].demand
    }
  }
}
