import ApusModel
import ApusStructure

/// The genetic algorithm on the project in a model, as a strategy: it improves and proves nothing.
final class ProjectStrategy: Strategy {
  let name: String
  let role = StrategyRole.improves
  private let project: Project
  private let integers: [Int]
  private let search: ProjectSearch
  /// The last value taken from or given to the board.
  private var known = Int.max

  init(_ project: Project, integers: [Int], name: String, seed: UInt64) {
    self.name = name
    self.project = project
    self.integers = integers
    search = ProjectSearch(project, seed: seed)
  }

  func run(work: Int, board: Board) -> Bool {
    if board.value < known, let solution = board.current.solution {
      known = board.value
      search.add(list(of: solution))
    }
    if search.run(effort: work * ProjectSettings.stepsPerTick), search.best < board.value {
      known = search.best
      let schedule = ProjectSchedule(project, start: search.bestStart)
      board.offer(schedule.solution(of: project, integers: integers), value: known, by: name)
    }
    return true
  }

  /// The tasks by start; of equal ones in topological order.
  private func list(of solution: Solution) -> [Int32] {
    let starts = solution.intervals.map { $0?.start ?? 0 }
    return project.topologicalOrder.enumerated()
      .sorted { (starts[Int($0.element)], $0.offset) < (starts[Int($1.element)], $1.offset) }.map(\.element)
  }

  /// The least makespan that it has made itself.
  var best: Int { search.best }
  var workDone: Int { search.effort / ProjectSettings.stepsPerTick }
  var byteCount: Int { search.byteCount }
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.work = workDone
    result.moves = search.children
    return result
  }
}

extension ModelData {
  /// The genetic algorithm for a model that is a project; nil where it is not exactly one, or too large.
  func projectStrategy(name: String, seed: UInt64) -> (any Strategy)? {
    guard intervals.count <= ProjectSettings.largestProject, let project = Project(recognizing: self) else {
      return nil
    }
    return ProjectStrategy(project, integers: integers.map(\.lowerBound), name: name, seed: seed)
  }
}
