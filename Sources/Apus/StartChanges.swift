import ApusModel

/// What became of a start that was partial or broke constraints.
public struct StartChanges: Sendable, CustomStringConvertible {
  /// How many values and places the start gave.
  public var given: Int
  /// Whether a solution was made of it.
  public var isRepaired: Bool
  /// What is another in the solution, one a line: `A3 starts at 12, not 10`.
  public var changes: [String]

  /// What was wrong with the start, or that it was not all.
  public var reason: String

  init(_ draft: PartialSolution, _ solution: Solution?, _ model: ModelData, because reason: String) {
    given = draft.count
    isRepaired = solution != nil
    self.reason = reason
    changes = []
    guard let solution else { return }
    for (index, value) in draft.integers.sorted(by: { $0.key < $1.key }) where index < solution.integers.count {
      if solution.integers[index] != value {
        changes.append("\(model.nameOfInteger(index)) is \(solution.integers[index]), not \(value)")
      }
    }
    for (index, place) in draft.intervals.sorted(by: { $0.key < $1.key }) where index < solution.intervals.count {
      let name = model.nameOfInterval(index)
      switch (place, solution.intervals[index]) {
      case (.absent, nil): break
      case (.absent, let span?): changes.append("\(name) is present at [\(span.start), \(span.end)), not absent")
      case (.starting(let start, _), nil): changes.append("\(name) is absent, not at \(start)")
      case (.starting(let start, let end), let span?):
        if span.start != start {
          changes.append("\(name) starts at \(span.start), not \(start)")
        } else if let end, span.end != end {
          changes.append("\(name) ends at \(span.end), not \(end)")
        }
      }
    }
  }

  /// One line, with the first of the changes.
  public var description: String {
    if !isRepaired { return "the start could not be repaired and is not used: \(reason)" }
    if changes.isEmpty { return "the start was made whole, all of its \(given) values kept" }
    let shown = changes.prefix(5).joined(separator: "; ") + (changes.count > 5 ? "; ..." : "")
    return "the start was repaired, \(changes.count) of its \(given) values changed (\(reason)): \(shown)"
  }
}
