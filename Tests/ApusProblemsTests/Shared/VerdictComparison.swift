import ApusModel
import ApusProblems
import ApusTestSupport
import Testing

/// A family's check beside the definition, tried out in the most simple way, on schedules that are right but for a change.
struct VerdictComparison {
  /// What messages show.
  let instance: String
  let right: SolutionFile
  let makespan: ([ScheduledTask]) -> Int
  /// What the check finds.
  let violations: (SolutionFile) -> [FamilyViolation]
  /// The definition.
  let isRight: (SolutionFile) -> Bool
  private var flips = 0
  private var total = 0

  init(
    _ instance: String, _ right: SolutionFile, makespan: @escaping ([ScheduledTask]) -> Int,
    violations: @escaping (SolutionFile) -> [FamilyViolation], isRight: @escaping (SolutionFile) -> Bool
  ) {
    self.instance = instance
    self.right = right
    self.makespan = makespan
    self.violations = violations
    self.isRight = isRight
    #expect(violations(right) == [])
    #expect(isRight(right))
  }

  /// - Parameter fixingObjective: whether the changed schedule claims its own makespan.
  mutating func compare(_ changed: SolutionFile, fixingObjective: Bool = true) {
    var solution = changed
    if fixingObjective { solution.objective = makespan(solution.tasks) }
    let isRight = isRight(solution)
    #expect(violations(solution).isEmpty == isRight, "\(instance) \(solution.text)")
    flips += isRight ? 0 : 1
    total += 1
  }

  /// Moves a task, makes it longer or shorter, leaves it out, and changes its place in the file.
  mutating func compareChanges(of index: Int, _ random: inout SplitMix64) {
    for step in -4...4 where step != 0 {
      var moved = right
      moved.tasks[index].start += step
      moved.tasks[index].end += step
      compare(moved, fixingObjective: false)
      compare(moved)
      // A second move on top reaches more conflicts, of three tasks too.
      let other = random.pick(right.tasks.indices)
      moved.tasks[other].start -= step
      moved.tasks[other].end -= step
      compare(moved)
      var longer = right
      longer.tasks[index].end += step
      compare(longer)
    }
    var fewer = right
    fewer.tasks.remove(at: index)
    compare(fewer)
    var swapped = right
    swapped.tasks.swapAt(index, 0)
    compare(swapped)
  }

  /// A comparison in which nothing, or everything, is wrong says little.
  func expectBothVerdicts() { #expect(flips > 0 && flips < total) }
}
