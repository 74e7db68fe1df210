extension ModelData {
  /// Checks that every reference is to a variable of this model and that nothing left its range.
  ///
  /// Complexity: linear in the size of the model.
  /// - Throws: the first ``ModelError``, which names the group, variable or interval.
  public func validate() throws(ModelError) {
    if let domainError { throw domainError }
    for (index, interval) in intervals.enumerated() {
      try validate(interval.isPresent) { nameOfInterval(index) }
    }
    for group in groups {
      for index in group.members {
        try validate(constraints[index]) { named(group, member: index - group.members.lowerBound) }
      }
    }
    for (level, objective) in objectives.enumerated() {
      try validate(objective.expression) { objectives.count == 1 ? "objective" : "level \(level + 1) of the objective" }
    }
  }

  /// How messages name a constraint: its group, and its place there where the group has several.
  public func named(_ group: Group, member: Int) -> String {
    let name = group.name.isEmpty ? "constraint" : "group \"\(group.name)\""
    return group.members.count > 1 ? "\(name), member \(member + 1)" : name
  }

  // Names are made only where something is wrong: making them is most of the work for a large model.

  private func validate(_ constraint: Constraint, _ name: () -> String) throws(ModelError) {
    switch constraint {
    case .precedence(let precedence): try validate(precedence, name)
    case .noOverlap(let noOverlap):
      try validateOnce(noOverlap.intervals, in: "NoOverlap", name)
      if let setup = noOverlap.setup { try validate(setup, count: noOverlap.intervals.count, name) }
    case .linear(let linear): try validate(linear.expression, name)
    case .clause(let clause): for literal in clause.literals { try validate(literal, name) }
    case .usage(let usage): try validate(usage, name)
    case .reservoir(let reservoir): try validate(reservoir, name)
    case .alternative(let choice): try validateOnce([choice.main] + choice.members, in: "Alternative", name)
    case .span(let span): try validateOnce([span.main] + span.members, in: "Span", name)
    case .sameOrder(let lists): try validate(lists, name)
    case .pack(let pack): try validate(pack, name)
    case .within(let within):
      try validateInteger(within.variable, name)
      try validate(within.literal, name)
    case .condition(let condition): try validate(condition, name)
    case .allDifferent(let constraint): for expression in constraint.expressions { try validate(expression, name) }
    case .table(let table): try validate(table, name)
    case .circuit(let circuit): for expression in circuit.successors { try validate(expression, name) }
    case .automaton(let automaton): try validate(automaton, name)
    }
  }

  func validate(_ precedence: Precedence, _ name: () -> String) throws(ModelError) {
    try validateInterval(precedence.before, name)
    try validateInterval(precedence.after, name)
    guard precedence.lag.magnitude <= 2 * IntervalDomain.horizon.magnitude else {
      throw ModelError(name(), "a lag of \(precedence.lag) ticks is beyond ±\(2 * IntervalDomain.horizon)")
    }
  }

  private func validateInteger(_ index: Int32, _ name: () -> String) throws(ModelError) {
    guard integers.indices.contains(Int(index)) else {
      throw ModelError(
        name(),
        index < 0
          ? "an expression stands where an integer variable is expected"
          : "variable \(index) does not exist; this model has \(integers.count) variables")
    }
  }

  private func validate(_ pack: Pack, _ name: () -> String) throws(ModelError) {
    for item in pack.items { try validateInteger(item, name) }
    if Set(pack.items).count != pack.items.count {
      throw ModelError(name(), "a variable is listed twice in one Pack; each may be listed once")
    }
    let resources = pack.resourceCount
    guard resources >= 0, pack.sizes.count == resources * pack.items.count,
      resources == 0 ? pack.capacities.isEmpty : pack.capacities.count % resources == 0
    else {
      throw ModelError(name(), "each item needs a size, and each bin a capacity, for each of \(resources) resources")
    }
    guard (pack.sizes + pack.capacities).allSatisfy({ $0 >= 0 }) else {
      throw ModelError(name(), "a size or a capacity is below 0")
    }
    for resource in 0..<resources {
      var total = 0
      for item in pack.items.indices {
        let (sum, overflow) = total.addingReportingOverflow(pack.sizes[item * resources + resource])
        if overflow { throw ModelError(name(), "the sizes in resource \(resource) add up to more than 64 bits") }
        total = sum
      }
    }
    guard pack.choice.count == pack.items.count,
      pack.choice.allSatisfy({ $0 == -1 || pack.choices.indices.contains(Int($0)) })
    else { throw ModelError(name(), "each item needs the number of its set of bins, or -1") }
    for bins in pack.choices {
      guard zip(bins, bins.dropFirst()).allSatisfy({ $0 < $1 }), bins.allSatisfy({ 0 <= $0 && $0 < pack.binCount })
      else {
        throw ModelError(name(), "a set of bins must be in increasing order, each from 0 to \(pack.binCount - 1)")
      }
    }
  }

  /// Refuses intervals that do not exist or are listed twice.
  func validateOnce(_ indices: [Int32], in kind: String, _ name: () -> String) throws(ModelError) {
    for index in indices { try validateInterval(index, name) }
    if Set(indices).count != indices.count {
      throw ModelError(name(), "an interval is listed twice in one \(kind); each may be listed once")
    }
  }

  func validateInterval(_ index: Int32, _ name: () -> String) throws(ModelError) {
    guard intervals.indices.contains(Int(index)) else {
      throw ModelError(name(), "interval \(index) does not exist; this model has \(intervals.count) intervals")
    }
  }

  func validate(_ literal: Literal, _ name: () -> String) throws(ModelError) {
    guard let variable = literal.variable else { return }
    guard integers.indices.contains(variable) else {
      throw ModelError(name(), "variable \(variable) does not exist; this model has \(integers.count) variables")
    }
    guard integers[variable] == 0...1 else {
      throw ModelError(
        name(), "\(nameOfInteger(variable)) is used as a Boolean but its domain is \(integers[variable])")
    }
  }

  func validate(_ expression: IntegerExpression, _ name: () -> String) throws(ModelError) {
    if expression.hasOverflowed { throw ModelError(name(), "a coefficient or constant is beyond 64 bits") }
    for term in expression.terms {
      switch term.operand {
      case .integer(let index):
        guard integers.indices.contains(Int(index)) else {
          throw ModelError(name(), "variable \(index) does not exist; this model has \(integers.count) variables")
        }
      case .start(let index), .end(let index), .length(let index): try validateInterval(index, name)
      case .makespan: break
      case .maximum(let arguments):
        if arguments.isEmpty { throw ModelError(name(), "the maximum of no expressions has no value") }
        for argument in arguments { try validate(argument, name) }
      case .truth(let condition): try validate(condition, name)
      case .product(let first, let second), .quotient(let first, let second), .remainder(let first, let second):
        try validate(first, name)
        try validate(second, name)
      case .element(let list, let index):
        if list.isEmpty { throw ModelError(name(), "an element of no expressions has no value") }
        for expression in list { try validate(expression, name) }
        try validate(index, name)
      }
    }
  }
}
