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

  #if DEBUG
    private static let (count, limit) = (10_000, Duration.seconds(5))
  #else
    private static let (count, limit) = (100_000, Duration.seconds(2))
  #endif

  @Test(arguments: LargeKind.allCases) func largeResourcesAreCheckedInNearLinearTime(_ kind: LargeKind) {
    let model = Model("large")
    let tasks = (0..<Self.count).map { _ in model.interval(lasting: 3) }
    model.require("one") {
      switch kind {
      case .usage:
        Usage(tasks.map { $0.pulse(1) }, capacity: 3, steps: (0..<1_000).map { (from: 7 * $0, capacity: 3 + $0 % 2) })
      case .reservoir:
        Reservoir(
          tasks.flatMap { [$0.step(-1, at: .start), $0.step(1, at: .end)] }, initial: 3, minimum: 0, maximum: 3)
      case .setup:
        NoOverlap(tasks, setup: SetupTimes(between: (0..<tasks.count).map { $0 % 9 }, initial: { $0 }) { abs($0 - $1) })
      case .sameOrder: SameOrder(tasks, tasks.reversed().reversed())
      case .span: Span(tasks[0], of: Array(tasks[1...]))
      }
    }
    // Three at a time; for setup times, one at a time and eight ticks after the one before. In no order that is of any help.
    let apart = kind == .setup ? 11 : 1
    var spans = (0..<Self.count).map { Solution.Span(start: apart * $0, end: apart * $0 + 3) }
    if kind == .usage || kind == .reservoir || kind == .sameOrder { spans.reverse() }
    if kind == .span { spans[0] = Solution.Span(start: apart, end: apart * (Self.count - 1) + 3) }
    let checker = SolutionChecker(model.data)
    let elapsed = ContinuousClock().measure {
      let found = checker.violations(of: Solution(integers: [], intervals: spans)).filter { $0.kind != .domain }
      #expect(found.isEmpty, "\(found.prefix(3))")
    }
    #expect(elapsed < Self.limit)
    print("checked a \(kind) of \(Self.count) intervals in \(elapsed)")
  }

  enum LargeKind: CaseIterable, Sendable {
    case usage, reservoir, setup, sameOrder, span
  }

  private struct Task: Identifiable {
    let id: Int
  }
}
