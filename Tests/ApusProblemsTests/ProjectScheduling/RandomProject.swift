import ApusModel
import ApusTestSupport

@testable import ApusProblems

/// Random projects that are small enough to try everything.
enum RandomProject {
  typealias Mode = ProjectScheduling.Mode
  typealias Precedence = ProjectScheduling.Precedence

  /// What a random project may have.
  struct Shape {
    var tasks = 2...4
    var modes = 1...1
    var resources = 1...2
    var nonrenewables = 0...0
    var reservoirs = 0...0
    var longest = 3
    /// Lags from starts of any sign, in both directions.
    var hasLags = false
    /// Dummies at either end, as files have them.
    var hasDummies = false
  }

  static func project(_ shape: Shape, _ random: inout SplitMix64) throws -> ProjectScheduling {
    let inner = random.draw(shape.tasks)
    let count = inner + (shape.hasDummies ? 2 : 0)
    let capacities = (0..<random.draw(shape.resources)).map { _ in random.draw(1...4) }
    let budgets = (0..<random.draw(shape.nonrenewables)).map { _ in random.draw(1...6) }
    func isDummy(_ task: Int) -> Bool { shape.hasDummies && (task == 0 || task == count - 1) }
    var tasks: [[Mode]] = []
    for task in 0..<count {
      var modes: [Mode] = []
      for _ in 0..<(isDummy(task) ? 1 : random.draw(shape.modes)) {
        let isIdle = isDummy(task)
        let duration = isIdle ? 0 : random.draw(0...shape.longest)
        let demands = capacities.map { isIdle ? 0 : random.draw(0...$0) }
        modes.append(
          Mode(
            duration: duration, renewables: demands, nonrenewables: budgets.map { _ in isIdle ? 0 : random.draw(0...3) }
          ))
      }
      tasks.append(modes)
    }
    var precedences: [Precedence] = []
    for before in 0..<count {
      for after in before + 1..<max(before + 1, count) {
        let joins = shape.hasDummies && (before == 0 || after == count - 1)
        guard random.chance(joins ? 70 : 30) else { continue }
        if shape.hasLags {
          precedences.append(Precedence(before: before, after: after, from: .start, lag: random.draw(-2...3)))
          guard random.chance(40) else { continue }
          precedences.append(Precedence(before: after, after: before, from: .start, lag: random.draw(-4...0)))
        } else {
          precedences.append(Precedence(before: before, after: after))
        }
      }
    }
    // Recognition asks for somebody who waits for the first.
    if shape.hasDummies, !precedences.contains(where: { $0.before == 0 }) {
      precedences.append(Precedence(before: 0, after: 1, from: shape.hasLags ? .start : .end))
    }
    let stocks = (0..<random.draw(shape.reservoirs)).map { _ in
      ProjectScheduling.Reservoir(
        initial: random.draw(0...3), consumed: (0..<count).map { isDummy($0) ? 0 : random.draw(0...2) },
        produced: (0..<count).map { isDummy($0) ? 0 : random.draw(0...2) })
    }
    return try ProjectScheduling(
      name: "p", tasks: tasks, precedences: precedences, renewables: capacities, nonrenewables: budgets,
      reservoirs: stocks)
  }

  /// A project that a format can express, with dummies.
  static func project(
    for format: ProjectScheduling.Format, _ random: inout SplitMix64
  ) throws -> ProjectScheduling {
    var shape = Shape(tasks: 1...8, resources: 0...4, longest: 12, hasDummies: true)
    switch format {
    case .psplib: break
    case .patterson: shape.resources = 1...4
    case .mm: (shape.modes, shape.nonrenewables) = (1...4, 0...3)
    case .max: shape.hasLags = true
    case .reservoir: shape.reservoirs = 0...3
    }
    return try project(shape, &random)
  }

  /// The definition, word by word: every tick is looked at.
  static func isRight(_ solution: SolutionFile, _ project: ProjectScheduling) -> Bool {
    guard solution.tasks.count == project.tasks.count else { return false }
    var tasks: [ScheduledTask] = []
    for id in project.tasks.indices {
      let found = solution.tasks.filter { $0.task == id }
      guard found.count == 1, let number = found[0].mode, project.tasks[id].modes.indices.contains(number),
        found[0].start >= 0, found[0].end == found[0].start + project.tasks[id].modes[number].duration
      else { return false }
      tasks.append(found[0])
    }
    return solution.objective == tasks.map(\.end).max() && keepsRules(tasks, project)
  }

  /// Whether tasks, in order and each right by itself, keep lags and resources.
  static func keepsRules(_ tasks: [ScheduledTask], _ project: ProjectScheduling) -> Bool {
    for precedence in project.precedences {
      let before = tasks[precedence.before]
      let source = precedence.source == .start ? before.start : before.end
      guard tasks[precedence.after].start >= source + precedence.lag else { return false }
    }
    let modes = tasks.indices.map { project.tasks[$0].modes[tasks[$0].mode ?? 0] }
    for resource in project.nonrenewables.indices {
      var total = 0
      for mode in modes { total += mode.nonrenewables[resource] }
      guard total <= project.nonrenewables[resource] else { return false }
    }
    for tick in 0...(tasks.map(\.end).max() ?? 0) {
      for resource in project.renewables.indices {
        var need = 0
        for (task, mode) in zip(tasks, modes) where task.start <= tick && tick < task.end {
          need += mode.renewables[resource]
        }
        guard need <= project.renewables[resource] else { return false }
      }
      for stock in project.reservoirs {
        var level = stock.initial
        for (id, task) in tasks.enumerated() {
          if task.start <= tick { level -= stock.consumed[id] }
          if task.end <= tick { level += stock.produced[id] }
        }
        guard level >= 0 else { return false }
      }
    }
    return true
  }

  /// All schedules within the horizon, every mode and every start, in the order of the tasks; calls `visit` with those that are right.
  static func forEachSchedule(_ project: ProjectScheduling, until horizon: Int, _ visit: ([ScheduledTask]) -> Void) {
    var tasks: [ScheduledTask] = []
    func descend() {
      guard tasks.count < project.tasks.count else {
        if keepsRules(tasks, project) { visit(tasks) }
        return
      }
      let id = tasks.count
      for (number, mode) in project.tasks[id].modes.enumerated() where mode.duration <= horizon {
        for start in 0...(horizon - mode.duration) {
          tasks.append(ScheduledTask(task: id, mode: number, start: start, end: start + mode.duration))
          descend()
          tasks.removeLast()
        }
      }
    }
    descend()
  }
}
