import ApusModel

extension RandomModel {
  /// One constraint of a kind.
  mutating func constraint(of kind: Kind) -> Constraint {
    switch kind {
    case .usage: .usage(usage())
    case .reservoir: .reservoir(reservoir())
    case .alternative: .alternative(choice { Alternative($0, of: $1) })
    case .span: .span(choice { Span($0, of: $1) })
    case .setup: .noOverlap(sequence())
    case .sameOrder: .sameOrder(sameOrder())
    case .pack: .pack(pack())
    case .within: .within(within())
    case .logic: .condition(condition(depth: 2))
    case .function: function()
    case .allDifferent: .allDifferent(AllDifferent(smallExpressions(2...4)))
    case .table: .table(table())
    case .circuit: .circuit(circuit())
    case .automaton: .automaton(automaton())
    }
  }

  private mutating func pack() -> Pack {
    let bins = random.draw(0...3)
    let resources = random.draw(1...2)
    var items: [Pack.Item] = []
    for variable in integers + literals.map({ IntegerExpression($0) }) where random.chance(80) {
      // A negated literal, or one that is no variable, is no item.
      guard variable.constant == 0, variable.terms.count == 1 else { continue }
      let choice = random.chance(30) ? (0..<bins).filter { _ in random.chance(60) } : nil
      items.append(Pack.Item(variable, sizes: (0..<resources).map { _ in random.draw(0...4) }, in: choice))
    }
    var pack = Pack(items, into: (0..<bins).map { _ in (0..<resources).map { _ in random.draw(0...7) } })
    if Set(pack.items).count != pack.items.count { pack = Pack([], into: []) }
    return pack
  }

  private mutating func within() -> Within {
    let lower = random.draw(-4...5)
    let variable = integers.isEmpty ? model.integer(0...3) : random.pick(integers)
    let literal = literals.isEmpty || random.chance(5) ? Literal.true : random.pick(literals)
    return Within(variable, lower...lower + random.draw(0...4), isSaidBy: random.chance(30) ? !literal : literal)
  }

  private mutating func usage() -> Usage {
    var pulses: [Usage.Pulse] = []
    for _ in 0..<random.draw(0...5) {
      let interval = random.pick(intervals)
      pulses.append(random.chance(25) ? interval.pulse(demand()) : interval.pulse(random.draw(0...3)))
    }
    var steps: [(from: Int, capacity: Int)] = []
    var time = random.draw(-1...4)
    while random.chance(30) {
      steps.append((time, random.draw(0...5)))
      time += random.draw(1...4)
    }
    return Usage(pulses, capacity: random.draw(1...6), steps: steps)
  }

  /// A variable that is never negative, or a constant where there is none.
  private mutating func demand() -> IntegerExpression {
    let domains = model.data.integers
    var choices = domains.indices.filter { domains[$0].lowerBound >= 0 }.map { IntegerExpression(.integer(Int32($0))) }
    choices.append(2)
    return random.pick(choices)
  }

  private mutating func reservoir() -> Reservoir {
    var steps: [Reservoir.Step] = []
    for _ in 0..<random.draw(0...5) {
      steps.append(random.pick(intervals).step(random.draw(-3...3), at: random.chance(50) ? .start : .end))
    }
    return Reservoir(
      steps, initial: random.draw(-1...3), minimum: random.chance(70) ? random.draw(-2...1) : nil,
      maximum: random.chance(70) ? random.draw(1...5) : nil)
  }

  /// A main interval and others, mostly optional ones.
  private mutating func choice<Kind>(_ make: (Interval, [Interval]) -> Kind) -> Kind {
    let main = random.pick(intervals)
    let members = intervals.filter { member in
      member != main && random.chance(member.isPresent == .true ? 40 : 80)
    }
    return make(main, members)
  }

  private mutating func sequence() -> NoOverlap {
    let members = intervals.filter { _ in random.chance(80) }
    let count = random.draw(1...3)
    let times = (0..<count).map { _ in (0..<count).map { _ in random.chance(50) ? 0 : random.draw(0...3) } }
    let initial = random.chance(40) ? (0..<count).map { _ in random.draw(0...3) } : nil
    let setup = SetupTimes(
      types: members.map { _ in random.draw(0...count - 1) }, times: times, initial: initial,
      from: random.chance(50) ? 0 : random.draw(-2...2))
    return NoOverlap(members, setup: setup)
  }

  private mutating func sameOrder() -> SameOrder {
    let count = random.draw(0...intervals.count)
    let first = intervals.shuffled(using: &random).prefix(count)
    return SameOrder(Array(first), Array(intervals.shuffled(using: &random).prefix(count)))
  }
}
