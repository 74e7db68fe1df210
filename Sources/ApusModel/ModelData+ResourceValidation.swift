// What resources, setup times and orders are refused for. Sums are proven to fit in 64 bits here, so that nobody has to ask again.

extension ModelData {
  func validate(_ usage: Usage, _ name: () -> String) throws(ModelError) {
    var total: Int128 = 0
    for (interval, demand) in zip(usage.intervals, usage.demands) {
      try validateInterval(interval, name)
      total += Int128(try largest(demand, name))
    }
    guard total <= Int128(Int.max) else { throw ModelError(name(), "its demands add up to \(total), beyond 64 bits") }
    try validate(usage.capacity, name)
  }

  private func validate(_ capacity: Capacity, _ name: () -> String) throws(ModelError) {
    guard capacity.base >= 0 else {
      throw ModelError(name(), "a capacity of \(capacity.base); expected 0 or more")
    }
    for (from, level) in zip(capacity.times, capacity.levels) where level < 0 {
      throw ModelError(name(), "a capacity of \(level) from \(from) on; expected 0 or more")
    }
    for (before, after) in capacity.times.pairs() where before >= after {
      throw ModelError(name(), "a capacity from \(before) and then from \(after); expected steps in order of time")
    }
    for time in capacity.times { try validateTime(time, "a capacity", name) }
  }

  private func largest(_ demand: Usage.Demand, _ name: () -> String) throws(ModelError) -> Int {
    switch demand {
    case .constant(let amount):
      guard amount >= 0 else { throw ModelError(name(), "a demand of \(amount); expected 0 or more") }
      return amount
    case .neither:
      throw ModelError(
        name(), "a demand is neither a number nor an integer variable; give the expression a variable of its own")
    case .integer(let index):
      guard integers.indices.contains(Int(index)) else {
        throw ModelError(name(), "variable \(index) does not exist; this model has \(integers.count) variables")
      }
      let domain = integers[Int(index)]
      guard domain.lowerBound >= 0 else {
        throw ModelError(
          name(), "a demand of \(nameOfInteger(Int(index))) could be \(domain.lowerBound); expected 0 or more")
      }
      return domain.upperBound
    }
  }

  func validate(_ reservoir: Reservoir, _ name: () -> String) throws(ModelError) {
    var (lowest, highest) = (Int128(reservoir.initial), Int128(reservoir.initial))
    for (interval, amount) in zip(reservoir.intervals, reservoir.amounts) {
      try validateInterval(interval, name)
      if amount < 0 { lowest += Int128(amount) } else { highest += Int128(amount) }
    }
    guard lowest >= Int128(Int.min), highest <= Int128(Int.max) else {
      throw ModelError(name(), "its level could lie anywhere in \(lowest)...\(highest), beyond 64 bits")
    }
    if let minimum = reservoir.minimum, let maximum = reservoir.maximum, minimum > maximum {
      throw ModelError(name(), "its minimum is \(minimum), which is more than its maximum, \(maximum)")
    }
  }

  func validate(_ lists: SameOrder, _ name: () -> String) throws(ModelError) {
    guard lists.first.count == lists.second.count else {
      throw ModelError(
        name(),
        "a SameOrder of \(lists.first.count) intervals and \(lists.second.count); expected as many in both lists")
    }
    try validateOnce(lists.first, in: "list of a SameOrder", name)
    try validateOnce(lists.second, in: "list of a SameOrder", name)
  }

  func validate(_ setup: SetupTimes, count: Int, _ name: () -> String) throws(ModelError) {
    guard setup.isSquare else {
      throw ModelError(name(), "the setup times are no square matrix; expected \(setup.typeCount) columns in each row")
    }
    guard setup.types.count == count else {
      throw ModelError(name(), "setup times for \(setup.types.count) intervals; expected one type for each of \(count)")
    }
    for type in setup.types where type < 0 || Int(type) >= setup.typeCount {
      throw ModelError(name(), "a setup type of \(type); expected 0 to \(setup.typeCount - 1), one for each row")
    }
    if let initial = setup.initial, initial.count != setup.typeCount {
      throw ModelError(
        name(), "initial setup times for \(initial.count) types; expected one for each of \(setup.typeCount)")
    }
    for time in setup.times + (setup.initial ?? []) where !(0...IntervalDomain.horizon).contains(time) {
      throw ModelError(name(), "a setup time of \(time) ticks; expected 0...\(IntervalDomain.horizon)")
    }
    try validateTime(setup.origin, "the initial setup", name)
  }

  func validateTime(_ time: Int, _ what: String, _ name: () -> String) throws(ModelError) {
    guard time.magnitude <= IntervalDomain.horizon.magnitude else {
      throw ModelError(name(), "\(what) from \(time); times lie within ±\(IntervalDomain.horizon)")
    }
  }
}
