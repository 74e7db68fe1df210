import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@testable import ApusProblems

/// The model, its solutions and the structure that is found in it; the check against the definition.
@Suite struct TaskGraphModelTests {
  /// A schedule one task after the other, each on the last processor that can do it.
  private func sequential(_ graph: TaskGraphScheduling) -> [ScheduledTask] {
    var time = 0
    return graph.topologicalOrder.map { id in
      let processor = graph.tasks[id].processors.last!
      let start = time + (graph.arcs.filter { $0.after == id }.map { graph.longestDelay(of: $0) }.max() ?? 0)
      time = start + graph.tasks[id].durations[processor]!
      return ScheduledTask(task: id, processor: processor, start: start, end: time)
    }
  }

  @Test("A schedule is a solution and back", arguments: 0..<100)
  func solutions(seed: Int) throws {
    for isUniform in [false, true] {
      let graph = try TaskGraphScheduling(RandomTaskGraph(seed: seed, isUniform: isUniform))
      let tasks = sequential(graph)
      #expect(graph.violations(ofSchedule: tasks) == [])
      let solution = try graph.solution(of: tasks)
      let back = graph.tasks(of: solution)
      #expect(graph.violations(ofSchedule: back) == [])
      #expect(back.map(\.start) == tasks.sorted { $0.task! < $1.task! }.map(\.start))
      let data = graph.model().data
      #expect(data.intervals.count == solution.intervals.count && data.integers.count == solution.integers.count)
    }
  }

  @Test("The structure found is the instance", arguments: 0..<150)
  func recognition(seed: Int) throws {
    let random = RandomTaskGraph(seed: seed)
    let graph = try TaskGraphScheduling(random)
    guard let found = TaskGraph(recognizing: graph.model().data) else {
      // Without any choice it is a job shop or nothing in particular.
      #expect(graph.tasks.allSatisfy { !$0.hasChoice })
      return
    }
    guard !graph.hasInterchangeableProcessors else {
      #expect(found.processorCount == min(graph.processors.count, graph.tasks.count) || !found.hasDelays)
      return
    }
    #expect(found.taskCount == graph.tasks.count)
    for task in graph.tasks {
      #expect(found.modes.of(task.id).map { Int(found.modes.duration[$0]) } == task.durations.compactMap(\.self))
    }
    #expect(
      Set(zip(found.before, found.after).map { [$0, $1] })
        == Set(graph.arcs.map { [Int32($0.before), Int32($0.after)] }))
    for arc in found.before.indices {
      let (before, after) = (Int(found.before[arc]), Int(found.after[arc]))
      let own = graph.arcs.first { $0.before == before && $0.after == after }!
      for (source, p) in zip(found.modes.of(before), graph.tasks[before].processors) {
        for (target, q) in zip(found.modes.of(after), graph.tasks[after].processors) {
          #expect(Int(found.delay(of: arc, from: source, to: target)) == graph.delay(of: own, from: p, to: q))
        }
      }
    }
    let least = random.leastMakespan
    #expect(found.criticalPath <= least && found.meanLoad <= least && graph.shortestPath <= least)
  }

  @Test func recognitionRefusesWhatItCannotKeep() throws {
    func model(_ change: (Model, [Interval], [[Interval]]) -> Void) -> ModelData {
      let model = Model()
      let mains = (0..<2).map { _ in model.interval(lasting: 2...3, within: 0...100) }
      let runs = mains.map { _ in [2, 3].map { model.optionalInterval(lasting: $0, within: 0...100) } }
      model.require("") { for (main, options) in zip(mains, runs) { Alternative(main, of: options) } }
      model.require("") { for place in 0..<2 { NoOverlap([runs[0][place], runs[1][place]]) } }
      model.minimize(.makespan)
      change(model, mains, runs)
      return model.data
    }
    let arc = { (model: Model, mains: [Interval]) in model.require("") { mains[0].precedes(mains[1]) } }
    #expect(TaskGraph(recognizing: model { model, mains, _ in arc(model, mains) })?.hasDelays == false)
    let delayed = model { model, mains, runs in
      arc(model, mains)
      model.require("") { runs[0][0].precedes(runs[1][1], lag: 5) }
    }
    #expect(TaskGraph(recognizing: delayed)?.hasDelays == true)
    // A delay without an order, a deadline, an end to be early, another objective.
    let loose = model { model, _, runs in model.require("") { runs[0][0].precedes(runs[1][1], lag: 5) } }
    #expect(TaskGraph(recognizing: loose) == nil)
    #expect(TaskGraph(recognizing: model { model, mains, _ in model.require("") { mains[0].end <= 5 } }) == nil)
    #expect(TaskGraph(recognizing: model { model, mains, _ in model.minimize(mains[0].end) }) == nil)
    #expect(
      TaskGraph(
        recognizing: model { model, mains, runs in
          arc(model, mains)
          model.require("") { mains[0].precedes(runs[1][0], lag: 1) }
        }) == nil)
  }

  @Test("Changed by a tick or a processor, the check says what the definition says", arguments: 0..<150)
  func mutations(seed: Int) throws {
    let random = RandomTaskGraph(seed: seed)
    let graph = try TaskGraphScheduling(random)
    var tasks = sequential(graph)
    var draws = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let place = draws.draw(0...tasks.count - 1)
      let old = tasks[place]
      let shift = draws.draw(-4...4)
      tasks[place].start += shift
      tasks[place].end += shift
      if draws.chance(40) {
        let processor = draws.draw(0...random.processorCount - 1)
        tasks[place].processor = processor
        if let duration = random.durations[old.task!][processor] { tasks[place].end = tasks[place].start + duration }
      }
      #expect(graph.violations(ofSchedule: tasks).isEmpty == isRight(random, tasks), "\(tasks)")
      if draws.chance(50) { tasks[place] = old }
    }
  }

  private func isRight(_ random: RandomTaskGraph, _ tasks: [ScheduledTask]) -> Bool {
    let placed = tasks.sorted { $0.task! < $1.task! }
    return placed.allSatisfy { $0.start >= 0 && random.durations[$0.task!][$0.processor!] == $0.end - $0.start }
      && random.arcs.indices.allSatisfy { arc in
        let (first, second) = (placed[random.arcs[arc].before], placed[random.arcs[arc].after])
        return second.start >= first.end + random.delay(arc, from: first.processor!, to: second.processor!)
      }
      && placed.allSatisfy { one in
        placed.allSatisfy { other in
          one.task == other.task || one.processor != other.processor || one.start == one.end || other.start == other.end
            || one.end <= other.start || other.end <= one.start
        }
      }
  }

  @Test func claimsAreJudged() throws {
    let graph = try #require(TaskGraphScheduling.named("topcuoglu10"))
    var file = SolutionFile(family: "task-graph", status: .feasible, tasks: sequential(graph))
    file.objective = file.tasks.last!.end
    #expect(graph.violations(of: file) == [])
    file.tasks[0].processor = 3
    #expect(graph.violations(of: file).map(\.kind).contains(.assignment))
    file.tasks[0].processor = nil
    #expect(
      graph.violations(of: file).first?.description == "task 0 is on no processor, expected one that can do it: 0, 1, 2"
    )
    file.tasks.removeLast()
    #expect(graph.violations(of: file).map(\.kind).contains(.missing))
    file.status = .infeasible
    #expect(graph.violations(of: file).map(\.kind).contains(.status))
    file.family = "jobshop"
    #expect(graph.violations(of: file).map(\.kind) == [.family])
  }

  @Test func generatedGraphsAreAsAsked() throws {
    for seed in 0..<20 {
      var recipe = TaskGraphRecipe()
      recipe.tasks = 20 + 7 * seed
      recipe.processors = 1 + seed % 5
      recipe.alpha = [0.5, 1, 2][seed % 3]
      recipe.beta = seed % 4 == 0 ? 0 : 1
      recipe.ccr = 5
      let graph = try TaskGraphScheduling.random(recipe, seed: UInt64(seed))
      #expect(try TaskGraphScheduling.random(recipe, seed: UInt64(seed)) == graph)
      #expect(graph.tasks.count == recipe.tasks && graph.processors.count == recipe.processors)
      // At most three arcs out of each task, and at most one more into each that would have none.
      #expect(graph.arcs.count <= 4 * graph.tasks.count)
      let joined = Set(graph.arcs.flatMap { [$0.before, $0.after] })
      #expect(joined.isEmpty || joined.count == graph.tasks.count)
      #expect(graph.tasks.allSatisfy { $0.shortest >= 1 && (recipe.beta > 0 || $0.shortest == $0.longest) })
    }
    var recipe = TaskGraphRecipe()
    recipe.alpha = -1
    #expect(throws: InputError.self) { try TaskGraphScheduling.random(recipe, seed: 0) }
  }
}
