import ApusModel

extension Compiler {
  /// Posts a cumulative resource, unless all its demands together fit at all times.
  ///
  /// Demands and capacities are 64-bit in the engine too, and their sums are proven to fit by `validate()`; times must fit in 32.
  mutating func post(_ usage: Usage) throws(ModelError) {
    let tasks = self.tasks(of: usage)
    let largest = tasks.reduce(Int64(0)) { $0 + largestDemand($1) }
    let capacity = usage.capacity
    guard Int64(min(capacity.base, capacity.levels.min() ?? capacity.base)) < largest else { return }
    var steps: [(from: Int32, level: Int64)] = []
    for (time, level) in zip(capacity.times, capacity.levels) { steps.append((try narrow(time), Int64(level))) }
    var rules = options.cumulativeRules
    // The energy of any window must fit into 64 bits.
    let most = max(largest, Int64(max(capacity.base, capacity.levels.max() ?? capacity.base)))
    let isSmall = tasks.count <= rules.longestEdgeFinding && most < 1 << 28
    rules.findsEdges = (rules.findsEdges || options.filtering == .energy) && isSmall
    let propagator = CumulativePropagator(tasks, Int64(capacity.base), steps, rules: rules)
    _ = result.core.add(propagator)
    result.cumulatives.append(propagator)
    let exclusion = TaskExclusion(
      tasks, leastDemands: tasks.map { leastDemand($0) }, capacity: Int64(capacity.largest))
    exclusions += exclusion.sets(options.cumulativeRules)
  }

  /// The members that may use something. What is constant of an interval listed twice is added up.
  private func tasks(of usage: Usage) -> [CumulativeTask] {
    var tasks: [CumulativeTask] = []
    var place: [Int32: Int] = [:]
    for (interval, demand) in zip(usage.intervals, usage.demands) {
      let length = model.intervals[Int(interval)].length
      guard let variables = result.map.intervals[Int(interval)], length.upperBound > 0 else { continue }
      let needed: CumulativeTask.Demand
      switch demand {
      case .constant(0): continue
      case .constant(let amount):
        if let known = place[interval], case .constant(let sum) = tasks[known].demand {
          tasks[known].demand = .constant(sum + Int64(amount))
          continue
        }
        place[interval] = tasks.count
        needed = .constant(Int64(amount))
      case .integer(let index): needed = .variable(result.map.integers[Int(index)])
      }
      tasks.append(
        CumulativeTask(
          start: variables.start, end: variables.end, endOffset: variables.endOffset,
          length: Int32(length.lowerBound), presence: variables.presence, demand: needed))
    }
    return tasks
  }

  private func largestDemand(_ task: CumulativeTask) -> Int64 {
    switch task.demand {
    case .constant(let amount): amount
    case .variable(let variable): Int64(result.core.upper(variable))
    }
  }

  private func leastDemand(_ task: CumulativeTask) -> Int64 {
    switch task.demand {
    case .constant(let amount): amount
    case .variable(let variable): Int64(result.core.lower(variable))
    }
  }

  /// Posts no-overlaps for the tasks that exclude each other on resources. Last of all, so that those of the model come first.
  mutating func postExclusions() {
    for tasks in exclusions {
      let total = tasks.reduce(Int64(0)) { $0 + Int64($1.length) }
      // The resource says all that is needed; the no-overlap is there to order the tasks.
      guard total <= Compiler.largestValue else { continue }
      let propagator = NoOverlapPropagator(tasks, rules: options.noOverlapRules)
      _ = result.core.add(propagator)
      result.noOverlaps.append(propagator)
    }
  }
}
