import Apus
import Testing

/// Explanations as a planner meets them.
@Suite struct ConflictTests {
  /// Two tasks of 5 and 4 ticks on one machine, one after the other, and a deadline.
  private func plan(deadline: Int) -> (model: Model, paint: Interval, dry: Interval) {
    let model = Model("plan")
    let paint = model.interval(lasting: 5, "paint")
    let dry = model.interval(lasting: 4, "dry")
    let other = model.interval(lasting: 100, "other")
    model.require("order") {
      paint.precedes(dry, lag: 2)
      paint.precedes(other)
    }
    model.require("machine") { NoOverlap([paint, dry, other]) }
    model.require("deadline") { dry.end <= deadline }
    model.minimize(.makespan)
    return (model, paint, dry)
  }

  @Test func theConflictNamesWhatTheUserWrote() async throws {
    let (model, _, _) = plan(deadline: 10)
    let conflict = try #require(try await model.conflict().conflict)
    #expect(conflict.isMinimal)
    #expect(
      "\(conflict)" == """
        order
          end(paint) + 2 <= start(dry)
        deadline
          end(dry) <= 10
        """)
  }

  @Test func aChainNeedsEveryLink() async throws {
    let model = Model("chain")
    let tasks = (0..<12).map { model.interval(lasting: 5, "task \($0)") }
    model.require("machine") { NoOverlap(tasks) }
    model.require("chain") { for (a, b) in tasks.pairs() { a.precedes(b, lag: 1) } }
    model.require("deadline") { tasks[8].end <= 52 }
    let conflict = try #require(try await model.conflict().conflict)
    #expect(conflict.isMinimal)
    // Eight links to the task of the deadline; the machine alone would leave time enough.
    #expect(conflict.groups.map(\.name) == ["chain", "deadline"])
    #expect(conflict.members.count == 9)
  }

  @Test func aFeasibleModelIsSaidToBe() async throws {
    guard case .feasible(let solution) = try await plan(deadline: 11).model.conflict() else {
      Issue.record("expected a solution")
      return
    }
    #expect(SolutionChecker(plan(deadline: 11).model.data).violations(of: solution).isEmpty)
  }

  @Test func whyNotTellsWhatStandsAgainstACondition() async throws {
    let (model, _, dry) = plan(deadline: 20)
    let result = try await model.whyNot("early") { dry.start <= 6 }
    let conflict = try #require(result.conflict)
    #expect(conflict.groups.map(\.name) == ["order", "early"])
    #expect(conflict.groups.map(\.isCondition) == [false, true])
    let later = try await model.whyNot { dry.start <= 7 }
    guard case .feasible(let solution) = later else {
      Issue.record("expected a solution")
      return
    }
    #expect(solution[dry]?.start == 7)
  }

  @Test func aConditionThatHasNothingToDoWithItIsNotNamed() async throws {
    let (model, _, dry) = plan(deadline: 10)
    let result = try await model.whyNot { dry.start <= 1 }
    let conflict = try #require(result.conflict)
    #expect(conflict.isMinimal)
    #expect(conflict.groups.contains { $0.isCondition } == false || conflict.groups.count == 2)
  }

  @Test func windowsAreNamedWhereAskedFor() async throws {
    let model = Model("windows")
    let early = model.interval(lasting: 3, within: 0...4, "early")
    let late = model.interval(lasting: 3, within: 0...5, "late")
    model.require("machine") { NoOverlap([early, late]) }
    let silent = try #require(try await model.conflict().conflict)
    #expect(silent.members.count == 1)
    let conflict = try #require(try await model.conflict(includingWindows: true).conflict)
    #expect(conflict.isMinimal)
    #expect(conflict.groups.map(\.name) == ["machine", "windows"])
    #expect(conflict.members.count == 3)
  }

  @Test func domainsAloneMakeAnEmptyConflict() async throws {
    let model = Model("domains")
    _ = model.interval(lasting: 10, within: 0...5, "too long")
    let conflict = try #require(try await model.conflict().conflict)
    #expect(conflict.groups.isEmpty)
    #expect("\(conflict)".contains("windows"))
  }

  @Test func aRepairTellsByHowMuchToGiveWay() async throws {
    let (model, _, _) = plan(deadline: 8)
    let repair = try #require(try await model.repair { $0 == "deadline" ? 1 : 5 })
    #expect(repair.isSmallest && repair.isLeast)
    #expect(repair.concessions.map(\.text) == ["end(dry) <= 8"])
    #expect(repair.concessions.map(\.amount) == [3])
  }

  @Test func aCapacityGivesWayByTheLeast() async throws {
    let model = Model("crew")
    let tasks = (0..<4).map { model.interval(lasting: 5, within: 0...9, "task \($0)") }
    model.require("crew") { Usage(tasks.map { $0.pulse(2) }, capacity: 5) }
    model.require("deadline") { IntegerExpression(.makespan) <= 9 }
    let repair = try #require(
      try await model.repair(includingWindows: false) { $0 == "crew" ? 1 : 0 })
    #expect(repair.isSmallest && repair.isLeast)
    // Within nine ticks all four overlap at tick 4.
    #expect(repair.concessions.map(\.amount) == [3])
    let windows = try #require(try await model.repair(detail: .groups) { $0 == "windows" ? 1 : 0 })
    #expect(windows.concessions.allSatisfy { $0.group == "windows" })
    #expect(windows.weight == 1)
  }

  @Test func nothingIsGivenUpWhereThereIsASolution() async throws {
    let repair = try #require(try await plan(deadline: 30).model.repair())
    #expect(repair.concessions.isEmpty && repair.weight == 0)
  }

  @Test func theLimitIsKeptAndWhatIsOpenIsSaid() throws {
    // Refuted by counting only: too hard for the limit.
    let model = Model("pigeons")
    let holes = (0..<14).map { pigeon in (0..<13).map { model.boolean("p\(pigeon) in \($0)") } }
    model.require("pigeons") { for row in holes { anyOf(row) } }
    model.require("holes") {
      for hole in 0..<13 {
        for first in 0..<14 {
          for second in (first + 1)..<14 { anyOf(!holes[first][hole], !holes[second][hole]) }
        }
      }
    }
    // Blocking, so that the clock does not wait for other tests.
    let begin = ContinuousClock.now
    let result = try Explainer(model.data, within: .milliseconds(300), workers: 1).conflict()
    if case .feasible = result { Issue.record("it has no solution") }
    #expect(begin.duration(to: .now) < .seconds(5))
  }
}
