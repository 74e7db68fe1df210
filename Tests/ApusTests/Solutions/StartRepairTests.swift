import Apus
import ApusTestSupport
import Testing

/// Starts that are partial, or wrong, or right.
@Suite struct StartRepairTests {
  private func solve(_ model: ModelData, from start: WarmStart) throws -> (first: SolveEvent?, report: SolveReport) {
    var options = SolveOptions()
    options.workers = 1
    options.start = start
    let events = Recorder()
    let report = try SolveRun(model, options) { events.add($0) }.run()
    return (events.all.first { $0.kind == .solution }, report)
  }

  @Test func aRightStartIsTheFirstIncumbentEvenWhereItMayBeWrong() throws {
    for seed in 0..<150 {
      let model = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: RandomModel.Kind.allCases))
      guard let truth = Enumeration(model, limit: 200_000), let start = truth.best else { continue }
      for warm in [WarmStart.solutions([start]), .near(start)] {
        let (first, report) = try solve(model, from: warm)
        #expect(first?.solution == start && first?.strategy == "start", "seed \(seed)")
        #expect(report.startChanges == nil && report.objective == truth.optimum, "seed \(seed)")
      }
    }
  }

  @Test func wrongAndPartialStartsAreRepairedWhereThereIsASolution() throws {
    var (repaired, kept) = (0, 0)
    for seed in 0..<300 {
      let model = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: RandomModel.Kind.allCases))
      guard let truth = Enumeration(model, limit: 200_000) else { continue }
      var random = SplitMix64(seed: UInt64(seed))
      var draft = PartialSolution(RandomModel.assignment(for: model, using: &random))
      if seed % 3 == 0, let best = truth.best { draft = PartialSolution(best) }
      if seed % 2 == 0 { for index in model.intervals.indices where random.chance(50) { draft.intervals[index] = nil } }
      let (first, report) = try solve(model, from: .near(draft))
      #expect(report.objective == truth.optimum, "seed \(seed)")
      #expect((report.result.solution != nil) == truth.isFeasible, "seed \(seed)")
      guard let changes = report.startChanges else { continue }
      #expect(changes.isRepaired == truth.isFeasible, "seed \(seed)")
      #expect(changes.given == draft.count)
      guard truth.isFeasible else { continue }
      #expect(first?.strategy == "start repaired", "seed \(seed)")
      repaired += 1
      // What is part of a solution is kept to the last value.
      if seed % 3 == 0 {
        #expect(changes.changes.isEmpty, "seed \(seed): \(changes)")
        kept += 1
      }
    }
    #expect(repaired > 50 && kept > 10, "\(repaired) repaired, \(kept) kept")
  }

  @Test func onlyWhatConflictsIsChanged() throws {
    let model = Model("chain")
    let tasks = (0..<20).map { model.interval(lasting: 5, within: 0...200, "task \($0)") }
    model.require("chain") { for (a, b) in tasks.pairs() { a.precedes(b) } }
    model.minimize(.makespan)
    var draft = PartialSolution()
    for (index, task) in tasks.enumerated() { draft[task] = .starting(at: 8 * index) }
    draft[tasks[7]] = .starting(at: 50)
    let (first, report) = try solve(model.data, from: .near(draft))
    #expect(report.startChanges?.changes.count == 1)
    #expect(first?.solution?[tasks[19]]?.start == 152)
    #expect("\(try #require(report.startChanges))".contains("task "))
  }
}

/// Collects events of a solve.
private final class Recorder: @unchecked Sendable {
  private(set) var all: [SolveEvent] = []
  func add(_ event: SolveEvent) { all.append(event) }
}
