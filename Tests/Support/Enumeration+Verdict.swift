import ApusModel

extension Enumeration {
  /// Whether the assignment is a solution, by the definitions and nothing else.
  public static func isSolution(_ solution: Solution, of model: ModelData) -> Bool {
    verdict(solution, model).isSolution
  }

  /// The positions of the constraints that do not hold, whatever the domains say.
  public static func violatedConstraints(of model: ModelData, in solution: Solution) -> [Int] {
    verdict(solution, model).violated
  }

  /// The value of the objective, or nil where there is none.
  public static func objective(of model: ModelData, in solution: Solution) -> Int? {
    let state = state(solution, model)
    return model.objective.flatMap { state.value(state.expression($0.expression)) }
  }

  private static func state(_ solution: Solution, _ model: ModelData) -> ReferenceSemantics {
    var state = ReferenceSemantics(model)
    for (index, value) in solution.integers.enumerated() { state.values[index] = value }
    for (index, span) in solution.intervals.enumerated() { state.setInterval(index, span) }
    state.setMakespan()
    return state
  }

  private static func verdict(_ solution: Solution, _ model: ModelData) -> (isSolution: Bool, violated: [Int]) {
    let state = state(solution, model)
    let violated = model.constraints.indices.filter { !state.holds(state.condition(model.constraints[$0])) }
    var isSolution = violated.isEmpty
    if let objective = model.objective {
      isSolution = isSolution && state.value(state.expression(objective.expression)) != nil
    }
    for (index, domain) in model.integers.enumerated() {
      isSolution = isSolution && domain.contains(solution.integers[index])
    }
    for (index, domain) in model.intervals.enumerated() {
      isSolution = isSolution && state.holds(domain.isPresent) == state.isPresent[index]
      if let span = solution.intervals[index] {
        isSolution =
          isSolution && domain.start.contains(span.start) && domain.end.contains(span.end)
          && domain.length.contains(span.end - span.start) && span.start <= span.end
      }
    }
    return (isSolution, violated)
  }
}
