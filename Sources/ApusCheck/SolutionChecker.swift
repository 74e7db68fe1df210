import ApusModel

/// Judges assignments by the definitions in `Docs/Semantics.md`, without any solver.
///
/// ```swift
/// let violations = SolutionChecker(model.data).violations(of: solution, claiming: 42)
/// for violation in violations { print(violation) }
/// ```
///
/// Every assignment may be judged, also one that was read from a hostile file: nothing traps.
///
/// Complexity: linear in the size of the model, and O(*n* log *n*) for a `NoOverlap`, a resource or a `SameOrder` of *n* intervals; for setup
/// times see `Docs/Semantics.md`.
public struct SolutionChecker: Sendable {
  /// The model that assignments are judged by.
  public let model: ModelData
  /// The most pairs that are reported for one `NoOverlap` or `SameOrder`, the most overloads of one resource, and the most intervals that
  /// are named for each. It never hides that there is one.
  ///
  /// At least one is reported whatever the number.
  public var maximumPairs = 20

  /// What is wrong with the model itself.
  private let refusal: Violation?

  /// A checker for the model as it stands. Complexity: linear in the size of the model.
  public init(_ model: ModelData) {
    self.model = model
    do {
      try model.validate()
      refusal = nil
    } catch { refusal = Violation(.model, "the model is not valid: \(error)") }
  }

  /// Everything that is wrong with the assignment; empty exactly when it is a solution.
  ///
  /// - Parameter objective: the objective value that someone claims for it, if any.
  public func violations(of solution: Solution, claiming objective: Int? = nil) -> [Violation] {
    if let violation = refusal ?? mismatch(solution) { return [violation] }
    var found: [Violation] = []
    let evaluator = Evaluator(solution, makespan: Evaluator.makespan(of: solution))
    checkDomains(evaluator, &found)
    for group in model.groups {
      for index in group.members { check(Place(index, group), evaluator, &found) }
    }
    checkObjective(objective, evaluator, &found)
    return found
  }

  private func mismatch(_ solution: Solution) -> Violation? {
    let missing = (
      abs(solution.integers.count - model.integers.count), abs(solution.intervals.count - model.intervals.count)
    )
    guard missing != (0, 0) else { return nil }
    return Violation(
      .shape, amount: missing.0 + missing.1,
      "the assignment has \(solution.integers.count) integers and \(solution.intervals.count) intervals; "
        + "the model has \(model.integers.count) and \(model.intervals.count)")
  }

  private func checkObjective(_ claimed: Int?, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let objective = model.objective else {
      if let claimed {
        found.append(Violation(.objective, "an objective of \(claimed) is claimed, but the model has none"))
      }
      return
    }
    let value: Int
    do { value = try evaluator.value(of: objective.expression) } catch {
      found.append(Violation(kind(of: error), amount: .max, "the objective has no value: \(error)"))
      return
    }
    guard let claimed, claimed != value else { return }
    found.append(
      Violation(
        .objective, amount: distance(from: claimed, to: value),
        "an objective of \(claimed) is claimed, but its value is \(value)"))
  }
}
