import ApusModel
import Testing

@testable import ApusEngine

/// A project with limited resources from the literature, solved to its known optimum.
@Suite struct ProjectTests {
  /// A job: its length, what it uses of the four resources, and the jobs that come after it.
  private typealias Job = (length: Int, uses: [Int], next: [Int])

  /// The first instance of the set j30 of PSPLIB (Kolisch and Sprecher, EJOR 1997), j301_1, without its dummy jobs; the jobs are
  /// numbered from 2 as there. Its least makespan is 43.
  private static let jobs: [Job] = [
    (8, [4, 0, 0, 0], [6, 11, 15]), (4, [10, 0, 0, 0], [7, 8, 13]), (6, [0, 0, 0, 3], [5, 9, 10]),
    (3, [3, 0, 0, 0], [20]), (8, [0, 0, 0, 8], [30]), (5, [4, 0, 0, 0], [27]), (9, [0, 1, 0, 0], [12, 19, 27]),
    (2, [6, 0, 0, 0], [14]), (7, [0, 0, 0, 1], [16, 25]), (9, [0, 5, 0, 0], [20, 26]), (2, [0, 7, 0, 0], [14]),
    (6, [4, 0, 0, 0], [17, 18]), (3, [0, 8, 0, 0], [17]), (9, [3, 0, 0, 0], [25]), (10, [0, 0, 0, 5], [21, 22]),
    (6, [0, 0, 0, 8], [22]), (5, [0, 0, 0, 7], [20, 22]), (3, [0, 1, 0, 0], [24, 29]), (7, [0, 10, 0, 0], [23, 25]),
    (2, [0, 0, 0, 6], [28]), (7, [2, 0, 0, 0], [23]), (2, [3, 0, 0, 0], [24]), (3, [0, 9, 0, 0], [30]),
    (3, [4, 0, 0, 0], [30]), (7, [0, 0, 4, 0], [31]), (8, [0, 0, 0, 7], [28]), (3, [0, 8, 0, 0], [31]),
    (7, [0, 7, 0, 0], []), (2, [0, 7, 0, 0], []), (2, [0, 0, 2, 0], []),
  ]

  private static var project: ModelData {
    let model = Model("j301_1")
    let tasks = jobs.map { model.interval(lasting: $0.length, within: 0...158) }
    for (index, job) in jobs.enumerated() {
      model.require("order") { for next in job.next { tasks[index].precedes(tasks[next - 2]) } }
    }
    for (resource, capacity) in [12, 13, 4, 12].enumerated() {
      model.require("resource \(resource + 1)") {
        Usage(zip(tasks, jobs).map { $0.pulse($1.uses[resource]) }, capacity: capacity)
      }
    }
    model.minimize(IntegerExpression(.makespan))
    return model.data
  }

  @Test(arguments: [StartBranching.setTimes, .activity, .alternating]) func aPublishedProject(
    _ branching: StartBranching
  ) throws {
    var options = SearchOptions()
    options.startBranching = branching
    let strategy = try LearningStrategy(Self.project, name: "search", engine: EngineOptions(), search: options)
    let board = Board()
    while !board.isStopped, strategy.workDone < 200_000_000, strategy.run(work: 1_000_000, board: board) {}
    let state = board.current
    #expect(state.isClosed)
    #expect(state.value == 43)
    let statistics = strategy.statistics
    print("j301_1, \(branching): \(statistics.conflicts) conflicts, \(statistics.decisions) decisions")
  }
}
