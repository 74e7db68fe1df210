import ApusHeuristics
import ApusModel
import ApusProblems
import ApusStructure
import ApusTestSupport
import Testing

/// List heuristics of task graphs: the examples of the papers, and schedules that pass the check.
@Suite struct TaskGraphHeuristicTests {
  private func graph(_ name: String) throws -> TaskGraph {
    let instance = try #require(TaskGraphScheduling.named(name))
    return try #require(TaskGraph(recognizing: instance.model().data))
  }

  @Test("The makespans of the papers")
  func textbook() throws {
    let topcuoglu = try graph("topcuoglu10")
    #expect(topcuoglu.heft().makespan == 80 && topcuoglu.cpop().makespan == 86 && topcuoglu.peft().makespan == 85)
    let arabnejad = try graph("arabnejad10")
    #expect(arabnejad.heft().makespan == 133 && arabnejad.cpop().makespan == 167 && arabnejad.peft().makespan == 122)
  }

  @Test("Every heuristic's schedules pass the instance's check", arguments: 0..<60)
  func schedulesAreRight(seed: Int) throws {
    var recipe = TaskGraphRecipe()
    recipe.tasks = 1 + seed
    recipe.processors = 1 + seed % 4
    recipe.beta = [0, 0.5, 1.5][seed % 3]
    recipe.ccr = [0, 0.5, 5][seed / 3 % 3]
    let instance = try TaskGraphScheduling.random(recipe, seed: UInt64(seed))
    try check(instance)
  }

  @Test("Also where processors cannot do all, and delays depend on both", arguments: 0..<60)
  func unlike(seed: Int) throws {
    let random = RandomTaskGraph(seed: seed, isUniform: seed % 4 == 0)
    let instance = try TaskGraphScheduling(
      name: "random", processors: random.startUps.enumerated().map { ("P\($0)", $1) },
      bandwidths: random.bandwidths.map {
        $0.map { TaskGraphScheduling.Bandwidth(volume: $0.volume, ticks: $0.ticks) }
      },
      tasks: random.durations.enumerated().map { ("t\($0)", $1) },
      arcs: random.arcs.map { TaskGraphScheduling.Arc(before: $0.before, after: $0.after, volume: $0.volume) })
    let least = random.leastMakespan
    for makespan in try check(instance) { #expect(makespan >= least) }
  }

  @discardableResult private func check(_ instance: TaskGraphScheduling) throws -> [Int] {
    let data = instance.model().data
    guard let graph = TaskGraph(recognizing: data) else { return [] }
    return TaskGraphHeuristic.allCases.map { heuristic in
      let schedule = graph.schedule(by: heuristic)
      let solution = schedule.solution(of: graph, in: data)
      let tasks = instance.tasks(of: solution)
      #expect(instance.violations(ofSchedule: tasks) == [], "\(instance.name), \(heuristic.name)")
      #expect(tasks.map(\.end).max() == schedule.makespan)
      #expect(graph.hasDelays == false || TaskGraphSchedule(graph, in: solution) == schedule)
      return schedule.makespan
    }
  }

  @Test func names() {
    for heuristic in TaskGraphHeuristic.allCases {
      #expect(TaskGraphHeuristic(name: heuristic.name.uppercased()) == heuristic)
    }
    #expect(
      TaskGraphHeuristic(name: "heft") == .heft(.mean) && TaskGraphHeuristic(name: "lookahead") == .lookahead(.mean))
    #expect(TaskGraphHeuristic(name: "heft:middle") == nil && TaskGraphHeuristic(name: "cpop:best") == nil)
  }
}
