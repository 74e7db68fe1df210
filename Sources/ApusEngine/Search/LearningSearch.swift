import ApusModel

/// Branch and learn: decisions on order and presence, clause learning, restarts, and an objective that descends.
///
/// One run of ``run(work:board:name:)`` is a portion of deterministic work; the state is kept between portions.
struct LearningSearch: ~Copyable {
  var compilation: Compilation
  var phases = SearchPhases()
  /// The largest value of the objective that is still asked for, where there is one.
  private var target = Int.max
  private var restarts = LubySequence()
  private var conflictsUntilRestart = 0
  private var clauseLimit = 2000
  private var probe = ObjectiveProbe()
  private let options: SearchOptions
  /// Whether a solution is known, so that search has something to be guided by.
  private(set) var hasIncumbent = false

  enum Outcome {
    /// The work is used up.
    case more
    /// There is no solution of the target value or a lower one.
    case exhausted
    /// Any solution was wanted, and one was found.
    case satisfied
  }

  /// What a step of the search came to.
  enum Step {
    case decided
    case restart
    /// What was assumed of the objective cannot be.
    case refuted
    /// Everything is decided.
    case solution
  }

  init(_ compilation: consuming Compilation, options: SearchOptions) {
    self.compilation = compilation
    self.options = options
    conflictsUntilRestart = options.restartUnit
    phases.update(self.compilation.noOverlaps, variableCount: self.compilation.core.variableCount)
    shuffle(seed: options.seed)
  }

  /// Gives Booleans small random activities, so that runs of other seeds take other ways.
  private mutating func shuffle(seed: UInt64) {
    guard seed != 0 else { return }
    var random = SplitMix64(seed: seed)
    for variable in 1..<Int32(compilation.core.variableCount) {
      compilation.core.activity.seed(variable, Double(random.next() >> 40) * 1e-9)
    }
  }

  mutating func run(work: Int, board: Board, name: String) -> Outcome {
    guard compilation.isConsistent else { return .exhausted }
    let end = compilation.core.work + work
    var untilCheck = 0
    compilation.core.stopFlag = board.stopFlag
    while true {
      if !compilation.core.propagate() {
        if !compilation.core.learn() { return .exhausted }
        conflictsUntilRestart -= 1
        probe.countConflict()
        untilCheck = 0
        continue
      }
      if compilation.core.isInterrupted { return .more }
      untilCheck -= 1
      if untilCheck <= 0 {
        if compilation.core.work >= end || board.isStopped { return .more }
        untilCheck = 64
      }
      if compilation.core.level == 0 && !settleRoot(board, name) { return .exhausted }
      switch step(board, name) {
      case .decided: continue
      case .restart:
        compilation.core.backtrack(to: 0)
        let count = compilation.core.statistics.restarts
        if count % 100 == 0 || count & (count - 1) == 0 { board.noteRestart(by: name) }
      case .refuted:
        compilation.core.backtrack(to: 0)
        if let bound = probe.refuted() { board.raise(bound: bound, by: name) }
      case .solution:
        if !takeSolution(board, name) { return .exhausted }
        if compilation.objective == nil { return .satisfied }
      }
    }
  }

  // MARK: At the root

  /// Takes in what others found, tidies up and says what bound holds. Returns false where no better solution is left.
  private mutating func settleRoot(_ board: Board, _ name: String) -> Bool {
    compilation.core.settleRoot()
    if board.value <= target, let solution = board.current.solution {
      adopt(solution)
      if !aimBelow(board.value) { return false }
      if !compilation.core.propagate() { return false }
      if compilation.core.isInterrupted { return true }
      compilation.core.settleRoot()
    }
    if compilation.core.arena.learnedCount > clauseLimit {
      compilation.core.reduceClauses(keepingLBD: options.keptLBD)
      clauseLimit += options.clauseLimitGrowth
    }
    if let objective = compilation.objective {
      board.raise(bound: objective.lowerBound(in: compilation.core), by: name)
    }
    return true
  }

  /// Lets a solution guide the search.
  private mutating func adopt(_ solution: Solution) {
    hasIncumbent = true
    makePairs(along: solution)
    phases.adopt(solution, compilation.map, compilation.noOverlaps)
  }

  /// Asks for solutions better than `value` from now on.
  private mutating func aimBelow(_ value: Int) -> Bool {
    guard let objective = compilation.objective else { return true }
    target = value - 1
    return objective.cut(to: target, in: &compilation.core)
  }

  private mutating func takeSolution(_ board: Board, _ name: String) -> Bool {
    let solution = compilation.map.solution(of: compilation.core)
    phases.adopt(compilation.core)
    compilation.core.backtrack(to: 0)
    if !hasIncumbent { adopt(solution) }
    guard let objective = compilation.objective else {
      board.offer(solution, value: 0, by: name)
      return true
    }
    let value = objective.internalValue(solution[objective.expression])
    board.offer(solution, value: value, by: name)
    probe.abandon()
    return aimBelow(value)
  }

  // MARK: Decisions

  private mutating func step(_ board: Board, _ name: String) -> Step {
    if conflictsUntilRestart <= 0 || probe.isOverBudget {
      if conflictsUntilRestart <= 0 { conflictsUntilRestart = options.restartUnit * restarts.next() }
      compilation.core.statistics.restarts &+= 1
      probe.endTrial()
      if options.probes, let objective = compilation.objective {
        probe.startTrial(
          bound: objective.lowerBound(in: compilation.core), target: target, conflicts: options.restartUnit)
      }
      return .restart
    }
    if let value = probe.assumed, compilation.core.level == 0, let bound = compilation.objective?.atMost(value) {
      if compilation.core.fails(bound) { return .refuted }
      if !compilation.core.holds(bound) {
        compilation.core.decide(bound)
        return .decided
      }
    }
    while let variable = compilation.core.activity.pop() {
      if compilation.core.isFixed(variable) { continue }
      let truth = phases.literal(for: variable, compilation.core, compilation.noOverlaps)
      compilation.core.decide(Bound(truth))
      return .decided
    }
    return complete()
  }
}

/// Settings of the learning search.
struct SearchOptions: Sendable {
  var seed: UInt64 = 0
  /// Conflicts in a unit of the restart sequence.
  var restartUnit = 100
  /// Clauses of at most this many levels are kept for good.
  var keptLBD: Int32 = 4
  /// By how much the number of clauses kept grows at each reduction.
  var clauseLimitGrowth = 200
  /// Whether some of the work goes to refuting low values of the objective.
  var probes = true
}
