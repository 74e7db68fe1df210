/// At every tick, the demands of the present tasks that cover it add up to at most the capacity.
///
/// Time-table filtering, a rule a file: overload, pushes of starts and ends, demands. All are explained by what covers one tick, or a few that
/// follow each other (`CumulativeExplanation`). Edge-finding looks at the energy of windows, once all others have nothing to say.
final class CumulativePropagator: Propagator {
  let tasks: CumulativeTasks
  /// What is left by the parts of tasks that are there for certain.
  let profile: ResourceProfile
  let rules: CumulativeRules
  let hasVariableDemands: Bool

  enum Rule: Int32 {
    case push
    case demand
    case energy
  }

  /// What wakes it: bounds of tasks, or its own wish to look at windows after all others have run.
  private enum Change {
    static let bounds: Int32 = 1
    static let rest: Int32 = 2
  }

  /// Where edge-finding works.
  let energy: CumulativeEnergy

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
    energy = CumulativeEnergy(count: rules.findsEdges ? tasks.count : 0)
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
      core.wake(number, on: tasks.low[task], flags: Change.bounds)
      core.wake(number, on: tasks.low[tasks.count + task], flags: Change.bounds)
      if !tasks.hasFixedLength(task) {
        core.wake(number, on: tasks.low[task] ^ 1, flags: Change.bounds)
        core.wake(number, on: tasks.low[tasks.count + task] ^ 1, flags: Change.bounds)
      }
      if tasks.presence[task] != Core.always { core.wake(number, on: tasks.presence[task], flags: Change.bounds) }
      if tasks.demandVariable[task] >= 0 {
        core.wake(number, on: 2 * tasks.demandVariable[task] + 1, flags: Change.bounds)
      }
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    tasks.refresh(from: core)
    profile.build(from: tasks.lst, to: tasks.ect, tasks.demand, where: tasks.isMandatory)
    core.work &+= tasks.count
    if profile.leastRoom < 0 { return failOverload(&core) }
    if changes == Change.rest {
      for direction in 0..<2 where !findEnergyEdges(direction, &core) { return false }
      return true
    }
    if rules.pushes {
      for direction in 0..<2 where !pushStarts(direction, &core) { return false }
    }
    if hasVariableDemands && rules.limitsDemands && !limitDemands(&core) { return false }
    if rules.findsEdges { core.enqueue(number, flags: Change.rest) }
    return true
  }

  /// The first number of a reason: rule, direction and task in one.
  @inline(__always) func code(_ rule: Rule, _ task: Int, _ direction: Int) -> Int32 {
    Int32(truncatingIfNeeded: task) << 3 | Int32(truncatingIfNeeded: direction) << 2 | rule.rawValue
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    let task = Int(reason.a >> 3)
    let direction = Int(reason.a >> 2 & 1)
    switch Rule(rawValue: reason.a & 3) {
    case .push:
      explainPush(asked, task, direction, from: reason.b, at: time, in: core, into: &premises)
    case .demand: explainDemand(asked, task, tick: reason.b, at: time, in: core, into: &premises)
    case .energy:
      explainEnergyPush(asked, task, direction, reason.b, reason.c, at: time, in: core, into: &premises)
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
  /// Whether windows are looked at for the energy of their tasks.
  var findsEdges = false
  /// With more tasks than this none are, as that takes time quadratic in their number.
  var longestEdgeFinding = 400
  /// A push goes in steps of the task's length, each explained by one tick, up to this many steps; a longer one in one step.
  var mostSteps: Int32 = 8
  /// From this many tasks on that exclude each other in pairs, a no-overlap is posted for them beside the resource; `Int.max` for never.
  var smallestClique = 3
  /// Whether other pairs of tasks that exclude each other are given Booleans of order too.
  var ordersPairs = false
}
