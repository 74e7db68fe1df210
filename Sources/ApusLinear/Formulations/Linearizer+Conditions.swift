import ApusModel

// Logic by switched rows: a binary for each part of a choice that is no literal, under which its rows hold. (Williams, "Model building in mathematical
// programming", 5th edition 2013, chapter 9.)

extension Linearizer {
  mutating func post(_ condition: Condition) throws(ModelError) {
    try post(condition.normalForm(in: model), when: [])
  }

  /// Rows by which a condition in normal form holds wherever all of `switches` are true.
  private mutating func post(_ condition: Condition, when switches: [LinearSum]) throws(ModelError) {
    switch condition {
    case .clause(let clause):
      try require(clause.literals.reduce(into: LinearSum()) { $0 += truth($1) }, .atLeast, 1, when: switches)
    case .comparison(let linear):
      let sum = try value(of: linear.expression, .equal)
      try require(sum, linear.relation == .equal ? .equal : .atMost, 0, when: switches)
    case .all(let parts): for part in parts { try post(part, when: switches) }
    case .any(let parts):
      var total = LinearSum()
      for part in parts {
        if case .clause(let clause) = part {
          for literal in clause.literals { total += truth(literal) }
        } else {
          total += try binary(for: part)
        }
      }
      try require(total, .atLeast, 1, when: switches)
    case .precedence, .among, .not: try post(condition.normalForm(in: model), when: switches)
    }
  }

  /// A binary under which a condition in normal form holds.
  private mutating func binary(for condition: Condition) throws(ModelError) -> LinearSum {
    let column = try addColumn("holds", [], 0...1)
    encoders.append { solution, values in
      values[Int(column)] = solution.value(of: IntegerExpression(condition)) == 1 ? 1 : 0
    }
    try post(condition, when: [LinearSum(column: column)])
    return LinearSum(column: column)
  }

  /// A condition as a number: a binary that forces it, or its opposite, on the sides where that is needed.
  mutating func truth(of condition: Condition, _ side: MaximumSide) throws(ModelError) -> LinearSum {
    let column = try addColumn("truth", [], 0...1)
    encoders.append { solution, values in
      values[Int(column)] = solution.value(of: IntegerExpression(condition)) == 1 ? 1 : 0
    }
    let truth = LinearSum(column: column)
    if side.isBoundedAbove { try post(condition.normalForm(in: model), when: [truth]) }
    if side.isBoundedBelow { try post(condition.normalForm(in: model, isNegated: true), when: [!truth]) }
    return truth
  }
}
