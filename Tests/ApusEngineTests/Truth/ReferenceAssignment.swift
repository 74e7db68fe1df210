import ApusModel
import Testing

@testable import ApusEngine

/// The values that the engine's own variables take in a solution of the model.
enum ReferenceAssignment {
  /// Fixes everything that the model knows and the order of tasks; the rest follows by propagation, or is best at its least value.
  ///
  /// - Parameter cumulativeRules: as in the run that is judged; the Booleans of tasks that exclude each other depend on them.
  static func values(
    of solution: Solution, _ model: ModelData, _ cumulativeRules: CumulativeRules = CumulativeRules()
  ) throws -> [Int32?] {
    var options = EngineOptions()
    options.cumulativeRules = cumulativeRules
    var compilation = try Compiler.compile(model, options: options)
    var isConsistent = compilation.isConsistent
    for (index, variable) in compilation.map.integers.enumerated() {
      isConsistent = isConsistent && fix(variable, solution.integers[index], &compilation.core)
    }
    var spans: [Int32: Solution.Span] = [:]
    for (index, variables) in compilation.map.intervals.enumerated() {
      guard let variables, let span = solution.intervals[index] else { continue }
      spans[variables.start] = span
      isConsistent = isConsistent && fix(variables.start, span.start, &compilation.core)
      isConsistent = isConsistent && fix(variables.end, span.end - Int(variables.endOffset), &compilation.core)
    }
    for noOverlap in compilation.noOverlaps {
      for pair in noOverlap.pairs.all {
        guard let first = spans[noOverlap.startVariables[pair.first]],
          let second = spans[noOverlap.startVariables[pair.second]],
          (first.start, first.end, pair.first) < (second.start, second.end, pair.second)
        else { continue }
        isConsistent = isConsistent && compilation.core.set(pair.truth, Reason(Reason.decision))
      }
    }
    expect(isConsistent && compilation.core.propagate(), "the engine refuses a solution of \(model.name)")
    return (0..<Int32(compilation.core.variableCount)).map { variable in
      compilation.core.fails(compilation.core.scope[variable]) ? nil : compilation.core.lower(variable)
    }
  }

  private static func fix(_ variable: Int32, _ value: Int, _ core: inout Core) -> Bool {
    let value = Int32(value)
    return core.set(Bound(2 * variable, value), Reason(Reason.decision))
      && core.set(Bound(2 * variable + 1, -value), Reason(Reason.decision))
  }
}
