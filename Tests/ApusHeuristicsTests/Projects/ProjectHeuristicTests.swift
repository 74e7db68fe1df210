import ApusHeuristics
import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@Suite("Heuristics for projects")
struct ProjectHeuristicTests {
  @Test(
    "A name is a heuristic",
    arguments: [
      ("lft", ProjectHeuristic.rule(.lft, .serial, .forward)), ("Parallel:MTS", .rule(.mts, .parallel, .forward)),
      ("backward:spt", .rule(.spt, .serial, .backward)), ("sampling", .sampling(.lft, count: 100)),
      ("backward:parallel:lst", .rule(.lst, .parallel, .backward)), ("sampling:7", .sampling(.lft, count: 7)),
      ("sampling:grpw", .sampling(.grpw, count: 100)), ("sampling:mslk:3", .sampling(.mslk, count: 3)),
    ])
  func names(name: String, heuristic: ProjectHeuristic) {
    #expect(ProjectHeuristic(name: name) == heuristic)
    #expect(ProjectHeuristic(name: heuristic.name) == heuristic)
  }

  @Test(
    "Anything else is not",
    arguments: [
      "", ":", "lf", "lft:3", "parallel", "serial:parallel:lft", "sampling:0", "sampling:lft:x", "sampling:1:2",
    ])
  func others(name: String) { #expect(ProjectHeuristic(name: name) == nil) }

  @Test("Every schedule is a solution, no better than the optimum, and the same each time", arguments: 0..<60)
  func schedules(seed: Int) throws {
    let data = RandomProject(seed: seed, tasks: seed % 2 == 0 ? 3...5 : 8...20).model.data
    let project = try #require(Project(recognizing: data))
    let optimum = seed % 2 == 0 ? Enumeration(data, limit: 3_000_000)?.optimum : nil
    var heuristics = [ProjectHeuristic.sampling(.lft, count: 6), .sampling(.mts, count: 5)]
    for rule in PriorityRule.allCases {
      for scheme in GenerationScheme.allCases {
        for direction in PlanningDirection.allCases { heuristics.append(.rule(rule, scheme, direction)) }
      }
    }
    for heuristic in heuristics {
      let schedule = project.schedule(by: heuristic, seed: UInt64(seed))
      #expect(Enumeration.isSolution(schedule.solution(of: project), of: data), "\(heuristic.name)")
      #expect(schedule.makespan >= optimum ?? project.trivialBound, "\(heuristic.name)")
      #expect(project.schedule(by: heuristic, seed: UInt64(seed)) == schedule)
    }
  }

  @Test("Rules on four tasks by hand")
  func byHand() throws {
    // 0 (3) and 1 (1) may begin; 2 (5) waits for 1, 3 (1) for 2. One crew.
    let model = Model()
    let tasks = [3, 1, 5, 1].map { model.interval(lasting: $0) }
    model.require("links") { [tasks[1].precedes(tasks[2]), tasks[2].precedes(tasks[3])] }
    model.require("crew") { Usage([tasks[0].pulse(1), tasks[1].pulse(1), tasks[3].pulse(1)], capacity: 1) }
    model.minimize(.makespan)
    let project = try #require(Project(recognizing: model.data))
    for rule in [PriorityRule.lft, .lst, .mslk, .grpw, .mts, .mis, .spt] {
      #expect(project.schedule(by: rule).start == [1, 0, 1, 6], "\(rule)")
    }
    #expect(project.schedule(of: [0, 1, 2, 3]).start == [0, 3, 4, 9])
  }
}
