import ApusModel

// The definitions of resources, setup times, choice and orders, tick by tick, order by order and pair by pair.

extension ReferenceSemantics {
  func start(_ interval: Int) -> Int { values[slot(ofInterval: interval)] }
  func end(_ interval: Int) -> Int { values[slot(ofInterval: interval) + 1] }

  /// Whether the present members have an order in which each starts its setup time after the one before it.
  func hasOrder(_ members: [Int], _ setup: SetupTimes) -> Bool {
    let types = setup.types.map { Int($0) }
    func canFollow(_ rest: [Int], after last: Int?) -> Bool {
      if rest.isEmpty { return true }
      for next in rest {
        var ready = Int.min
        if let last {
          ready = end(members[last]) + setup.times[types[last] * setup.typeCount + types[next]]
        } else if let initial = setup.initial {
          ready = setup.origin + initial[types[next]]
        }
        if ready <= start(members[next]), canFollow(rest.filter { $0 != next }, after: next) { return true }
      }
      return false
    }
    return canFollow(members.indices.filter { isPresent[members[$0]] }, after: nil)
  }

  func holds(_ usage: Usage) -> Bool {
    let present = usage.intervals.indices.filter { isPresent[Int(usage.intervals[$0])] }
    let first = present.map { start(Int(usage.intervals[$0])) }.min() ?? 0
    let last = present.map { end(Int(usage.intervals[$0])) }.max() ?? 0
    for tick in min(first, last)...max(first, last) {
      var used = 0
      for position in present {
        let interval = Int(usage.intervals[position])
        guard start(interval) <= tick, tick < end(interval) else { continue }
        switch usage.demands[position] {
        case .constant(let amount): used += amount
        case .integer(let index): used += values[Int(index)]
        }
      }
      var capacity = usage.capacity.base
      for (from, level) in zip(usage.capacity.times, usage.capacity.levels) where from <= tick { capacity = level }
      if used > capacity { return false }
    }
    return true
  }

  func holds(_ reservoir: Reservoir) -> Bool {
    func level(at time: Int?) -> Int {
      var level = reservoir.initial
      for (position, index) in reservoir.intervals.enumerated() where isPresent[Int(index)] {
        let point = reservoir.points[position] == .start ? start(Int(index)) : end(Int(index))
        if let time, point <= time { level += reservoir.amounts[position] }
      }
      return level
    }
    func isWithin(_ level: Int) -> Bool {
      level >= reservoir.minimum ?? .min && level <= reservoir.maximum ?? .max
    }
    let times = reservoir.intervals.map { Int($0) }.filter { isPresent[$0] }.flatMap { [start($0), end($0)] }
    guard isWithin(level(at: nil)) else { return false }
    guard let first = times.min(), let last = times.max() else { return true }
    return (first...last).allSatisfy { isWithin(level(at: $0)) }
  }

  func holdsAlternative(_ main: Int, _ members: [Int]) -> Bool {
    let present = members.filter { isPresent[$0] }
    guard isPresent[main] else { return present.isEmpty }
    return present.count == 1 && start(present[0]) == start(main) && end(present[0]) == end(main)
  }

  func holdsSpan(_ main: Int, _ members: [Int]) -> Bool {
    let present = members.filter { isPresent[$0] }
    guard isPresent[main] else { return present.isEmpty }
    return !present.isEmpty && start(main) == present.map { start($0) }.min()
      && end(main) == present.map { end($0) }.max()
  }

  func holdsSameOrder(_ first: [Int], _ second: [Int]) -> Bool {
    func goesBefore(_ x: Int, _ y: Int) -> Bool { end(x) <= start(y) && !(end(y) <= start(x)) }
    for i in first.indices {
      for j in first.indices {
        let intervals = [first[i], first[j], second[i], second[j]]
        guard intervals.allSatisfy({ isPresent[$0] }) else { continue }
        if goesBefore(first[i], first[j]) && goesBefore(second[j], second[i]) { return false }
      }
    }
    return true
  }
}

extension ReferenceSemantics.Condition {
  /// The intervals that the condition speaks of, where it can be judged only when all of them are known.
  var intervals: [Int] {
    switch self {
    case .precedence, .noOverlap, .linear, .clause, .pack, .within, .among, .all, .any, .not, .allDifferent, .table,
      .circuit, .automaton:
      []
    case .sequence(let members, _): members
    case .usage(let usage): usage.intervals.map { Int($0) }
    case .reservoir(let reservoir): reservoir.intervals.map { Int($0) }
    case .alternative(let main, let members), .span(let main, let members): [main] + members
    case .sameOrder(let first, let second): first + second
    }
  }
}
