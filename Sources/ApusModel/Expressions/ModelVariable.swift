/// A variable of a model by index, as it occurs in expressions and conditions.
package enum ModelVariable: Hashable, Sendable {
  case integer(Int32)
  case interval(Int32)
}

extension IntegerExpression {
  /// Visits every variable that occurs in the expression, in order of occurrence, maybe several times. The makespan is none.
  package func forEachVariable(_ visit: (ModelVariable) -> Void) {
    for term in terms {
      switch term.operand {
      case .integer(let index): visit(.integer(index))
      case .start(let index), .end(let index), .length(let index): visit(.interval(index))
      case .makespan: break
      case .maximum(let arguments): for argument in arguments { argument.forEachVariable(visit) }
      case .truth(let condition): condition.forEachVariable(visit)
      case .product(let first, let second), .quotient(let first, let second), .remainder(let first, let second):
        first.forEachVariable(visit)
        second.forEachVariable(visit)
      case .element(let list, let index):
        index.forEachVariable(visit)
        for expression in list { expression.forEachVariable(visit) }
      }
    }
  }
}

extension Condition {
  /// Visits every variable that occurs in the condition, in order of occurrence, maybe several times.
  package func forEachVariable(_ visit: (ModelVariable) -> Void) {
    switch self {
    case .clause(let clause):
      for literal in clause.literals { if let variable = literal.variable { visit(.integer(Int32(variable))) } }
    case .comparison(let linear): linear.expression.forEachVariable(visit)
    case .precedence(let precedence):
      visit(.interval(precedence.before))
      visit(.interval(precedence.after))
    case .among(let expression, _): expression.forEachVariable(visit)
    case .all(let parts), .any(let parts): for part in parts { part.forEachVariable(visit) }
    case .not(let opposite): opposite.forEachVariable(visit)
    }
  }
}
