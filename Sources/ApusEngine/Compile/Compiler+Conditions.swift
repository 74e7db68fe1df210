import ApusModel

// Conditions. A part that is asked for only under a literal is posted as a guarded edge, a clause, or a sum in which the literal has a coefficient that
// makes it hold by itself where the literal does not; so a literal implies its part, and only where both directions are needed also the other way
// round. (Half reification: Feydy, Somogyi and Stuckey, CP 2011.)

extension Compiler {
  /// The condition over engine variables. Every expression in it gets its exact value.
  mutating func formula(of condition: Condition, isNegated: Bool = false) throws(ModelError) -> Formula {
    switch condition {
    case .clause(let clause):
      let parts = clause.literals.map { Formula.literal(Bound(truth(isNegated ? !$0 : $0))) }
      return isNegated ? .all(parts) : .any(parts)
    case .comparison(let linear):
      let form = try flatten(linear.expression, .exact)
      if linear.relation == .equal {
        return try equality(of: form, isNegated: isNegated)
      }
      return try comparison(isNegated ? form.negated().adding(1) : form)
    case .precedence(let precedence): return try formula(of: precedence, isNegated: isNegated)
    case .among(let expression, let ranges):
      let view = try view(of: expression)
      return isNegated ? among(view, complement(of: ranges)) : among(view, ranges)
    case .all(let parts), .any(let parts):
      var formulas: [Formula] = []
      for part in parts { formulas.append(try formula(of: part, isNegated: isNegated)) }
      if case .all = condition { return isNegated ? .any(formulas) : .all(formulas) }
      return isNegated ? .all(formulas) : .any(formulas)
    case .not(let opposite): return try formula(of: opposite, isNegated: !isNegated)
    }
  }

  /// `form <= 0`.
  private func comparison(_ form: LinearForm) throws(ModelError) -> Formula {
    if form.terms.isEmpty { return form.constant <= 0 ? .always : .never }
    guard form.terms.count == 1 else { return .atMostZero(form) }
    let (variable, coefficient) = form.terms[0]
    let quotient = (-form.constant).flooredQuotient(by: abs(coefficient))
    // Bounds beyond the engine's values hold, or fail, by themselves.
    let limit = Int32(min(max(quotient, -Self.largestValue - 1), Self.largestValue + 1))
    return .literal(Bound(2 * variable + (coefficient < 0 ? 1 : 0), limit))
  }

  private mutating func equality(of form: LinearForm, isNegated: Bool) throws(ModelError) -> Formula {
    if form.terms.count == 1 {
      let (variable, coefficient) = form.terms[0]
      guard form.constant % coefficient == 0, let value = Int32(exactly: -form.constant / coefficient) else {
        return isNegated ? .always : .never
      }
      return .literal(Bound(isEqual(variable, value) ^ (isNegated ? 1 : 0)))
    }
    return isNegated
      ? .any([try comparison(form.adding(1)), try comparison(form.negated().adding(1))])
      : .all([try comparison(form), try comparison(form.negated())])
  }

  private mutating func formula(of precedence: Precedence, isNegated: Bool) throws(ModelError) -> Formula {
    guard let before = result.map.intervals[Int(precedence.before)],
      let after = result.map.intervals[Int(precedence.after)]
    else { return isNegated ? .never : .always }
    let x = precedence.source == .start ? before.start : before.end
    let y = precedence.target == .start ? after.start : after.end
    let shift =
      (precedence.source == .start ? 0 : Int(before.endOffset))
      - (precedence.target == .start ? 0 : Int(after.endOffset))
    let presences = [before.presence, after.presence].filter { $0 != Core.always }
    let lag = precedence.lag + shift
    let isMet: Formula
    if x == y {
      isMet = (lag <= 0) != isNegated ? .always : .never
    } else if isNegated {
      isMet = .distance(from: y, to: x, try narrow(1 - lag), presences: presences)
    } else {
      isMet = .distance(from: x, to: y, try narrow(lag), presences: presences)
    }
    let literals = presences.map { Formula.literal(Bound($0)) }
    let absences = presences.map { Formula.literal(Bound($0 ^ 1)) }
    return isNegated ? .all(literals + [isMet]) : .any(absences + [isMet])
  }

  /// A view whose value lies in one of several ranges, which are in increasing order.
  mutating func among(_ view: IntegerView, _ ranges: [ClosedRange<Int>]) -> Formula {
    let (lower, upper) = (Int(view.lower(in: result.core)), Int(view.upper(in: result.core)))
    let kept = ranges.filter { $0.lowerBound <= upper && $0.upperBound >= lower }
    guard let first = kept.first, let last = kept.last else { return .never }
    func bound(_ value: Int) -> Int32 { Int32(min(max(value, lower - 1), upper + 1)) }
    if kept.count == 1, first.lowerBound == first.upperBound {
      return .literal(Bound(isEqual(view.variable, bound(first.lowerBound) - view.offset)))
    }
    var parts = [
      Formula.literal(view.atLeast(bound(first.lowerBound))), .literal(view.atMost(bound(last.upperBound))),
    ]
    for (range, next) in kept.pairs() {
      parts.append(
        .any([.literal(view.atMost(bound(range.upperBound))), .literal(view.atLeast(bound(next.lowerBound)))]))
    }
    return .all(parts)
  }

  private func complement(of ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = Int.min
    for range in ranges {
      if next < range.lowerBound { result.append(next...range.lowerBound - 1) }
      if range.upperBound == .max { return result }
      next = range.upperBound + 1
    }
    return result + [next...Int.max]
  }

  // MARK: Posting

  /// Posts that the formula holds where the literal does.
  mutating func post(_ formula: Formula, if truth: Truth = Core.always) throws(ModelError) {
    if truth == Core.never { return }
    switch formula {
    case .literal(let bound): require(result.core.addClause([Bound(truth ^ 1), bound]))
    case .atMostZero(let form): try postAtMostZero(form, if: truth)
    case .distance(let source, let target, let distance, let presences):
      result.core.addDistance(from: source, to: target, distance, if: conjunction(presences + [truth]))
    case .all(let parts): for part in parts { try post(part, if: truth) }
    case .any(let parts): try postAny(parts, if: truth)
    }
  }

  /// Posts that one of the parts holds. One that is neither a literal nor alone may take the rest as its guard.
  private mutating func postAny(_ parts: [Formula], if truth: Truth) throws(ModelError) {
    var literals = [Bound(truth ^ 1)].filter { $0 != Bound(Core.never) }
    var others: [Formula] = []
    func collect(_ parts: [Formula]) {
      for part in parts {
        switch part {
        case .literal(let bound): literals.append(bound)
        case .any(let inner): collect(inner)
        default: others.append(part)
        }
      }
    }
    collect(parts)
    if literals.contains(where: { result.core.holds($0) }) { return }
    literals.removeAll { result.core.fails($0) }
    if others.count == 1, literals.isEmpty { return try post(others[0]) }
    if others.count == 1, literals.count == 1, let literal = self.truth(behind: literals[0]) {
      return try post(others[0], if: literal ^ 1)
    }
    for part in others { literals.append(Bound(try implying(part))) }
    // A clause with open bounds of several variables would leave it to their lower bounds, which may satisfy none of it.
    let wide = Set(literals.filter { self.truth(behind: $0) == nil }.map { $0.signed >> 1 })
    if wide.count > 1 { literals = literals.map { Bound(self.truth(for: $0)) } }
    require(result.core.addClause(literals))
  }

  /// A literal under which the formula holds.
  private mutating func implying(_ formula: Formula) throws(ModelError) -> Truth {
    if case .literal(let bound) = formula { return truth(for: bound) }
    let truth = result.core.addBoolean()
    try post(formula, if: truth)
    return truth
  }

  /// A literal that holds exactly where the condition does.
  mutating func truth(of condition: Condition) throws(ModelError) -> Truth {
    let formula = try formula(of: condition)
    if case .literal(let bound) = formula { return truth(for: bound) }
    let truth = result.core.addBoolean()
    try post(formula, if: truth)
    try post(self.formula(of: condition, isNegated: true), if: truth ^ 1)
    return truth
  }

  /// A literal that holds where the condition does, and may also hold where it does not.
  mutating func truthAtLeast(of condition: Condition) throws(ModelError) -> Truth {
    let formula = try formula(of: condition, isNegated: true)
    if case .literal(let bound) = formula { return truth(for: bound) ^ 1 }
    let truth = result.core.addBoolean()
    try post(formula, if: truth ^ 1)
    return truth
  }

  /// The form is at most 0 where the literal holds.
  private mutating func postAtMostZero(_ form: LinearForm, if truth: Truth) throws(ModelError) {
    if truth == Core.always { return try postAtMostZero(form) }
    if form.terms.count == 2, form.terms[0].coefficient == -form.terms[1].coefficient,
      abs(form.constant) < Compiler.largestValue, !form.terms.contains(where: { $0.variable == truth >> 1 })
    {
      let (x, y) = form.terms[0].coefficient > 0 ? (form.terms[0], form.terms[1]) : (form.terms[1], form.terms[0])
      let distance = -(-form.constant).flooredQuotient(by: x.coefficient)
      return result.core.addDistance(from: x.variable, to: y.variable, Int32(distance), if: truth)
    }
    let most = try range(of: form).upperBound
    if most <= 0 { return }
    // form + most * literal <= most.
    var guarded = form
    let isPositive = truth & 1 == 1
    if isPositive { guarded.constant -= most }
    let place = guarded.terms.firstIndex { $0.variable == truth >> 1 }
    let coefficient = isPositive ? most : -most
    if let place {
      guarded.terms[place].coefficient += coefficient
      guarded.terms.removeAll { $0.coefficient == 0 }
    } else {
      guarded.terms.append((truth >> 1, coefficient))
    }
    try postAtMostZero(guarded)
  }

  // MARK: Literals

  /// A literal that holds exactly where a variable has a value; `Core.never` where it cannot.
  mutating func isEqual(_ variable: Int32, _ value: Int32) -> Truth {
    let (lower, upper) = (result.core.lower(variable), result.core.upper(variable))
    guard lower <= value, value <= upper else { return Core.never }
    if lower == upper { return Core.always }
    if let known = equalities[Equality(variable: variable, value: value)] { return known }
    let (atMost, atLeast) = (Bound(2 * variable, value), Bound(2 * variable + 1, -value))
    let literal: Truth
    if value == lower {
      literal = truth(for: atMost)
    } else if value == upper {
      literal = truth(for: atLeast)
    } else {
      literal = result.core.addBoolean()
      require(result.core.addClause([!Bound(literal), atMost]))
      require(result.core.addClause([!Bound(literal), atLeast]))
      require(result.core.addClause([Bound(literal), !atMost, !atLeast]))
    }
    equalities[Equality(variable: variable, value: value)] = literal
    return literal
  }

  /// The Boolean literal that a bound is, where it is one that search decides; a start that may be 0 or 1 is none.
  private func truth(behind bound: Bound) -> Truth? {
    let variable = bound.signed >> 1
    let isBoolean = result.core.lower(variable) >= 0 && result.core.upper(variable) <= 1
    return isBoolean && bound == Bound(bound.signed) && result.core.activity.includes(variable) ? bound.signed : nil
  }

  /// A Boolean literal that holds exactly where the bound does.
  func knownTruth(for bound: Bound) -> Truth? {
    if result.core.holds(bound) { return Core.always }
    if result.core.fails(bound) { return Core.never }
    return truth(behind: bound) ?? boundTruths[bound] ?? boundTruths[!bound].map { $0 ^ 1 }
  }

  mutating func truth(for bound: Bound) -> Truth {
    if let known = knownTruth(for: bound) { return known }
    let literal = result.core.addBoolean()
    require(result.core.addClause([!Bound(literal), bound]))
    require(result.core.addClause([Bound(literal), !bound]))
    boundTruths[bound] = literal
    return literal
  }

  /// A literal that holds exactly where all of several do.
  private mutating func conjunction(_ literals: [Truth]) -> Truth {
    var distinct: [Truth] = []
    for literal in literals where literal != Core.always && !distinct.contains(literal) { distinct.append(literal) }
    guard var all = distinct.first else { return Core.always }
    for literal in distinct.dropFirst() { all = conjunction(all, literal) }
    return all
  }
}
