import ApusModel

extension SolutionChecker {
  /// Appends what is wrong with the constraint at `place`.
  func check(_ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    switch model.constraints[place.index] {
    case .precedence(let precedence): check(precedence, place, evaluator, &found)
    case .noOverlap(let noOverlap): check(noOverlap, place, evaluator, &found)
    case .linear(let linear): check(linear, place, evaluator, &found)
    case .clause(let clause): check(clause, place, evaluator, &found)
    case .usage(let usage): check(usage, place, evaluator, &found)
    case .reservoir(let reservoir): check(reservoir, place, evaluator, &found)
    case .alternative(let choice): check(choice, place, evaluator, &found)
    case .span(let span): check(span, place, evaluator, &found)
    case .sameOrder(let lists): check(lists, place, evaluator, &found)
    case .pack(let pack): check(pack, place, evaluator, &found)
    case .within(let within): check(within, place, evaluator, &found)
    case .condition(let condition): check(condition, place, evaluator, &found)
    case .allDifferent(let constraint): check(constraint, place, evaluator, &found)
    case .table(let table): check(table, place, evaluator, &found)
    case .circuit(let circuit): check(circuit, place, evaluator, &found)
    case .automaton(let automaton): check(automaton, place, evaluator, &found)
    }
  }

  private func check(
    _ precedence: Precedence, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]
  ) {
    guard let before = evaluator.span(precedence.before), let after = evaluator.span(precedence.after) else { return }
    let earliest = Int128(before.time(of: precedence.source)) + Int128(precedence.lag)
    let short = evaluator.shortfall(of: precedence)
    guard short > 0 else { return }
    let (first, second) = (Int(precedence.before), Int(precedence.after))
    found.append(
      violation(
        .precedence, at: place, members: [member(interval: first), member(interval: second)], amount: clamped(short),
        "\(phrase(second, after)) \(verb(precedence.target)) before \(earliest), "
          + "\(ticks(precedence.lag)) after the \(precedence.source) of \(phrase(first, before))"))
  }

  private func check(_ linear: Linear, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let value = value(of: linear.expression, place, evaluator, &found) else { return }
    let (holds, relation) =
      switch linear.relation {
      case .atMost: (value <= 0, "at most 0")
      case .equal: (value == 0, "0")
      }
    guard !holds else { return }
    found.append(
      violation(
        .linear, at: place, members: members(of: [linear.expression]), amount: distance(from: 0, to: value),
        "left side minus right side must be \(relation), but is \(value)"))
  }

  private func check(_ clause: Clause, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard !clause.literals.contains(where: evaluator.holds) else { return }
    let variables = clause.literals.compactMap(\.variable)
    let sentence =
      variables.isEmpty
      ? "a clause without a literal that can hold is never satisfied"
      : "none of its literals holds: "
        + variables.lazy.map { literal in
          "\(model.nameOfInteger(literal)) is \(evaluator.solution.integers[literal])"
        }.prefix(5).joined(separator: ", ") + (variables.count > 5 ? ", ..." : "")
    found.append(violation(.clause, at: place, members: variables.map { member(integer: $0) }, amount: 1, sentence))
  }

  private func verb(_ point: Precedence.Point) -> String { point == .start ? "starts" : "ends" }

  func ticks(_ count: Int) -> String { "\(count) \(count.magnitude == 1 ? "tick" : "ticks")" }

  /// The value of an expression; where it has none, that is reported.
  func value(
    of expression: IntegerExpression, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]
  ) -> Int? {
    do { return try evaluator.value(of: expression) } catch {
      found.append(noValue(error, place, members: members(of: [expression])))
      return nil
    }
  }

  /// The values of expressions; where one has none, that is reported.
  func values(
    of expressions: [IntegerExpression], _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]
  ) -> [Int]? {
    var result: [Int] = []
    for expression in expressions {
      guard let value = value(of: expression, place, evaluator, &found) else { return nil }
      result.append(value)
    }
    return result
  }

  func noValue(_ failure: Evaluator.Failure, _ place: Place, members: [Violation.Member]) -> Violation {
    violation(kind(of: failure), at: place, members: members, amount: .max, "\(failure)")
  }

  func kind(of failure: Evaluator.Failure) -> Violation.Kind {
    switch failure {
    case .overflow: .overflow
    case .place, .divisor: .undefined
    }
  }

  /// The variables that occur in expressions and conditions, each once, in order of occurrence.
  func members(of expressions: [IntegerExpression], _ conditions: [Condition] = []) -> [Violation.Member] {
    var seen: Set<Violation.Member> = []
    var result: [Violation.Member] = []
    func add(_ member: Violation.Member) { if seen.insert(member).inserted { result.append(member) } }
    func visit(_ variable: ModelVariable) {
      switch variable {
      case .integer(let index): add(member(integer: Int(index)))
      case .interval(let index): add(member(interval: Int(index)))
      }
    }
    for expression in expressions { expression.forEachVariable(visit) }
    for condition in conditions { condition.forEachVariable(visit) }
    return result
  }
}
