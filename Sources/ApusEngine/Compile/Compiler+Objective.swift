import ApusModel

extension Compiler {
  /// Posts the objective as something to minimise: one variable where its values fit, else a sum.
  mutating func post(_ objective: Objective) throws(ModelError) {
    let expression = objective.sense == .minimize ? objective.expression : -objective.expression
    let form = try flatten(expression, .atLeast)
    result.objective = CompiledObjective(
      form: try compile(form), sense: objective.sense, expression: objective.expression)
  }

  private mutating func compile(_ form: LinearForm) throws(ModelError) -> CompiledObjective.Form {
    if form.terms.count == 1 {
      let (variable, coefficient) = form.terms[0]
      return .variable(
        2 * variable + (coefficient < 0 ? 1 : 0), coefficient: abs(coefficient), constant: form.constant)
    }
    let range = try range(of: form)
    if range.lowerBound >= -Compiler.largestValue, range.upperBound <= Compiler.largestValue {
      let (variable, offset) = try variable(for: form, .atLeast)
      return .variable(2 * variable, coefficient: 1, constant: Int64(offset))
    }
    let propagator = LinearPropagator(try signedTerms(form), atMost: range.upperBound - form.constant)
    _ = result.core.add(propagator)
    result.linears.append(propagator)
    return .sum(propagator, constant: form.constant)
  }
}
