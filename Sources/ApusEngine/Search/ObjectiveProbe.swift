/// Destructive lower bounds (Klein and Scholl 1999) beside the descent: now and then a low value of the objective is assumed for
/// a few conflicts. Refuted, it is a bound, and the next try is bolder.
///
/// The value is an assumption and no fact of the root, so the clauses learned on the way serve the descent too.
struct ObjectiveProbe {
  /// The value assumed now.
  private(set) var assumed: Int?
  private var conflictsLeft = 0
  private var step = 0
  private var trialsUntilProbe = ObjectiveProbe.period
  private static let period = 10

  var isOverBudget: Bool { assumed != nil && conflictsLeft <= 0 }

  mutating func countConflict() {
    if assumed != nil { conflictsLeft -= 1 }
  }

  /// A restart came: every so often it begins a probe.
  mutating func startTrial(bound: Int, target: Int, conflicts: Int) {
    trialsUntilProbe -= 1
    guard trialsUntilProbe <= 0, bound < target else { return }
    trialsUntilProbe = ObjectiveProbe.period
    // Before there is a solution the target is the largest number, and the bound may be negative.
    let (distance, isBeyond) = target.subtractingReportingOverflow(bound)
    assumed = bound + min(step, (isBeyond ? Int.max : distance) / 2)
    conflictsLeft = conflicts
  }

  /// The probe ran out of conflicts, or a restart ended it: try a lower value next time.
  mutating func endTrial() {
    if assumed != nil { step /= 2 }
    assumed = nil
  }

  /// The assumed value is impossible: returns the bound that this proves, and aims higher at once.
  mutating func refuted() -> Int? {
    guard let value = assumed else { return nil }
    assumed = nil
    step = 2 * step + 1
    trialsUntilProbe = 1
    return value + 1
  }

  /// A solution was found: whatever was assumed is moot.
  mutating func abandon() { assumed = nil }
}
