import ApusModel

// Operands that are not linear, as views of engine variables.

extension Compiler {
  /// A view with the value of an expression.
  mutating func view(of expression: IntegerExpression) throws(ModelError) -> IntegerView {
    let (variable, offset) = try self.variable(for: flatten(expression, .exact), .exact)
    for end in [result.core.lower(variable), result.core.upper(variable)] { _ = try narrow(Int(end) + Int(offset)) }
    return IntegerView(variable, offset: offset)
  }

  mutating func views(of expressions: [IntegerExpression]) throws(ModelError) -> [IntegerView] {
    var views: [IntegerView] = []
    for expression in expressions { views.append(try view(of: expression)) }
    return views
  }

  /// A view of one of the operands that are made here.
  mutating func view(
    of operand: IntegerExpression.Operand, _ polarity: Polarity
  ) throws(ModelError) -> IntegerView {
    switch operand {
    case .truth(let condition):
      let truth = try polarity == .exact ? truth(of: condition) : truthAtLeast(of: condition)
      return view(of: truth)
    case .product(let first, let second): return try product(view(of: first), view(of: second))
    case .quotient(let dividend, let divisor): return try divide(view(of: dividend), view(of: divisor)).quotient
    case .remainder(let dividend, let divisor): return try divide(view(of: dividend), view(of: divisor)).remainder
    case .element(let list, let index): return try element(of: list, at: view(of: index))
    case .integer, .start, .end, .length, .makespan, .maximum: return try view(of: IntegerExpression(operand))
    }
  }

  /// A view that is 1 where the literal holds, otherwise 0.
  private mutating func view(of truth: Truth) -> IntegerView {
    if truth == Core.always || truth == Core.never { return IntegerView(0, offset: truth == Core.always ? 0 : -1) }
    if truth & 1 == 1 { return IntegerView(truth >> 1) }
    let opposite = result.core.addVariable(0...1)
    require(result.core.addClause(truth, 2 * opposite))
    require(result.core.addClause(truth ^ 1, 2 * opposite + 1))
    return IntegerView(opposite)
  }

  private mutating func product(_ x: IntegerView, _ y: IntegerView) throws(ModelError) -> IntegerView {
    func range(_ view: IntegerView) -> ProductBounds.Range {
      (Int64(view.lower(in: result.core)), Int64(view.upper(in: result.core)))
    }
    var hull = ProductBounds.product(range(x), range(y))
    if x == y { hull.low = max(hull.low, 0) }
    guard hull.low >= -Self.largestValue, hull.high <= Self.largestValue else {
      throw ModelError(
        culprit, "a product takes values \(hull.low)...\(hull.high), beyond ±\(Compiler.largestValue)")
    }
    let product = IntegerView(result.core.addVariable(Int32(hull.low)...Int32(hull.high)))
    add(ProductPropagator(x, y, is: product))
    return product
  }

  /// `dividend = quotient * divisor + remainder`, where the remainder has the sign of the dividend and is nearer to 0 than the divisor.
  private mutating func divide(
    _ dividend: IntegerView, _ divisor: IntegerView
  ) throws(ModelError) -> (quotient: IntegerView, remainder: IntegerView) {
    require(result.core.addClause([divisor.atMost(-1), divisor.atLeast(1)]))
    func largest(_ view: IntegerView) -> Int32 {
      max(abs(view.lower(in: result.core)), abs(view.upper(in: result.core)))
    }
    let most = largest(dividend)
    let least = max(0, largest(divisor) - 1)
    let quotient = IntegerView(result.core.addVariable(-most...most))
    let remainder = IntegerView(result.core.addVariable(-min(most, least)...min(most, least)))
    // The product lies no further from 0 than the dividend.
    let product = IntegerView(result.core.addVariable(-most...most))
    add(ProductPropagator(quotient, divisor, is: product))
    try postAtMostZero(sum([(dividend, 1), (product, -1), (remainder, -1)]))
    try postAtMostZero(sum([(dividend, -1), (product, 1), (remainder, 1)]))
    for (sign, other) in [(dividend, remainder), (dividend.mirrored, remainder.mirrored)] {
      // Where the dividend is at least 0, so is the remainder, and it is less than the divisor or its opposite.
      let isLeast = Bound(truth(for: sign.atLeast(0)) ^ 1)
      require(result.core.addClause([isLeast, other.atLeast(0)]))
      for (size, isSmaller) in [(divisor, divisor.atLeast(1)), (divisor.mirrored, divisor.atMost(-1))] {
        let guardLiteral = truth(for: isSmaller)
        try post(.atMostZero(sum([(other, 1), (size, -1)]).adding(1)), if: guardLiteral)
      }
    }
    return (quotient, remainder)
  }

  /// The sum of views times coefficients.
  private func sum(_ terms: [(view: IntegerView, coefficient: Int64)]) -> LinearForm {
    var form = LinearForm()
    for (view, coefficient) in terms {
      let signed = view.signed & 1 == 0 ? coefficient : -coefficient
      form.constant += coefficient * Int64(view.offset)
      if view.variable == 0 {
        form.constant += signed
      } else if let place = form.terms.firstIndex(where: { $0.variable == view.variable }) {
        form.terms[place].coefficient += signed
      } else {
        form.terms.append((view.variable, signed))
      }
    }
    form.terms.removeAll { $0.coefficient == 0 }
    return form
  }

  /// Exactly one place is chosen, and the element is what stands there: an alternative of values. What all places that are still possible
  /// have in common comes from the maximum over them, and from that over their opposites.
  private mutating func element(
    of list: [IntegerExpression], at index: IntegerView
  ) throws(ModelError) -> IntegerView {
    require(result.core.set(index.atLeast(0), Reason(Reason.decision)))
    require(result.core.set(index.atMost(Int32(list.count - 1)), Reason(Reason.decision)))
    // Every element is there, whether it is chosen or not: what has no value is no solution.
    let views = try views(of: list)
    var places: [(view: IntegerView, isChosen: Truth)] = []
    for (place, view) in views.enumerated() {
      let isChosen = isEqual(index.variable, Int32(place) - index.offset)
      if !result.core.fails(isChosen) { places.append((view, isChosen)) }
    }
    guard places.count > 1 else {
      if places.isEmpty { require(false) }
      return places.first?.view ?? IntegerView(0)
    }
    let low = places.map { $0.view.lower(in: result.core) }.min() ?? 0
    let high = places.map { $0.view.upper(in: result.core) }.max() ?? 0
    let element = IntegerView(result.core.addVariable(low...high))
    for (view, isChosen) in places {
      try post(.atMostZero(sum([(view, 1), (element, -1)])), if: isChosen)
      try post(.atMostZero(sum([(element, 1), (view, -1)])), if: isChosen)
    }
    for sign: SignedVariable in 0...1 {
      let arguments = places.map { place in
        MaximumPropagator.Argument(
          signed: place.view.signed ^ sign, offset: sign == 0 ? place.view.offset : -place.view.offset,
          presence: place.isChosen)
      }
      add(MaximumPropagator(element.signed ^ sign, of: arguments))
    }
    return element
  }

  mutating func add(_ propagator: Propagator) {
    _ = result.core.add(propagator)
    result.integerPropagators.append(propagator)
  }
}
