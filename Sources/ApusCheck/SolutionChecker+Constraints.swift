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
    case .calendar(let rule): check(rule, place, evaluator, &found)
    case .stateFunction(let function): check(function, place, evaluator, &found)
    }
  }

  private func check(
    _ precedence: Precedence, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]
  ) {
    guard let before = evaluator.span(precedence.before), let after = evaluator.span(precedence.after) else { return }
    let earliest = Int128(before.time(of: precedence.source)) + Int128(precedence.lag)
    let short = earliest - Int128(after.time(of: precedence.target))
    guard short > 0 else { return }
    let (first, second) = (Int(precedence.before), Int(precedence.after))
    found.append(
      violation(
        .precedence, at: place, members: [member(interval: first), member(interval: second)], amount: clamped(short),
        "\(phrase(second, after)) \(verb(precedence.target)) before \(earliest), "
          + "\(ticks(precedence.lag)) after the \(precedence.source) of \(phrase(first, before))"))
  }

  private func check(_ linear: Linear, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let value = evaluator.value(of: linear.expression) else {
      found.append(
        violation(
          .overflow, at: place, members: members(of: linear.expression), amount: .max,
          "the value of the expression does not fit in 64 bits"))
      return
    }
    let (holds, relation) =
      switch linear.relation {
      case .atMost: (value <= 0, "at most 0")
      case .equal: (value == 0, "0")
      }
    guard !holds else { return }
    found.append(
      violation(
        .linear, at: place, members: members(of: linear.expression), amount: distance(from: 0, to: value),
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

  /// The variables that occur in the expression, each once, in order of occurrence.
  private func members(of expression: IntegerExpression) -> [Violation.Member] {
    var seen: Set<Violation.Member> = []
    var result: [Violation.Member] = []
    func add(_ member: Violation.Member) { if seen.insert(member).inserted { result.append(member) } }
    func visit(_ expression: IntegerExpression) {
      for term in expression.terms {
        switch term.operand {
        case .integer(let index): add(member(integer: Int(index)))
        case .start(let index), .end(let index), .length(let index): add(member(interval: Int(index)))
        case .makespan: break
        case .maximum(let arguments): arguments.forEach(visit)
        }
      }
    }
    visit(expression)
    return result
  }
}

extension Solution.Span {
  /// The start or the end.
  func time(of point: Precedence.Point) -> Int { point == .start ? start : end }
}
