import ApusModel

extension SolutionChecker {
  /// Values within their ranges, spans within their windows, presence as its literal says.
  func checkDomains(_ evaluator: Evaluator, _ found: inout [Violation]) {
    let solution = evaluator.solution
    for index in model.integers.indices where !model.integers[index].contains(solution.integers[index]) {
      let value = solution.integers[index]
      found.append(
        Violation(
          .domain, members: [member(integer: index)], amount: excess(of: Int128(value), beyond: model.integers[index]),
          "\(model.nameOfInteger(index)) is \(value), outside \(phrase(model.integers[index]))"))
    }
    for (index, domain) in model.intervals.enumerated() {
      let span = solution.intervals[index]
      if evaluator.holds(domain.isPresent) != (span != nil) { found.append(presenceViolation(index, span)) }
      if let span { checkSpan(index, span, domain, &found) }
    }
  }

  private func presenceViolation(_ index: Int, _ span: Solution.Span?) -> Violation {
    let literal = model.intervals[index].isPresent
    let members = [member(interval: index)] + (literal.variable.map { [member(integer: $0)] } ?? [])
    let sentence =
      span.map { "\(phrase(index, $0)) is present, but its presence literal does not hold" }
      ?? "\(model.nameOfInterval(index)) is absent, but its presence literal holds"
    return Violation(.presence, members: members, sentence)
  }

  private func checkSpan(_ index: Int, _ span: Solution.Span, _ domain: IntervalDomain, _ found: inout [Violation]) {
    let length = Int128(span.end) - Int128(span.start)
    if length < 0 {
      found.append(
        Violation(
          .domain, members: [member(interval: index)], amount: clamped(-length),
          "\(phrase(index, span)) ends before it starts"))
      return
    }
    guard
      !domain.start.contains(span.start) || !domain.end.contains(span.end)
        || excess(of: length, beyond: domain.length) > 0
    else { return }
    for (what, value, range) in [
      ("starts at", Int128(span.start), domain.start), ("ends at", Int128(span.end), domain.end),
      ("has length", length, domain.length),
    ] where excess(of: value, beyond: range) > 0 {
      found.append(
        Violation(
          .domain, members: [member(interval: index)], amount: excess(of: value, beyond: range),
          "\(phrase(index, span)) \(what) \(value), outside \(phrase(range))"))
    }
  }

  private func excess(of value: Int128, beyond range: ClosedRange<Int>) -> Int {
    clamped(max(0, Int128(range.lowerBound) - value, value - Int128(range.upperBound)))
  }

  private func phrase(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound)...\(range.upperBound)" }
}
