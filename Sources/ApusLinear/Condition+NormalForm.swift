import ApusModel

extension Condition {
  /// The condition, or its opposite, with clauses and comparisons as its only parts: opposites are pushed down until they become comparisons, and
  /// precedences are comparisons of times where both intervals are present.
  func normalForm(in model: ModelData, isNegated: Bool = false) -> Condition {
    switch self {
    case .clause(let clause):
      return isNegated ? .all(clause.literals.map { Condition(!$0) }) : self
    case .comparison(let linear):
      guard isNegated else { return self }
      let (below, above) = (linear.expression + 1 <= 0, 1 - linear.expression <= 0)
      return linear.relation == .equal ? .any([below, above]) : above
    case .precedence(let precedence):
      let (before, after) = (model.interval(Int(precedence.before)), model.interval(Int(precedence.after)))
      let source = precedence.source == .start ? before.start : before.end
      let target = precedence.target == .start ? after.start : after.end
      let absences = [before, after].filter { $0.isPresent != .true }.map { Condition(!$0.isPresent) }
      let presences = [before, after].filter { $0.isPresent != .true }.map { Condition($0.isPresent) }
      let isKept = source + precedence.lag - target <= 0
      return isNegated
        ? .all(presences + [isKept.normalForm(in: model, isNegated: true)]) : .any(absences + [isKept])
    case .among(let expression, let ranges):
      let kept = isNegated ? Condition.gaps(between: ranges) : ranges
      return .any(
        kept.map { range in
          var parts: [Condition] = []
          if range.lowerBound > .min { parts.append(expression >= range.lowerBound) }
          if range.upperBound < .max { parts.append(expression <= range.upperBound) }
          return .all(parts)
        })
    case .all(let parts), .any(let parts):
      let normal = parts.map { $0.normalForm(in: model, isNegated: isNegated) }
      if case .all = self { return isNegated ? .any(normal) : .all(normal) }
      return isNegated ? .all(normal) : .any(normal)
    case .not(let opposite): return opposite.normalForm(in: model, isNegated: !isNegated)
    }
  }

  /// The ranges of all values that are in none of some ranges, which are in increasing order.
  private static func gaps(between ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = Int.min
    for range in ranges {
      if next < range.lowerBound { result.append(next...range.lowerBound - 1) }
      if range.upperBound == .max { return result }
      next = range.upperBound + 1
    }
    return result + [next...Int.max]
  }
}
