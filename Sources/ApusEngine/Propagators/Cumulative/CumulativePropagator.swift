/// At every tick, the demands of the present tasks that cover it add up to at most the capacity.
///
/// Time-table filtering, a rule a file: overload, pushes of starts and ends, demands. All are explained by what covers one tick, or a few that
/// follow each other (`CumulativeExplanation`).
final class CumulativePropagator: Propagator {
  let tasks: CumulativeTasks
  /// What is left by the parts of tasks that are there for certain.
  let profile: ResourceProfile
  let rules: CumulativeRules
  let hasVariableDemands: Bool

  enum Rule: Int32 {
    case push
    case demand
  }

  // Room to work in: what an explanation speaks of.
  let members: UnsafeMutablePointer<Int32>
  let amounts: UnsafeMutablePointer<Int64>

  /// The profile of the earliest schedule, and its parts; for asking whether that is a solution.
  let earliest: ResourceProfile
  let isPresent: UnsafeMutablePointer<Bool>

  init(_ tasks: [CumulativeTask], _ base: Int64, _ steps: [(from: Int32, level: Int64)], rules: CumulativeRules) {
    self.tasks = CumulativeTasks(tasks)
    self.rules = rules
    profile = ResourceProfile(count: tasks.count, capacity: CapacitySteps(base, steps))
    earliest = ResourceProfile(count: tasks.count, capacity: CapacitySteps(base, steps))
    hasVariableDemands = tasks.contains {
      if case .variable = $0.demand { true } else { false }
    }
    members = .allocate(capacity: tasks.count)
    amounts = .allocate(capacity: tasks.count)
    isPresent = .allocate(capacity: tasks.count)
  }

  deinit {
    members.deallocate()
    amounts.deallocate()
    isPresent.deallocate()
  }

  override func attach(_ core: inout Core) {
    for task in 0..<tasks.count {
      core.wake(number, on: tasks.low[task], flags: 1)
      core.wake(number, on: tasks.low[tasks.count + task], flags: 1)
      if !tasks.hasFixedLength(task) {
        core.wake(number, on: tasks.low[task] ^ 1, flags: 1)
        core.wake(number, on: tasks.low[tasks.count + task] ^ 1, flags: 1)
      }
      if tasks.presence[task] != Core.always { core.wake(number, on: tasks.presence[task], flags: 1) }
      if tasks.demandVariable[task] >= 0 { core.wake(number, on: 2 * tasks.demandVariable[task] + 1, flags: 1) }
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    tasks.refresh(from: core)
    profile.build(from: tasks.lst, to: tasks.ect, tasks.demand, where: tasks.isMandatory)
    core.work &+= tasks.count
    if profile.leastRoom < 0 { return failOverload(&core) }
    if rules.pushes {
      for direction in 0..<2 where !pushStarts(direction, &core) { return false }
    }
    return !hasVariableDemands || !rules.limitsDemands || limitDemands(&core)
  }

  /// The first number of a reason: rule, direction and task in one.
  @inline(__always) func code(_ rule: Rule, _ task: Int, _ direction: Int) -> Int32 {
    Int32(truncatingIfNeeded: task) << 2 | Int32(truncatingIfNeeded: direction) << 1 | rule.rawValue
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    let task = Int(reason.a >> 2)
    switch Rule(rawValue: reason.a & 1) {
    case .push:
      explainPush(asked, task, Int(reason.a >> 1 & 1), from: reason.b, at: time, in: core, into: &premises)
    case .demand: explainDemand(asked, task, tick: reason.b, at: time, in: core, into: &premises)
    case nil: preconditionFailure("unknown rule in a reason")
    }
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    judgeProfile(premises, conclusion, root)
  }
}

/// Which filtering rules of a cumulative resource run, and what else is posted for it.
struct CumulativeRules: Sendable {
  /// Whether starts and ends are pushed; overloads are always found.
  var pushes = true
  /// Whether upper bounds of variable demands are inferred.
  var limitsDemands = true
  /// A push goes in steps of the task's length, each explained by one tick, up to this many steps; a longer one in one step.
  var mostSteps: Int32 = 8
  /// From this many tasks on that exclude each other in pairs, a no-overlap is posted for them beside the resource; `Int.max` for never.
  var smallestClique = 3
  /// Whether other pairs of tasks that exclude each other are given Booleans of order too.
  var ordersPairs = false
}
