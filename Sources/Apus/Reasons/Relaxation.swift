import ApusModel

/// A model in which some requirements give way, each by a number of its own where it is one, and as little as possible in all.
///
/// Lags, windows, sums and capacities of resources are numbers; what is none is left out.
struct Relaxation {
  private(set) var model: ModelData
  private let table: RequirementTable
  /// By number of the requirement: by how much it gives way.
  private var amounts: [Int: IntegerExpression] = [:]
  /// Intervals added to a usage, which take up what it does not give way.
  private var hasFillers = false

  private static let horizon = IntervalDomain.horizon

  init(_ table: RequirementTable, givingUp numbers: [Int]) {
    self.table = table
    var isKept = Array(repeating: true, count: table.count)
    for number in numbers { isKept[number] = false }
    model = table.keeping(isKept)
    for number in numbers {
      switch table[number] {
      case .window(let index): relaxWindow(index, number)
      case .constraint(let index): relax(table.model.constraints[index], number)
      }
    }
    if hasFillers { fixMakespan() }
    model.objective = Objective(.minimize, sum(amounts.sorted { $0.key < $1.key }.map(\.value)))
  }

  /// The part of a solution that is one of the original variables.
  func original(_ solution: Solution) -> Solution {
    Solution(
      integers: Array(solution.integers.prefix(table.model.integers.count)),
      intervals: Array(solution.intervals.prefix(table.model.intervals.count)))
  }

  /// What does not hold in the solution as it was, with how much it gives way.
  func concessions(in solution: Solution, items: [RequirementGroup]) -> [Repair.Concession] {
    let broken = table.broken(in: original(solution))
    return items.flatMap { item in
      item.members.filter(broken.contains).map { number in
        Repair.Concession(
          requirement: table[number], group: item.name, text: table.text(of: table[number]),
          amount: amounts[number].flatMap { solution.value(of: $0) })
      }
    }
  }

  // MARK: What gives way

  private mutating func slack() -> IntegerExpression {
    IntegerExpression(.integer(Int32(model.addInteger(0...Self.horizon, name: nil))))
  }

  /// `amount` where the interval is absent, which is then to be left alone; 0 where it is present.
  private func unless(_ index: Int, _ amount: Int) -> IntegerExpression {
    let presence = model.intervals[index].isPresent
    return presence == .true || amount <= 0 ? 0 : amount * IntegerExpression(!presence)
  }

  private mutating func relaxWindow(_ index: Int, _ number: Int) {
    let domain = table.model.intervals[index]
    let interval = model.interval(index)
    let (early, late) = (slack(), slack())
    let members = [
      interval.start + early + unless(index, domain.start.lowerBound) >= domain.start.lowerBound,
      interval.start - late - unless(index, -domain.start.upperBound) <= domain.start.upperBound,
      interval.end + early + unless(index, domain.end.lowerBound) >= domain.end.lowerBound,
      interval.end - late - unless(index, -domain.end.upperBound) <= domain.end.upperBound,
    ]
    model.addGroup("relaxed", members)
    amounts[number] = early + late
  }

  private mutating func relax(_ constraint: Constraint, _ number: Int) {
    switch constraint {
    case .precedence(let precedence):
      let slack = slack()
      let enough = 2 * Self.horizon + abs(precedence.lag)
      let before = model.interval(Int(precedence.before))
      let after = model.interval(Int(precedence.after))
      let from = precedence.source == .start ? before.start : before.end
      let to = precedence.target == .start ? after.start : after.end
      let free = unless(Int(precedence.before), enough) + unless(Int(precedence.after), enough)
      model.addGroup("relaxed", [from + precedence.lag <= to + slack + free])
      amounts[number] = slack
    case .linear(let linear):
      let over = slack()
      switch linear.relation {
      case .atMost:
        model.addGroup("relaxed", [linear.expression - over <= 0])
        amounts[number] = over
      case .equal:
        let under = slack()
        model.addGroup("relaxed", [linear.expression - over + under == 0])
        amounts[number] = over + under
      }
    case .usage(let usage): relax(usage, number)
    case .noOverlap, .clause, .reservoir, .alternative, .span, .sameOrder, .pack, .within, .calendar, .stateFunction,
      .condition,
      .allDifferent, .table, .circuit, .automaton:
      break
    }
  }

  /// The capacity is raised beyond need, and intervals over all of time take up what it is not to give way.
  private mutating func relax(_ usage: Usage, _ number: Int) {
    let demands = usage.demands.map { demand in
      switch demand {
      case .constant(let amount): amount
      case .integer(let index): model.integers[Int(index)].upperBound
      }
    }
    let domains = usage.intervals.map { model.intervals[Int($0)] }
    guard !domains.isEmpty, model.intervals.allSatisfy({ $0.end.lowerBound >= 0 }) || !mentionsMakespan,
      !table.model.constraints.contains(where: \.buriesMakespan)
    else { return }
    let most = demands.reduce(0, +)
    guard most <= Self.horizon else { return }
    let filled = model.addInteger(0...most, name: nil)
    let first = max(-Self.horizon, domains.map(\.start.lowerBound).min() ?? 0)
    let last = min(Self.horizon, domains.map(\.end.upperBound).max() ?? 0)
    var pulses = zip(usage.intervals, usage.demands).map { Usage.Pulse(interval: $0, demand: $1) }
    for (start, end) in [(first, min(last, 0)), (max(first, 0), last)] where start < end {
      let filler = model.addInterval(
        length: end - start...end - start, window: start...end, isPresent: .true, name: nil)
      pulses.append(Usage.Pulse(interval: filler.index, demand: .integer(Int32(filled))))
    }
    let steps = zip(usage.capacity.times, usage.capacity.levels).map { (from: $0, capacity: $1 + most) }
    model.addGroup(
      "relaxed", [Usage(pulses, capacity: usage.capacity.base + most, steps: steps).constraint])
    amounts[number] = most - IntegerExpression(.integer(Int32(filled)))
    hasFillers = true
  }

  // MARK: Fillers are none of the model's intervals

  private var mentionsMakespan: Bool { table.model.constraints.contains(where: \.mentionsMakespan) }

  /// The makespan is that of the original intervals; all ends are at least 0 where it occurs.
  private mutating func fixMakespan() {
    guard mentionsMakespan else { return }
    let ends = table.model.intervals.indices.map { model.interval($0).end }
    let groups = model.groups
    let constraints = model.constraints
    model = model.keepingConstraints { _ in false }
    for group in groups {
      model.addGroup(
        group.name,
        constraints[group.members].map { constraint -> Constraint in
          guard case .linear(let linear) = constraint else { return constraint }
          return .linear(Linear(linear.expression.withMakespan(of: ends), linear.relation))
        })
    }
  }
}

extension Constraint {
  fileprivate var mentionsMakespan: Bool {
    switch self {
    case .linear(let linear): linear.expression.mentionsMakespan
    case .condition(let condition): condition.mentionsMakespan
    case .allDifferent(let constraint): constraint.expressions.contains(where: \.mentionsMakespan)
    case .table(let table): table.columns.contains(where: \.mentionsMakespan)
    case .circuit(let circuit): circuit.successors.contains(where: \.mentionsMakespan)
    case .automaton(let automaton): automaton.expressions.contains(where: \.mentionsMakespan)
    default: false
    }
  }

  /// Whether the makespan occurs where ``IntegerExpression/withMakespan(of:)`` does not replace it.
  fileprivate var buriesMakespan: Bool {
    guard case .linear(let linear) = self else { return mentionsMakespan }
    return linear.expression.buriesMakespan
  }
}

extension IntegerExpression {
  fileprivate var buriesMakespan: Bool {
    terms.contains { term in
      switch term.operand {
      case .makespan, .integer, .start, .end, .length: false
      case .maximum(let arguments): arguments.contains(where: \.buriesMakespan)
      case .truth, .product, .quotient, .remainder, .element: IntegerExpression(term.operand).mentionsMakespan
      }
    }
  }

  /// The expression with the largest of some ends in place of the makespan.
  fileprivate func withMakespan(of ends: [IntegerExpression]) -> IntegerExpression {
    let terms = terms.map { term -> Term in
      switch term.operand {
      case .makespan: Term(term.coefficient, .maximum(ends))
      case .maximum(let arguments):
        Term(term.coefficient, .maximum(arguments.map { $0.withMakespan(of: ends) }))
      case .integer, .start, .end, .length, .truth, .product, .quotient, .remainder, .element: term
      }
    }
    return IntegerExpression(terms: terms, constant: constant)
  }
}
