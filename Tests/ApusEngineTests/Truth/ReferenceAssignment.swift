import ApusModel
import Testing

@testable import ApusEngine

/// The values that the engine's own variables take in a solution of the model.
enum ReferenceAssignment {
  /// Fixes everything that the model knows and the order of tasks; the rest follows by propagation, is found by search, or is best at its
  /// least value.
  ///
  /// - Parameter options: as in the run that is judged, where they decide on what is posted: the Booleans of tasks that exclude each other.
  static func values(of solution: Solution, _ model: ModelData, _ options: EngineOptions = EngineOptions()) throws
    -> [Int32?]
  {
    var options = options
    options.noOverlapRules = NoOverlapRules()
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
          // Of two of length 0 at one time, setup times may leave one order only.
          (first.start, first.end) < (second.start, second.end)
        else { continue }
        isConsistent = isConsistent && compilation.core.set(pair.truth, Reason(Reason.decision))
      }
    }
    expect(isConsistent && complete(&compilation.core), "the engine refuses a solution of \(model.name)")
    return (0..<Int32(compilation.core.variableCount)).map { variable in
      compilation.core.fails(compilation.core.scope[variable]) ? nil : compilation.core.lower(variable)
    }
  }

  /// Decides the Booleans that are still open. Returns false where there is no way to.
  private static func complete(_ core: inout Core) -> Bool {
    guard core.propagate() else { return false }
    core.settleRoot()
    while let variable = firstOpen(core) {
      core.decide(Bound(2 * variable, 0))
      while !core.propagate() { if !core.learn() { return false } }
    }
    return true
  }

  private static func firstOpen(_ core: borrowing Core) -> Int32? {
    for variable in 1..<Int32(core.variableCount)
    where core.lower(variable) == 0 && core.upper(variable) == 1 && !core.fails(core.scope[variable]) {
      return variable
    }
    return nil
  }

  private static func fix(_ variable: Int32, _ value: Int, _ core: inout Core) -> Bool {
    let value = Int32(value)
    return core.set(Bound(2 * variable, value), Reason(Reason.decision))
      && core.set(Bound(2 * variable + 1, -value), Reason(Reason.decision))
  }
}
