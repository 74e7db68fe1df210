// Shaving: at the root, each value of each Boolean is tried alone. Where one fails, the other holds.
//
// Carlier and Pinson 1994 and Martin and Shmoys 1996 shave the windows of tasks; here it is the order of two tasks, which is what
// windows are made of, and any other Boolean. It draws what no single rule does, with the improving cut in force: where the gap is small
// much falls out, where it is large nothing does. So it goes round the Booleans for a fixed share of the work.

/// How far the round has come.
struct Shaving {
  /// The variable that was tried last.
  var cursor: Int32 = 0
  /// The work spent, in ticks.
  var work = 0
  /// The Booleans that were fixed.
  var count = 0

  /// Of all work this part is for shaving: one in so many.
  static let share = 10
}

extension LearningSearch {
  /// Goes on with the round for what work it is owed. Returns false where nothing is left to search.
  ///
  /// - Precondition: at the root, after propagation, without assumptions.
  mutating func shave() -> Bool {
    let start = compilation.core.work
    let owed = (start - shaving.work) / (Shaving.share - 1) - shaving.work
    guard owed >= options.shavingPortion else { return true }
    defer { shaving.work += compilation.core.work - start }
    var left = compilation.core.variableCount
    while left > 0, compilation.core.work < start + owed, !compilation.core.isInterrupted {
      left -= 1
      shaving.cursor = (shaving.cursor + 1) % Int32(compilation.core.variableCount)
      guard compilation.core.lower(shaving.cursor) == 0, compilation.core.upper(shaving.cursor) == 1 else { continue }
      if !tryBothValues(of: shaving.cursor) { return false }
    }
    return true
  }

  /// Returns false where both fail.
  private mutating func tryBothValues(of variable: Int32) -> Bool {
    for literal in [2 * variable, 2 * variable + 1] {
      compilation.core.decide(Bound(literal))
      if compilation.core.propagate() {
        compilation.core.backtrack(to: 0)
        if compilation.core.isInterrupted { return true }
        continue
      }
      shaving.count += 1
      guard compilation.core.learn(), compilation.core.propagate() else { return false }
      compilation.core.settleRoot()
      return true
    }
    return true
  }
}
