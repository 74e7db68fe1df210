import ApusModel

extension SolutionChecker {
  /// Reports a condition that does not hold, and of several that all should, the first. Complexity: linear.
  func check(_ condition: Condition, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    do {
      guard !(try evaluator.holds(condition)) else { return }
      found.append(
        violation(
          .condition, at: place, members: members(of: [], [condition]), amount: 1,
          "the condition does not hold: " + (try falsehood(condition, evaluator))))
    } catch {
      found.append(noValue(error, place, members: members(of: [], [condition])))
    }
  }

  /// Why a condition does not hold.
  private func falsehood(_ condition: Condition, _ evaluator: Evaluator) throws(Evaluator.Failure) -> String {
    switch condition {
    case .clause: return "none of its literals does"
    case .comparison(let linear):
      let value = try evaluator.value(of: linear.expression)
      return "left side minus right side must be \(linear.relation == .equal ? "0" : "at most 0"), but is \(value)"
    case .precedence(let precedence):
      return "\(model.nameOfInterval(Int(precedence.after))) is \(evaluator.shortfall(of: precedence)) too early"
    case .among(let expression, _): return "the value \(try evaluator.value(of: expression)) is not among those allowed"
    case .all(let parts):
      for part in parts where !(try evaluator.holds(part)) { return try falsehood(part, evaluator) }
      return "a part does not hold"
    case .any: return "none of its parts does"
    case .not: return "what it excludes is so"
    }
  }
}
