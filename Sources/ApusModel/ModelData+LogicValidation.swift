extension ModelData {
  func validate(_ condition: Condition, _ name: () -> String) throws(ModelError) {
    switch condition {
    case .clause(let clause): for literal in clause.literals { try validate(literal, name) }
    case .comparison(let linear): try validate(linear.expression, name)
    case .precedence(let precedence): try validate(precedence, name)
    case .among(let expression, let ranges):
      try validate(expression, name)
      guard ranges.pairs().allSatisfy({ $0.upperBound < $1.lowerBound }) else {
        throw ModelError(name(), "ranges of values must be in increasing order and must not overlap")
      }
    case .all(let parts), .any(let parts): for part in parts { try validate(part, name) }
    case .not(let opposite): try validate(opposite, name)
    }
  }

  func validate(_ table: Table, _ name: () -> String) throws(ModelError) {
    for column in table.columns { try validate(column, name) }
    let (size, overflow) = table.rowCount.multipliedReportingOverflow(by: table.columns.count)
    guard table.rowCount >= 0, !overflow, table.values.count == size else {
      throw ModelError(name(), "every row of a table needs \(table.columns.count) values, one for each column")
    }
  }

  func validate(_ automaton: Automaton, _ name: () -> String) throws(ModelError) {
    for expression in automaton.expressions { try validate(expression, name) }
    let states = 0..<Swift.max(0, automaton.stateCount)
    let used = [automaton.initial] + automaton.accepting + automaton.transitions.flatMap { [$0.from, $0.to] }
    if let unknown = used.first(where: { !states.contains($0) }) {
      throw ModelError(name(), "state \(unknown) does not exist; this automaton has \(automaton.stateCount) states")
    }
  }
}
