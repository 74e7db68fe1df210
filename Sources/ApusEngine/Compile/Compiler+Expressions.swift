import ApusModel

/// What an expression's variable must be good for.
enum Polarity {
  /// It may exceed the expression's value, because a lower value is never worse: in `e <= 0` and where `e` is minimised.
  case atLeast
  /// It must equal it.
  case exact
}

/// A linear expression over engine variables: each variable once, no zero coefficients.
struct LinearForm {
  var terms: [(variable: Int32, coefficient: Int64)] = []
  var constant: Int64 = 0

  func negated() -> LinearForm {
    LinearForm(terms: terms.map { ($0.variable, -$0.coefficient) }, constant: -constant)
  }

  func adding(_ summand: Int64) -> LinearForm { LinearForm(terms: terms, constant: constant + summand) }
}

extension Compiler {
  /// Replaces the operands of an expression by engine variables.
  mutating func flatten(_ expression: IntegerExpression, _ polarity: Polarity) throws(ModelError) -> LinearForm {
    var coefficients: [Int32: Int64] = [:]
    var order: [Int32] = []
    var constant = Int64(expression.constant)
    func tooWide() -> ModelError { ModelError(culprit, "a sum is beyond 62 bits") }
    func add(_ coefficient: Int, _ variable: Int32, _ offset: Int32) throws(ModelError) {
      let (sum, overflow) = coefficients[variable, default: 0].addingReportingOverflow(Int64(coefficient))
      let (shift, tooLarge) = Int64(coefficient).multipliedReportingOverflow(by: Int64(offset))
      let (total, carry) = constant.addingReportingOverflow(shift)
      if overflow || tooLarge || carry { throw tooWide() }
      if coefficients.updateValue(sum, forKey: variable) == nil { order.append(variable) }
      constant = total
    }
    for term in expression.terms where term.coefficient != 0 {
      let needed = polarity == .atLeast && term.coefficient > 0 ? Polarity.atLeast : .exact
      switch term.operand {
      case .integer(let index): try add(term.coefficient, result.map.integers[Int(index)], 0)
      case .start(let index):
        if let (variable, offset) = value(of: .start, index) { try add(term.coefficient, variable, offset) }
      case .end(let index):
        if let (variable, offset) = value(of: .end, index) { try add(term.coefficient, variable, offset) }
      case .length(let index):
        guard let end = value(of: .end, index), let start = value(of: .start, index) else { continue }
        try add(term.coefficient, end.variable, end.offset)
        try add(-term.coefficient, start.variable, start.offset)
      case .makespan: try add(term.coefficient, makespan(needed), 0)
      case .maximum(let arguments):
        try add(term.coefficient, maximum(of: arguments, needed), 0)
      case .truth, .product, .quotient, .remainder, .element:
        let view = try view(of: term.operand, needed)
        try add(term.coefficient, view.variable, view.offset)
      }
    }
    let terms = order.map { ($0, coefficients[$0] ?? 0) }.filter { $0.1 != 0 }
    let form = LinearForm(terms: terms, constant: constant)
    _ = try range(of: form)
    return form
  }

  /// The least and greatest value that the form takes within the variables' bounds.
  func range(of form: LinearForm) throws(ModelError) -> ClosedRange<Int64> {
    var lower = form.constant
    var upper = form.constant
    for (variable, coefficient) in form.terms {
      let ends = [result.core.lower(variable), result.core.upper(variable)].map {
        Int64($0).multipliedReportingOverflow(by: coefficient)
      }
      let low = lower.addingReportingOverflow(min(ends[0].partialValue, ends[1].partialValue))
      let high = upper.addingReportingOverflow(max(ends[0].partialValue, ends[1].partialValue))
      guard !ends[0].overflow, !ends[1].overflow, !low.overflow, !high.overflow,
        max(low.partialValue.magnitude, high.partialValue.magnitude) < 1 << 62
      else {
        throw ModelError(culprit, "a sum of its variables is beyond 62 bits; use smaller coefficients or domains")
      }
      lower = low.partialValue
      upper = high.partialValue
    }
    return lower...upper
  }

  /// A variable and an offset that are the start or end of an interval, and 0 where it is absent. Nil where it is always absent.
  private mutating func value(of point: Precedence.Point, _ index: Int32) -> (variable: Int32, offset: Int32)? {
    guard let interval = result.map.intervals[Int(index)] else { return nil }
    let variable = point == .start ? interval.start : interval.end
    let offset = point == .start ? 0 : interval.endOffset
    let presence = interval.presence
    if presence == Core.always { return (variable, offset) }
    if let known = valueVariables[IntervalPoint(interval: index, point: point)] { return (known, 0) }
    let lower = min(0, result.core.lower(variable) + offset)
    let upper = max(0, result.core.upper(variable) + offset)
    let value = result.core.addVariable(lower...upper)
    // value = variable + offset under the presence; towards the interval no guard is needed.
    result.core.addEdge(from: 2 * variable + 1, to: 2 * value + 1, weight: -offset, if: presence)
    result.core.addEdge(from: 2 * value, to: 2 * variable, weight: -offset)
    result.core.addEdge(from: 2 * variable, to: 2 * value, weight: offset, if: presence)
    result.core.addEdge(from: 2 * value + 1, to: 2 * variable + 1, weight: offset)
    require(result.core.addClause([Bound(presence), Bound(2 * value, 0)]))
    require(result.core.addClause([Bound(presence), Bound(2 * value + 1, 0)]))
    valueVariables[IntervalPoint(interval: index, point: point)] = value
    return (value, 0)
  }

  /// The variable of the makespan.
  private mutating func makespan(_ polarity: Polarity) -> Int32 {
    if let known = makespans[.exact] ?? makespans[polarity] { return known }
    var arguments: [MaximumPropagator.Argument] = result.map.intervals.compactMap { interval in
      interval.map { MaximumPropagator.Argument(signed: 2 * $0.end, offset: $0.endOffset, presence: $0.presence) }
    }
    if !arguments.contains(where: { $0.presence == Core.always }) {
      // Where no interval is present the makespan is 0: an argument that is there just then. Variable 0 is the constant 1.
      let none = result.core.addBoolean()
      for argument in arguments { require(result.core.addClause(none ^ 1, argument.presence ^ 1)) }
      require(result.core.addClause((arguments.map(\.presence) + [none]).map { Bound($0) }))
      arguments.append(MaximumPropagator.Argument(signed: 0, offset: -1, presence: none))
    }
    let variable = maximum(of: arguments, polarity)
    makespans[polarity] = variable
    return variable
  }

  /// The variable of a maximum of expressions.
  private mutating func maximum(
    of expressions: [IntegerExpression], _ polarity: Polarity
  ) throws(ModelError) -> Int32 {
    var arguments: [MaximumPropagator.Argument] = []
    for expression in expressions {
      let (variable, offset) = try self.variable(for: flatten(expression, polarity), polarity)
      for end in [result.core.lower(variable), result.core.upper(variable)] { _ = try narrow(Int(end) + Int(offset)) }
      arguments.append(MaximumPropagator.Argument(signed: 2 * variable, offset: offset, presence: Core.always))
    }
    return maximum(of: arguments, polarity)
  }

  private mutating func maximum(of arguments: [MaximumPropagator.Argument], _ polarity: Polarity) -> Int32 {
    let uppers = arguments.map { result.core.limit[$0.signed] + $0.offset }
    let lowers = arguments.map { $0.offset - result.core.limit[$0.signed ^ 1] }
    let sure = zip(arguments, lowers).filter { $0.0.presence == Core.always }.map(\.1)
    let variable = result.core.addVariable((sure.max() ?? lowers.min() ?? 0)...(uppers.max() ?? 0))
    for argument in arguments where argument.signed != 0 || argument.presence != Core.always {
      // The argument pushes the maximum where it is present; the maximum bounds the argument, whose bounds are void otherwise.
      result.core.addEdge(
        from: argument.signed ^ 1, to: 2 * variable + 1, weight: -argument.offset, if: argument.presence)
      let back = result.core.scope[argument.signed >> 1] == argument.presence ? Core.always : argument.presence
      result.core.addEdge(from: 2 * variable, to: argument.signed, weight: -argument.offset, if: back)
    }
    if polarity == .exact { add(MaximumPropagator(2 * variable, of: arguments)) }
    return variable
  }

  mutating func add(_ maximum: MaximumPropagator) {
    _ = result.core.add(maximum)
    result.maxima.append(maximum)
  }

  /// A variable and an offset that are the form, or at least the form where that is enough.
  mutating func variable(
    for form: LinearForm, _ polarity: Polarity
  ) throws(ModelError) -> (variable: Int32, offset: Int32) {
    // Variable 0 is the constant 1.
    if form.terms.isEmpty { return (0, try narrow(Int(form.constant) - 1)) }
    if form.terms.count == 1, form.terms[0].coefficient == 1 {
      return (form.terms[0].variable, try narrow(Int(form.constant)))
    }
    let range = try range(of: form)
    guard range.lowerBound >= -Compiler.largestValue, range.upperBound <= Compiler.largestValue else {
      throw ModelError(
        culprit, "an expression inside another takes values \(range), beyond ±\(Compiler.largestValue)")
    }
    let variable = result.core.addVariable(Int32(range.lowerBound)...Int32(range.upperBound))
    var difference = form
    difference.terms.append((variable, -1))
    try postAtMostZero(difference)
    if polarity == .exact { try postAtMostZero(difference.negated()) }
    return (variable, 0)
  }
}
