import ApusModel

/// Relaxes the tasks in progress during a window of time (Godard, Laborie and Nuijten, "Randomized large neighborhood search for
/// cumulative scheduling", ICAPS 2005).
///
/// The window lasts from the start of a random task to that of the task a number of places later in time. An absent task is relaxed with
/// a chance of `size`, beside those that a constraint on presences joins with a relaxed one. The tasks may go anywhere, or only change places
/// among themselves.
struct TimeWindowNeighbourhood: Neighbourhood {
  var staysInPlace = false
  var name: String { staysInPlace ? "inside a window" : "time window" }

  static func applies(to structure: NeighbourhoodStructure) -> Bool { structure.tasks.count > 1 }

  func select(
    _ size: Double, of solution: OrderedSolution, _ structure: NeighbourhoodStructure, using random: inout SplitMix64
  ) -> Relaxation {
    var relaxation = Relaxation(structure)
    let window = TimeWindow(of: count(size, of: solution.tasks.count, least: 2), in: solution, using: &random)
    for task in structure.tasks where window.meets(solution.solution.intervals[Int(task)], orByChance: size, &random) {
      relaxation.free(interval: task, structure)
    }
    relaxation.staysInPlace = staysInPlace
    if staysInPlace { relaxation.window = window.ticks }
    return relaxation
  }
}

/// A span of time in a solution.
struct TimeWindow {
  /// The first and last tick; nil where nothing is present.
  let ticks: ClosedRange<Int>?

  /// The window from the start of a random task to the start of the last of `count` tasks in order of their starts.
  init(of count: Int, in solution: OrderedSolution, using random: inout SplitMix64) {
    guard count > 0 else {
      ticks = nil
      return
    }
    let first = random.place(below: solution.tasks.count - count + 1)
    let spans = [first, first + count - 1].compactMap { solution.solution.intervals[Int(solution.tasks[$0])] }
    ticks = spans[0].start...spans[1].start
  }

  /// Whether an interval is in progress, or begins, within the window; for an absent one it is left to chance.
  func meets(_ span: Solution.Span?, orByChance chance: Double, _ random: inout SplitMix64) -> Bool {
    guard let span, let ticks else { return random.nextUnit() < chance }
    return span.start <= ticks.upperBound && (span.end > ticks.lowerBound || span.start >= ticks.lowerBound)
  }
}
