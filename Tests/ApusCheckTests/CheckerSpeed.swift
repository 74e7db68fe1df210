import ApusCheck
import ApusModel
import Testing

@Suite struct CheckerSpeed {
  /// Far above what is needed, and far below what a quadratic check would take.
  @Test func largeSchedulesAreCheckedInNearLinearTime() {
    #if DEBUG
      let (count, limit) = (20_000, Duration.seconds(10))
    #else
      let (count, limit) = (100_000, Duration.seconds(2.5))
    #endif
    let model = Model("large")
    let tasks = model.intervals(for: (0..<count).map(Task.init), lasting: { _ in 3 })
    model.require("machine") { NoOverlap(tasks.all) }
    model.require("routing") { for (a, b) in tasks.all.pairs() { a.precedes(b) } }
    model.minimize(.makespan)
    let spans = (0..<count).map { Solution.Span(start: 3 * $0, end: 3 * $0 + 3) }
    let checker = SolutionChecker(model.data)
    let elapsed = ContinuousClock().measure {
      #expect(checker.violations(of: Solution(integers: [], intervals: spans), claiming: 3 * count).isEmpty)
    }
    #expect(elapsed < limit)
    print("checked \(count) intervals in \(elapsed)")
  }

  private struct Task: Identifiable {
    let id: Int
  }
}
