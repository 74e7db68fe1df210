// Decisions on the starts of tasks that use resources.
//
// Without them a resource would be left to the lower bounds, which need not be a schedule. Two ways, and restarts change between them
// (``StartBranching``):
//   Set times. Of the tasks of resources that the earliest schedule overloads, the one that can start first starts as early as it can; where
//   that is refuted, learning has it start later (Le Pape and others 1994). It comes last, once every Boolean is decided.
//   Activity. Starts are among the variables that conflicts make active, beside the Booleans; the value is that of the best solution.
// Schutt, Feydy, Stuckey and Wallace (2011) found a restart from the first way to the second better than either alone.

/// How the search branches on the starts of tasks that use resources.
enum StartBranching: Sendable {
  /// By set times alone.
  case setTimes
  /// By activity from the first restart on, and by set times for what that leaves open.
  case activity
  /// By set times and by activity in turn, restart by restart.
  case alternating
}

extension LearningSearch {
  /// Makes the starts of tasks on resources, and of those that fill and drain reservoirs, known to the heap of activities.
  mutating func addStarts() {
    guard options.startBranching != .setTimes else { return }
    var starts: [Int32] = []
    for cumulative in compilation.cumulatives {
      starts += (0..<cumulative.tasks.count).map { cumulative.tasks.start($0) }
    }
    for reservoir in compilation.reservoirs { starts += (0..<reservoir.steps.count).map { reservoir.steps.start[$0] } }
    for start in starts where phases.addStart(start, variableCount: compilation.core.variableCount) {
      compilation.core.activity.add(start)
    }
  }

  /// A restart: chooses how the next trial branches on starts.
  mutating func chooseStartBranching() {
    guard options.startBranching != .setTimes, !phases.starts.isEmpty else { return }
    branchesOnStarts = options.startBranching == .activity || !branchesOnStarts
    // Set times passes over the starts in the heap.
    if branchesOnStarts { for start in phases.starts { compilation.core.activity.reopen(start) } }
  }

  /// Decides on a start that has come out of the heap. Returns false where there is nothing to decide.
  mutating func branch(onStart start: Int32) -> Bool {
    let presence = compilation.core.scope[start]
    guard branchesOnStarts, !compilation.core.fails(presence) else { return false }
    // It may be asked for again: one decision need not fix it, and its presence comes first.
    compilation.core.activity.reopen(start)
    if compilation.core.holds(presence) {
      compilation.core.decide(phases.startBound(for: start, compilation.core))
    } else {
      compilation.core.decide(Bound(phases.literal(for: presence >> 1, compilation.core, compilation.noOverlaps)))
    }
    return true
  }

  /// Set times. Returns nil where the earliest schedule keeps within all capacities.
  mutating func startFirstUser() -> Step? {
    var first: Int32?
    for cumulative in compilation.cumulatives where !cumulative.isSatisfiedByLowerBounds(compilation.core) {
      guard let task = cumulative.firstOpenTask(compilation.core) else { continue }
      let start = cumulative.tasks.start(task)
      guard let best = first else {
        first = start
        continue
      }
      let key = (compilation.core.lower(start), compilation.core.upper(start))
      if key < (compilation.core.lower(best), compilation.core.upper(best)) { first = start }
    }
    guard let first else { return nil }
    compilation.core.decide(Bound(2 * first, compilation.core.lower(first)))
    return .decided
  }
}
