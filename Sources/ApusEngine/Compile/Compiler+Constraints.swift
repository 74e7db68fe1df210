import ApusModel

extension Compiler {
  /// One of the two places where the engine knows the kinds of constraints; the other is the checker's, which is independent.
  mutating func post(_ constraint: Constraint) throws(ModelError) {
    switch constraint {
    case .precedence(let precedence): try post(precedence)
    case .noOverlap(let noOverlap): try post(noOverlap)
    case .linear(let linear): try post(linear)
    case .clause(let clause): require(result.core.addClause(clause.literals.map { Bound(truth($0)) }))
    case .usage(let usage): try post(usage)
    case .reservoir(let reservoir): try post(reservoir)
    case .alternative(let choice): try post(choice)
    case .span(let span): try post(span)
    case .sameOrder(let lists): sameOrders.append((culprit, lists))
    case .pack(let pack): try post(pack)
    case .within(let within): post(within)
    case .condition(let condition): try post(formula(of: condition))
    case .allDifferent(let constraint): try postAllDifferent(views(of: constraint.expressions))
    case .table(let table): try post(table)
    case .circuit(let circuit): try post(circuit)
    case .automaton(let automaton): try post(automaton)
    }
  }

  private mutating func post(_ precedence: Precedence) throws(ModelError) {
    guard let before = result.map.intervals[Int(precedence.before)],
      let after = result.map.intervals[Int(precedence.after)]
    else { return }
    let x = precedence.source == .start ? before.start : before.end
    let y = precedence.target == .start ? after.start : after.end
    let shift =
      (precedence.source == .start ? 0 : Int(before.endOffset))
      - (precedence.target == .start ? 0 : Int(after.endOffset))
    let distance = try narrow(precedence.lag + shift)
    try post(from: x, to: y, distance, before.presence, after.presence)
  }

  /// `y >= x + distance` where both `p`, the presence of x, and `q`, that of y, hold.
  ///
  /// A bound of y counts only under *q*, so pushing y from x needs *p*, and only that; likewise the other way round. But a guard that
  /// fails must speak for both presences, so two different ones are joined in a Boolean.
  private mutating func post(
    from x: Int32, to y: Int32, _ distance: Int32, _ p: Truth, _ q: Truth
  ) throws(ModelError) {
    if x == y {
      if distance > 0 { require(result.core.addClause(p ^ 1)) }
    } else if p == q {
      result.core.addDistance(from: x, to: y, distance)
    } else if p == Core.always || q == Core.always {
      // The edge towards the optional side needs no guard: its bounds are void where it is absent.
      result.core.addEdge(from: 2 * x + 1, to: 2 * y + 1, weight: -distance, if: p)
      result.core.addEdge(from: 2 * y, to: 2 * x, weight: -distance, if: q)
    } else if p != q ^ 1 {
      result.core.addDistance(from: x, to: y, distance, if: conjunction(p, q))
    }
  }

  /// A Boolean that holds exactly where both literals do.
  mutating func conjunction(_ p: Truth, _ q: Truth) -> Truth {
    let both = 2 * result.core.addVariable(0...1) + 1
    require(result.core.addClause(both ^ 1, p))
    require(result.core.addClause(both ^ 1, q))
    require(result.core.addClause(both, p ^ 1, q ^ 1))
    return both
  }

  private mutating func post(_ noOverlap: NoOverlap) throws(ModelError) {
    let places = noOverlap.intervals.indices.filter { result.map.intervals[Int(noOverlap.intervals[$0])] != nil }
    let tasks = places.compactMap { place -> NoOverlapTask? in
      let index = Int(noOverlap.intervals[place])
      guard let variables = result.map.intervals[index] else { return nil }
      return NoOverlapTask(
        start: variables.start, end: variables.end, endOffset: variables.endOffset,
        length: Int32(model.intervals[index].length.lowerBound), presence: variables.presence)
    }
    let setup = noOverlap.setup.map { SetupDistances($0, of: places, lengths: tasks.map { Int($0.length) }) }
    let origin = noOverlap.setup?.origin ?? 0
    guard tasks.count > 1 else {
      if let setup { postInitial(setup, from: origin, tasks, nil) }
      return
    }
    // The filtering rules add the lengths of any of the tasks to a time, in 32 bits.
    let total = tasks.reduce(Int64(0)) { $0 + Int64($1.length) }
    guard total <= Compiler.largestValue else {
      throw ModelError(
        culprit,
        "the lengths of its intervals sum to \(total) ticks, beyond \(Compiler.largestValue); use coarser ticks")
    }
    var distances: [Int32]?
    if let setup { distances = try narrowDistances(setup, tasks) }
    let propagator = NoOverlapPropagator(tasks, rules: options.noOverlapRules, distances: distances)
    _ = result.core.add(propagator)
    result.noOverlaps.append(propagator)
    if let setup {
      postDetours(setup, propagator)
      postInitial(setup, from: origin, tasks, propagator)
    }
  }

  private mutating func post(_ linear: Linear) throws(ModelError) {
    let form = try flatten(linear.expression, linear.relation == .atMost ? .atLeast : .exact)
    try postAtMostZero(form)
    if linear.relation == .equal { try postAtMostZero(form.negated()) }
  }

  /// Posts `form <= 0`, as a bound, a distance or a sum.
  mutating func postAtMostZero(_ form: LinearForm) throws(ModelError) {
    let terms = form.terms
    let limit = -form.constant
    switch terms.count {
    case 0: require(limit >= 0)
    case 1:
      let (variable, coefficient) = terms[0]
      let signed = 2 * variable + (coefficient < 0 ? 1 : 0)
      let quotient = limit.flooredQuotient(by: abs(coefficient))
      if quotient < -Compiler.largestValue {
        require(false)
      } else if quotient < Int64(Int32.max) {
        require(result.core.set(Bound(signed, Int32(quotient)), Reason(Reason.decision)))
      }
    case 2 where terms[0].coefficient == -terms[1].coefficient && abs(limit) < Compiler.largestValue:
      // c·x - c·y <= limit: y is at least x - limit / c.
      let (x, y) = terms[0].coefficient > 0 ? (terms[0], terms[1]) : (terms[1], terms[0])
      let distance = -limit.flooredQuotient(by: x.coefficient)
      result.core.addDistance(from: x.variable, to: y.variable, Int32(distance))
    default:
      let propagator = LinearPropagator(try signedTerms(form), atMost: limit)
      _ = result.core.add(propagator)
      result.linears.append(propagator)
    }
  }

  /// The terms with positive coefficients over signed variables, once the sum is proven to fit.
  func signedTerms(_ form: LinearForm) throws(ModelError) -> [LinearPropagator.Term] {
    _ = try range(of: form)
    return form.terms.map { variable, coefficient in
      LinearPropagator.Term(coefficient: abs(coefficient), signed: 2 * variable + (coefficient < 0 ? 1 : 0))
    }
  }
}
