import ApusModel
import ApusTestSupport

@testable import ApusProblems

/// Random flexible job shops that are small enough to try everything.
enum RandomFlexible {
  typealias Mode = FlexibleJobShop.Mode

  /// What a random shop may have.
  struct Shape {
    var operations = 1...4
    var machines = 1...3
    var longest = 3
    /// Any graph in place of chains.
    var isGraph = false
  }

  static func shop(_ shape: Shape, _ random: inout SplitMix64) throws -> FlexibleJobShop {
    let machines = random.draw(shape.machines)
    let operations = (0..<random.draw(shape.operations)).map { _ in
      (0..<machines).shuffled(using: &random).prefix(random.draw(1...machines)).map {
        Mode(machine: $0, duration: random.draw(0...shape.longest))
      }
    }
    guard shape.isGraph else {
      var jobs: [[[Mode]]] = []
      for operation in operations {
        if jobs.isEmpty || random.chance(50) { jobs.append([]) }
        jobs[jobs.count - 1].append(operation)
      }
      return try FlexibleJobShop(name: "f", machineCount: machines, jobs: jobs)
    }
    // Along a random order, so that numbers go both ways.
    let order = Array(operations.indices).shuffled(using: &random)
    var precedences: [(before: Int, after: Int)] = []
    for (position, before) in order.enumerated() {
      for after in order[(position + 1)...] where random.chance(35) { precedences.append((before, after)) }
    }
    return try FlexibleJobShop(
      name: "f", machineCount: machines, operations: operations, precedences: precedences)
  }

  /// The definition, word by word: every pair of operations is looked at.
  static func isRight(_ solution: SolutionFile, _ shop: FlexibleJobShop) -> Bool {
    var tasks: [ScheduledTask] = []
    for operation in shop.operations {
      let found = solution.tasks.filter { $0.job == operation.id.job && $0.operation == operation.id.index }
      guard found.count == 1, found[0].start >= 0,
        operation.modes.contains(where: {
          $0.machine == found[0].machine && found[0].end == found[0].start + $0.duration
        })
      else { return false }
      tasks.append(found[0])
    }
    return solution.tasks.count == tasks.count && solution.objective == tasks.map(\.end).max()
      && keepsRules(tasks, shop)
  }

  /// Whether tasks, in order and each right by itself, keep precedences and machines.
  static func keepsRules(_ tasks: [ScheduledTask], _ shop: FlexibleJobShop) -> Bool {
    func task(_ id: FlexibleJobShop.OperationID) -> ScheduledTask? {
      tasks.first { $0.job == id.job && $0.operation == id.index }
    }
    for precedence in shop.precedences {
      guard let before = task(precedence.before), let after = task(precedence.after) else { continue }
      if after.start < before.end { return false }
    }
    for (position, first) in tasks.enumerated() {
      for second in tasks[(position + 1)...] where first.machine == second.machine {
        // Both have a moment that is inside of the other, or one has its only moment there.
        if first.start < second.end && second.start < first.end { return false }
      }
    }
    return true
  }

  /// All schedules within the horizon, every machine and every start; calls `visit` with those that are right.
  static func forEachSchedule(_ shop: FlexibleJobShop, until horizon: Int, _ visit: ([ScheduledTask]) -> Void) {
    let operations = shop.operations
    var tasks: [ScheduledTask] = []
    func descend() {
      guard keepsRules(tasks, shop) else { return }
      guard tasks.count < operations.count else { return visit(tasks) }
      let operation = operations[tasks.count]
      for mode in operation.modes where mode.duration <= horizon {
        for start in 0...(horizon - mode.duration) {
          tasks.append(
            ScheduledTask(
              job: operation.id.job, operation: operation.id.index, machine: mode.machine, start: start,
              end: start + mode.duration))
          descend()
          tasks.removeLast()
        }
      }
    }
    descend()
  }
}
