import ApusModel

/// The definitions of `Docs/Semantics.md`, written down as plainly as they can be, on a flat array of values.
///
/// Slots: the integers, then the start, end and length of every interval (0 where it is absent), then the makespan.
/// It shares no code with the checker or a solver, and traps where a value leaves 64 bits: random models stay far from that.
public struct ReferenceSemantics {
  struct Expression {
    struct Term {
      var coefficient: Int
      /// The slot, or -1 for a maximum.
      var slot: Int
      var maximum: [Expression] = []
    }
    var constant: Int
    var terms: [Term]
  }

  enum Condition {
    /// `isPresent` of both implies `values[later] >= values[earlier] + lag`.
    case precedence(before: Int, after: Int, earlier: Int, later: Int, lag: Int)
    case noOverlap([Int])
    case linear(Expression, isEquality: Bool)
    case clause([Literal])
    case sequence([Int], SetupTimes)
    case usage(Usage)
    case reservoir(Reservoir)
    case alternative(main: Int, [Int])
    case span(main: Int, [Int])
    case sameOrder([Int], [Int])
    case pack(Pack)
    case within(Within)
    case calendar(CalendarRule)
    case stateFunction(StateFunction)
  }

  let model: ModelData
  let makespanSlot: Int
  var values: [Int]
  var isPresent: [Bool]

  init(_ model: ModelData) {
    self.model = model
    makespanSlot = model.integers.count + 3 * model.intervals.count
    values = Array(repeating: 0, count: makespanSlot + 1)
    isPresent = Array(repeating: false, count: model.intervals.count)
  }

  func slot(ofInterval index: Int) -> Int { model.integers.count + 3 * index }

  // MARK: Translation

  func condition(_ constraint: Constraint) -> Condition {
    switch constraint {
    case .precedence(let link):
      let (before, after) = (Int(link.before), Int(link.after))
      return .precedence(
        before: before, after: after, earlier: slot(ofInterval: before) + (link.source == .start ? 0 : 1),
        later: slot(ofInterval: after) + (link.target == .start ? 0 : 1), lag: link.lag)
    case .noOverlap(let noOverlap):
      let members = noOverlap.intervals.map { Int($0) }
      return noOverlap.setup.map { .sequence(members, $0) } ?? .noOverlap(members)
    case .linear(let linear): return .linear(expression(linear.expression), isEquality: linear.relation == .equal)
    case .clause(let clause): return .clause(clause.literals)
    case .usage(let usage): return .usage(usage)
    case .reservoir(let reservoir): return .reservoir(reservoir)
    case .alternative(let choice): return .alternative(main: Int(choice.main), choice.members.map { Int($0) })
    case .span(let span): return .span(main: Int(span.main), span.members.map { Int($0) })
    case .sameOrder(let lists): return .sameOrder(lists.first.map { Int($0) }, lists.second.map { Int($0) })
    case .pack(let pack): return .pack(pack)
    case .within(let within): return .within(within)
    case .calendar(let rule): return .calendar(rule)
    case .stateFunction(let function): return .stateFunction(function)
    }
  }

  func expression(_ written: IntegerExpression) -> Expression {
    Expression(
      constant: written.constant,
      terms: written.terms.map { term in
        switch term.operand {
        case .integer(let index): Expression.Term(coefficient: term.coefficient, slot: Int(index))
        case .start(let index): Expression.Term(coefficient: term.coefficient, slot: slot(ofInterval: Int(index)))
        case .end(let index): Expression.Term(coefficient: term.coefficient, slot: slot(ofInterval: Int(index)) + 1)
        case .length(let index): Expression.Term(coefficient: term.coefficient, slot: slot(ofInterval: Int(index)) + 2)
        case .makespan: Expression.Term(coefficient: term.coefficient, slot: makespanSlot)
        case .maximum(let arguments):
          Expression.Term(coefficient: term.coefficient, slot: -1, maximum: arguments.map(expression))
        }
      })
  }

  // MARK: Definitions

  func value(_ expression: Expression) -> Int {
    var total = expression.constant
    for term in expression.terms { total += term.coefficient * operand(term) }
    return total
  }

  func operand(_ term: Expression.Term) -> Int {
    term.slot >= 0 ? values[term.slot] : term.maximum.map { value($0) }.max()!
  }

  func holds(_ literal: Literal) -> Bool {
    if literal == .true { return true }
    if literal == .false { return false }
    let isOne = values[literal.variable!] == 1
    return literal.isNegated ? !isOne : isOne
  }

  func overlap(_ first: Int, _ second: Int) -> Bool {
    guard isPresent[first] && isPresent[second] else { return false }
    let (i, j) = (slot(ofInterval: first), slot(ofInterval: second))
    return !(values[i + 1] <= values[j] || values[j + 1] <= values[i])
  }

  func holds(_ condition: Condition) -> Bool {
    switch condition {
    case .precedence(let before, let after, let earlier, let later, let lag):
      return !(isPresent[before] && isPresent[after]) || values[later] >= values[earlier] + lag
    case .noOverlap(let members):
      for (position, first) in members.enumerated() {
        for second in members[(position + 1)...] where overlap(first, second) { return false }
      }
      return true
    case .linear(let expression, let isEquality):
      let value = value(expression)
      return isEquality ? value == 0 : value <= 0
    case .clause(let literals): return literals.contains(where: holds)
    case .sequence(let members, let setup): return hasOrder(members, setup)
    case .usage(let usage): return holds(usage)
    case .reservoir(let reservoir): return holds(reservoir)
    case .alternative(let main, let members): return holdsAlternative(main, members)
    case .span(let main, let members): return holdsSpan(main, members)
    case .sameOrder(let first, let second): return holdsSameOrder(first, second)
    case .pack(let pack): return holdsPack(pack)
    case .within(let within): return holds(within.literal) == within.range.contains(values[Int(within.variable)])
    case .calendar(let rule): return holdsCalendar(rule)
    case .stateFunction(let function): return holdsStates(function)
    }
  }

  /// Bin by bin: what may not be there is not, and what is there fits.
  func holdsPack(_ pack: Pack) -> Bool {
    for bin in 0..<pack.binCount {
      let members = pack.items.indices.filter { values[Int(pack.items[$0])] == bin }
      for item in members where pack.choice[item] >= 0 {
        if !pack.choices[Int(pack.choice[item])].contains(Int32(bin)) { return false }
      }
      for resource in 0..<pack.resourceCount {
        let load = members.map { pack.sizes[$0 * pack.resourceCount + resource] }.reduce(0, +)
        if load > pack.capacities[bin * pack.resourceCount + resource] { return false }
      }
    }
    return true
  }

  mutating func setInterval(_ index: Int, _ span: Solution.Span?) {
    let slot = slot(ofInterval: index)
    isPresent[index] = span != nil
    values[slot] = span?.start ?? 0
    values[slot + 1] = span?.end ?? 0
    values[slot + 2] = (span?.end ?? 0) - (span?.start ?? 0)
  }

  mutating func setMakespan() {
    var ends: [Int] = []
    for index in isPresent.indices where isPresent[index] { ends.append(values[slot(ofInterval: index) + 1]) }
    values[makespanSlot] = ends.max() ?? 0
  }
}
