import ApusModel

/// The definitions of `Docs/Semantics.md`, written down as plainly as they can be, on a flat array of values.
///
/// Slots: the integers, then the start, end and length of every interval (0 where it is absent), then the makespan.
/// It shares no code with the checker or a solver, and traps where a value leaves 64 bits: random models stay far from that.
struct ReferenceSemantics {
  struct Expression {
    struct Term {
      var coefficient: Int
      /// The slot, or -1 for a function.
      var slot = -1
      var function: Function?
    }

    indirect enum Function {
      case maximum([Expression])
      case truth(Condition)
      case product(Expression, Expression)
      case quotient(Expression, Expression)
      case remainder(Expression, Expression)
      case element([Expression], Expression)
    }
    var constant: Int
    var terms: [Term]
  }

  indirect enum Condition {
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
    case among(Expression, [ClosedRange<Int>])
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case allDifferent([Expression])
    case table([Expression], rows: [[Int]])
    case circuit([Expression], allowsSkipping: Bool)
    case automaton([Expression], Automaton)
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
    case .condition(let condition): return self.condition(condition)
    case .allDifferent(let constraint): return .allDifferent(constraint.expressions.map(expression))
    case .table(let table):
      return .table(table.columns.map(expression), rows: (0..<table.rowCount).map { Array(table.row($0)) })
    case .circuit(let circuit):
      return .circuit(circuit.successors.map(expression), allowsSkipping: circuit.allowsSkipping)
    case .automaton(let automaton): return .automaton(automaton.expressions.map(expression), automaton)
    }
  }

  private func condition(_ written: ApusModel.Condition) -> Condition {
    switch written {
    case .clause(let clause): .clause(clause.literals)
    case .comparison(let linear): .linear(expression(linear.expression), isEquality: linear.relation == .equal)
    case .precedence(let precedence): condition(Constraint.precedence(precedence))
    case .among(let value, let ranges): .among(expression(value), ranges)
    case .all(let parts): .all(parts.map(condition))
    case .any(let parts): .any(parts.map(condition))
    case .not(let opposite): .not(condition(opposite))
    }
  }

  func expression(_ written: IntegerExpression) -> Expression {
    Expression(
      constant: written.constant,
      terms: written.terms.filter { $0.coefficient != 0 }.map { term in
        let coefficient = term.coefficient
        switch term.operand {
        case .integer(let index): return Expression.Term(coefficient: coefficient, slot: Int(index))
        case .start(let index): return Expression.Term(coefficient: coefficient, slot: slot(ofInterval: Int(index)))
        case .end(let index): return Expression.Term(coefficient: coefficient, slot: slot(ofInterval: Int(index)) + 1)
        case .length(let index):
          return Expression.Term(coefficient: coefficient, slot: slot(ofInterval: Int(index)) + 2)
        case .makespan: return Expression.Term(coefficient: coefficient, slot: makespanSlot)
        case .maximum(let arguments):
          return Expression.Term(coefficient: coefficient, function: .maximum(arguments.map(expression)))
        case .truth(let condition):
          return Expression.Term(coefficient: coefficient, function: .truth(self.condition(condition)))
        case .product(let first, let second):
          return Expression.Term(coefficient: coefficient, function: .product(expression(first), expression(second)))
        case .quotient(let first, let second):
          return Expression.Term(coefficient: coefficient, function: .quotient(expression(first), expression(second)))
        case .remainder(let first, let second):
          return Expression.Term(coefficient: coefficient, function: .remainder(expression(first), expression(second)))
        case .element(let list, let index):
          return Expression.Term(
            coefficient: coefficient, function: .element(list.map(expression), expression(index)))
        }
      })
  }

  // MARK: Definitions

  /// The value; nil where a part has none.
  func value(_ expression: Expression) -> Int? {
    var total = expression.constant
    for term in expression.terms {
      guard let operand = operand(term) else { return nil }
      total += term.coefficient * operand
    }
    return total
  }

  func operand(_ term: Expression.Term) -> Int? {
    guard let function = term.function else { return values[term.slot] }
    switch function {
    case .maximum(let arguments): return all(arguments)?.max()
    case .truth(let condition): return truth(condition).map { $0 ? 1 : 0 }
    case .product(let first, let second): return all([first, second]).map { $0[0] * $0[1] }
    case .quotient(let first, let second): return all([first, second]).flatMap { $0[1] == 0 ? nil : $0[0] / $0[1] }
    case .remainder(let first, let second): return all([first, second]).flatMap { $0[1] == 0 ? nil : $0[0] % $0[1] }
    case .element(let list, let index):
      guard let values = all(list), let place = value(index), values.indices.contains(place) else { return nil }
      return values[place]
    }
  }

  func all(_ expressions: [Expression]) -> [Int]? {
    let values = expressions.compactMap { value($0) }
    return values.count == expressions.count ? values : nil
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

  func holds(_ condition: Condition) -> Bool { truth(condition) == true }

  /// Whether it holds; nil where a part has no value.
  private func truth(_ condition: Condition) -> Bool? {
    switch condition {
    case .precedence(let before, let after, let earlier, let later, let lag):
      return !(isPresent[before] && isPresent[after]) || values[later] >= values[earlier] + lag
    case .noOverlap(let members):
      for (position, first) in members.enumerated() {
        for second in members[(position + 1)...] where overlap(first, second) { return false }
      }
      return true
    case .linear(let expression, let isEquality):
      return value(expression).map { isEquality ? $0 == 0 : $0 <= 0 }
    case .clause(let literals): return literals.contains(where: holds)
    case .sequence(let members, let setup): return hasOrder(members, setup)
    case .usage(let usage): return holds(usage)
    case .reservoir(let reservoir): return holds(reservoir)
    case .alternative(let main, let members): return holdsAlternative(main, members)
    case .span(let main, let members): return holdsSpan(main, members)
    case .sameOrder(let first, let second): return holdsSameOrder(first, second)
    case .pack(let pack): return holdsPack(pack)
    case .within(let within): return holds(within.literal) == within.range.contains(values[Int(within.variable)])
    case .among(let expression, let ranges): return value(expression).map { value in ranges.contains { $0 ~= value } }
    case .all(let parts): return truths(parts).map { !$0.contains(false) }
    case .any(let parts): return truths(parts).map { $0.contains(true) }
    case .not(let opposite): return truth(opposite).map { !$0 }
    case .allDifferent(let expressions): return all(expressions).map { Set($0).count == $0.count }
    case .table(let columns, let rows): return all(columns).map { rows.contains($0) }
    case .circuit(let successors, let allowsSkipping):
      return all(successors).map { isCircuit($0, allowsSkipping: allowsSkipping) }
    case .automaton(let word, let automaton): return all(word).map { isAccepted($0[...], automaton, automaton.initial) }
    }
  }

  private func truths(_ parts: [Condition]) -> [Bool]? {
    let truths = parts.compactMap { truth($0) }
    return truths.count == parts.count ? truths : nil
  }

  /// Some order of the nodes, not counting those left out, is that in which each follows the one before.
  private func isCircuit(_ next: [Int], allowsSkipping: Bool) -> Bool {
    let nodes = next.indices.filter { !allowsSkipping || next[$0] != $0 }
    guard let first = nodes.first else { return true }
    var visited: [Int] = []
    var node = first
    for _ in nodes {
      guard next.indices.contains(node) else { return false }
      visited.append(node)
      node = next[node]
    }
    return node == first && Set(visited) == Set(nodes)
  }

  private func isAccepted(_ word: ArraySlice<Int>, _ automaton: Automaton, _ state: Int) -> Bool {
    guard let value = word.first else { return automaton.accepting.contains(state) }
    return automaton.transitions.contains {
      $0.from == state && $0.value == value && isAccepted(word.dropFirst(), automaton, $0.to)
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
