import ApusModel

extension TaskGraph {
  /// Some of the tasks of a graph, from certain times on.
  public struct Rest: Sendable {
    public let graph: TaskGraph
    /// The tasks that are left, in any order.
    public let tasks: [Int]
    /// The earliest start of a task in a mode, both by their numbers in ``graph``.
    public let release: @Sendable (_ task: Int, _ mode: Int) -> Int32

    public init(_ graph: TaskGraph, tasks: [Int], release: @escaping @Sendable (_ task: Int, _ mode: Int) -> Int32) {
      self.graph = graph
      self.tasks = tasks
      self.release = release
    }
  }

  /// What is left of several graphs on the same processors, as one: the tasks of the first, in their order, then those of the second and so on. Arcs from
  /// tasks that are not left are left out; what they ask for is part of the releases.
  ///
  /// Intervals are numbered as in ``model(jobs:)``: the tasks, then the modes of those that have several.
  ///
  /// - Precondition: all graphs have as many processors.
  /// - Complexity: linear in the sizes of what is left.
  public init(joining rests: [Rest]) {
    precondition(Set(rests.map(\.graph.processorCount)).count == 1, "the same processors")
    var start: [Int32] = [0]
    var (machines, durations, intervals, releases): ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
    var (before, after, order): ([Int32], [Int32], [Int32]) = ([], [], [])
    var delays = TaskDelays(start: [], ticks: [])
    let count = rests.reduce(0) { $0 + $1.tasks.count }
    var free = Int32(count)
    var first = 0
    for rest in rests {
      let graph = rest.graph
      var place = [Int](repeating: -1, count: graph.taskCount)
      for (position, task) in rest.tasks.enumerated() {
        place[task] = first + position
        let modes = graph.modes.of(task)
        for mode in modes {
          machines.append(graph.modes.machine[mode])
          durations.append(graph.modes.duration[mode])
          releases.append(rest.release(task, mode))
          intervals.append(modes.count == 1 ? Int32(first + position) : free)
          if modes.count > 1 { free += 1 }
        }
        start.append(Int32(machines.count))
      }
      for arc in graph.before.indices {
        let (earlier, later) = (place[Int(graph.before[arc])], place[Int(graph.after[arc])])
        guard earlier >= 0, later >= 0 else { continue }
        before.append(Int32(earlier))
        after.append(Int32(later))
        let from = Int(graph.delays.start[arc])
        delays.start.append(from < 0 ? -1 : Int32(delays.ticks.count))
        if from >= 0 {
          let size = graph.modes.of(Int(graph.before[arc])).count * graph.modes.of(Int(graph.after[arc])).count
          delays.ticks += graph.delays.ticks[from..<from + size]
        }
      }
      order += graph.topologicalOrder.lazy.map { place[Int($0)] }.filter { $0 >= 0 }.map(Int32.init)
      first += rest.tasks.count
    }
    self.init(
      modes: OperationModes(start: start, machine: machines, duration: durations, interval: intervals),
      release: releases, processorCount: rests[0].graph.processorCount, before: before, after: after, delays: delays,
      interval: (0..<Int32(count)).map(\.self), topologicalOrder: order)
  }

  /// A model of the graph with the least sum of the ends of jobs: integer variables behind those of presences, one a job.
  ///
  /// - Parameter jobs: the tasks of each job.
  /// - Precondition: the graph was made by ``init(joining:)``.
  /// - Complexity: O(*modes* + sum over arcs with delays of pairs of modes).
  public func model(jobs: [Range<Int>]) -> Model {
    let model = Model("plan")
    let horizon = latestEnd
    let mains = (0..<taskCount).map { task in
      let modes = modes.of(task)
      let durations = modes.map { Int(self.modes.duration[$0]) }
      let earliest = modes.reduce(Int32.max) { min($0, release[$1]) }
      return model.interval(lasting: durations.min()!...durations.max()!, within: Int(earliest)...horizon)
    }
    var runs: [Interval] = []
    for task in 0..<taskCount {
      let own = modes.of(task)
      for mode in own {
        runs.append(
          own.count == 1
            ? mains[task]
            : model.optionalInterval(lasting: Int(modes.duration[mode]), within: Int(release[mode])...horizon))
      }
    }
    let ends = jobs.map { _ in model.integer(0...horizon) }
    model.require("order") {
      for arc in before.indices { mains[Int(before[arc])].precedes(mains[Int(after[arc])]) }
    }
    model.require("data") {
      for arc in before.indices where delays.start[arc] >= 0 {
        for source in modes.of(Int(before[arc])) {
          for target in modes.of(Int(after[arc])) where delay(of: arc, from: source, to: target) > 0 {
            runs[source].precedes(runs[target], lag: Int(delay(of: arc, from: source, to: target)))
          }
        }
      }
    }
    model.require("placement") {
      for task in 0..<taskCount where modes.of(task).count > 1 {
        Alternative(mains[task], of: modes.of(task).map { runs[$0] })
      }
    }
    model.require("processors") {
      for processor in 0..<Int32(processorCount) {
        NoOverlap(
          modes.machine.indices.filter { modes.machine[$0] == processor && modes.duration[$0] > 0 }.map { runs[$0] })
      }
    }
    model.require("jobs") {
      for (job, end) in zip(jobs, ends) { for task in job { mains[task].end <= end } }
    }
    model.minimize(ends.reduce(IntegerExpression(0)) { $0 + $1 })
    return model
  }

  /// A schedule in a solution of ``model(jobs:)``.
  public func solution(of schedule: TaskGraphSchedule, jobs: [Range<Int>], in data: ModelData) -> Solution {
    var solution = schedule.solution(of: self, in: data)
    for (number, job) in jobs.enumerated() {
      let end = job.reduce(0) { latest, task in
        max(latest, Int(schedule.start[task]) + Int(modes.duration[Int(schedule.mode[task])]))
      }
      solution.integers[solution.integers.count - jobs.count + number] = end
    }
    return solution
  }

  /// When any schedule without needless waiting is over.
  private var latestEnd: Int {
    var slowest = [Int32](repeating: 0, count: taskCount)
    for arc in before.indices where delays.start[arc] >= 0 {
      let later = Int(after[arc])
      for source in modes.of(Int(before[arc])) {
        for target in modes.of(later) { slowest[later] = max(slowest[later], delay(of: arc, from: source, to: target)) }
      }
    }
    var work = 0
    for task in 0..<taskCount {
      let longest = modes.of(task).reduce(Int32(0)) { Swift.max($0, modes.duration[$1]) }
      work += Int(longest) + Int(slowest[task])
    }
    return work + Int(release.max() ?? 0)
  }
}
