extension ModelText {
  func text(_ constraint: Constraint) -> String {
    switch constraint {
    case .precedence(let precedence): text(precedence)
    case .noOverlap(let noOverlap):
      "no two of \(names(noOverlap.intervals)) overlap" + (noOverlap.setup == nil ? "" : ", with setup times")
    case .linear(let linear): text(linear)
    case .clause(let clause): text(clause)
    case .usage(let usage): text(usage)
    case .reservoir(let reservoir): text(reservoir)
    case .alternative(let choice): "\(name(choice.main)) is one of \(names(choice.members))"
    case .span(let span): "\(name(span.main)) spans \(names(span.members))"
    case .sameOrder(let lists): "\(names(lists.first)) in the same order as \(names(lists.second))"
    case .pack(let pack):
      "\(list(pack.items.prefix(Self.longest).map { model.nameOfInteger(Int($0)) }, count: pack.items.count)) "
        + "fit into \(pack.binCount) bins"
    case .within(let within):
      "\(literal(within.literal)) exactly where \(model.nameOfInteger(Int(within.variable))) is in "
        + "\(within.range.lowerBound)...\(within.range.upperBound)"
    case .calendar(let rule): text(rule)
    case .stateFunction(let function): "\(names(function.intervals)) apart, or in one state"
    case .condition(let condition): text(condition)
    case .allDifferent(let constraint): "\(expressions(constraint.expressions)) all different"
    case .table(let table): "(\(expressions(table.columns))) is one of \(table.rowCount) rows"
    case .circuit(let circuit): "\(expressions(circuit.successors)) are the arcs of one circuit"
    case .automaton(let automaton): "an automaton accepts \(expressions(automaton.expressions))"
    }
  }

  private func text(_ rule: CalendarRule) -> String {
    let name = name(rule.interval)
    return switch rule.rule {
    case .start: "\(name) starts in working time"
    case .end: "\(name) ends in working time"
    case .extent: "\(name) is in working time throughout"
    case .work(.range(let ticks), _): "\(name) is \(range(ticks)) ticks of work in working time"
    case .work(.integer(let index), _): "\(name) is \(model.nameOfInteger(Int(index))) ticks of work in working time"
    case .windows: "\(name) is within one of its windows"
    }
  }

  /// `start(A) >= 14 or not late`; parts of parts stand in brackets.
  func text(_ condition: Condition, isPart: Bool = false) -> String {
    func joined(_ parts: [Condition], _ word: String, none: String) -> String {
      if parts.isEmpty { return none }
      let texts = parts.prefix(Self.longest).map { text($0, isPart: parts.count > 1) }
      let whole = list(texts, count: parts.count, separator: " \(word) ")
      return isPart && parts.count > 1 ? "(\(whole))" : whole
    }
    switch condition {
    case .clause(let clause): return isPart && clause.literals.count > 1 ? "(\(text(clause)))" : text(clause)
    case .comparison(let linear): return text(linear)
    case .precedence(let precedence): return text(precedence)
    case .among(let value, let ranges):
      let texts = ranges.prefix(Self.longest).map {
        $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)...\($0.upperBound)"
      }
      return "\(expression(value)) in \(list(texts, count: ranges.count))"
    case .all(let parts): return joined(parts, "and", none: "true")
    case .any(let parts): return joined(parts, "or", none: "false")
    case .not(let opposite): return "not \(text(opposite, isPart: true))"
    }
  }

  private func expressions(_ expressions: [IntegerExpression]) -> String {
    list(expressions.prefix(Self.longest).map(expression), count: expressions.count)
  }

  /// `end(A) + 2 <= start(B)`; a maximum lag, which is a negative one, `end(B) <= start(A) + 5`.
  private func text(_ precedence: Precedence) -> String {
    let before = point(precedence.source, precedence.before)
    let after = point(precedence.target, precedence.after)
    if precedence.lag > 0 { return "\(before) + \(precedence.lag) <= \(after)" }
    return precedence.lag < 0 ? "\(before) <= \(after) + \(precedence.lag.magnitude)" : "\(before) <= \(after)"
  }

  private func text(_ clause: Clause) -> String {
    if clause.literals.isEmpty { return "false" }
    return list(clause.literals.prefix(Self.longest).map(literal), count: clause.literals.count, separator: " or ")
  }

  private func text(_ usage: Usage) -> String {
    let pulses = zip(usage.intervals, usage.demands).prefix(Self.longest).map { interval, demand in
      switch demand {
      case .constant(let amount): "\(amount) by \(name(interval))"
      case .integer(let index): "\(model.nameOfInteger(Int(index))) by \(name(interval))"
      }
    }
    let steps = zip(usage.capacity.times, usage.capacity.levels).prefix(Self.longest).map { "\($1) from \($0)" }
    let capacity = ["\(usage.capacity.base)"] + steps
    return "at most \(list(capacity, count: usage.capacity.times.count + 1)) in use: "
      + list(pulses, count: usage.intervals.count)
  }

  private func text(_ reservoir: Reservoir) -> String {
    let steps = reservoir.intervals.indices.prefix(Self.longest).map { step in
      let amount = reservoir.amounts[step]
      return "\(amount < 0 ? "" : "+")\(amount) at \(point(reservoir.points[step], reservoir.intervals[step]))"
    }
    let limits = [reservoir.minimum.map { "at least \($0)" }, reservoir.maximum.map { "at most \($0)" }]
    return "level \(limits.compactMap(\.self).joined(separator: " and ")), \(reservoir.initial) at first: "
      + list(steps, count: reservoir.intervals.count)
  }

  private func names(_ intervals: [Int32]) -> String {
    let names = intervals.prefix(Self.longest).map(name)
    return list(names, count: intervals.count, separator: names.contains { $0.contains(",") } ? "; " : ", ")
  }
}
