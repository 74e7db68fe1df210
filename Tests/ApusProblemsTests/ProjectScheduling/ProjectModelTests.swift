import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

/// The model of a project is the project: both are enumerated, the instance by its own definition and without the model.
@Suite struct ProjectModelTests {
  private func expectSame(_ project: ProjectScheduling, _ comment: String) throws {
    let data = project.model().data
    try data.validate()
    var best: Int?
    var count = 0
    RandomProject.forEachSchedule(project, until: project.horizon) { tasks in
      count += 1
      best = min(best ?? .max, project.makespan(of: tasks))
    }
    let truth = try #require(Enumeration(data, limit: 30_000_000), "\(comment): too large")
    #expect(truth.isFeasible == (count > 0), "\(comment): \(project)")
    #expect(truth.optimum == best, "\(comment): \(project)")
    #expect(truth.count == count, "\(comment): \(project)")
    if let solution = truth.best {
      let tasks = project.tasks(of: solution)
      #expect(project.violations(ofSchedule: tasks) == [])
      #expect(project.makespan(of: tasks) == best)
      #expect(try project.solution(of: tasks.reversed()) == solution)
    }
    if project.isSurelyFeasible { #expect(count > 0) }
    if project.isPlainlyInfeasible { #expect(count == 0) }
    if let best { for bound in project.simpleBounds { #expect(bound.value <= best, "\(bound): \(project)") } }
  }

  @Test(arguments: 0..<30) func singleMode(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let project = try RandomProject.project(.init(tasks: 2...3, hasDummies: seed % 3 == 0), &random)
    try expectSame(project, "seed \(seed)")
  }

  @Test(arguments: 0..<30) func severalModes(seed: Int) throws {
    var random = SplitMix64(seed: 100 + seed)
    try expectSame(
      try RandomProject.project(
        .init(tasks: 2...2, modes: 1...2, nonrenewables: 0...2, longest: 2), &random), "seed \(seed)")
  }

  @Test(arguments: 0..<40) func lags(seed: Int) throws {
    var random = SplitMix64(seed: 200 + seed)
    try expectSame(
      try RandomProject.project(.init(tasks: 2...3, longest: 3, hasLags: true), &random), "seed \(seed)")
  }

  @Test(arguments: 0..<30) func reservoirs(seed: Int) throws {
    var random = SplitMix64(seed: 300 + seed)
    try expectSame(try RandomProject.project(.init(tasks: 2...3, reservoirs: 1...2), &random), "seed \(seed)")
  }

  /// No schedule beyond the horizon is better than the best within, and there is none beyond where there is none within.
  @Test(arguments: 0..<160) func horizonIsLongEnough(seed: Int) throws {
    var random = SplitMix64(seed: 400 + seed)
    var shape = RandomProject.Shape(tasks: 2...3, modes: 1...2, nonrenewables: 0...1, reservoirs: 0...1, longest: 2)
    shape.hasLags = seed % 2 == 0
    // Short tasks, so that lags matter.
    if shape.hasLags { shape.longest = 1 }
    let project = try RandomProject.project(shape, &random)
    func best(_ horizon: Int) -> Int? {
      var best: Int?
      RandomProject.forEachSchedule(project, until: horizon) { best = min(best ?? .max, project.makespan(of: $0)) }
      return best
    }
    #expect(best(project.horizon) == best(project.horizon + 4), "\(project)")
  }

  @Test func groupsAndNames() throws {
    let multi = try ProjectExamples.project(.mm).model().data
    #expect(multi.groups.map(\.name) == ["precedences", "modes", "renewable resources", "nonrenewable resources"])
    #expect(multi.nameOfInterval(1) == "task 1" && multi.nameOfInterval(5) == "task 1, mode 1")
    #expect(multi.intervals.allSatisfy { $0.end.upperBound == 9 } && multi.intervals[1].length == 3...5)
    let stock = try ProjectExamples.project(.reservoir).model().data
    #expect(stock.groups.map(\.name) == ["precedences", "renewable resources", "reservoirs"])
  }

  @Test func wrongTasksAreNoSolution() throws {
    let project = try ProjectExamples.plain()
    let error = #expect(throws: InputError.self) { try project.solution(of: []) }
    #expect(error?.description == "p: not a schedule of this project: task 0 is not in the solution")
  }
}
