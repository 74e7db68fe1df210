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
  var shaving = Shaving()
  /// Whether this trial branches on starts by activity.
  var branchesOnStarts = false
  /// Decided before anything else, until others are given.
  private var assumptions: [Bound] = []
  /// Decided next, as long as they can be and no solution is known.
  var wishes = Wishes()
  /// What is enumerated, where all solutions are asked for.
  var enumeration: EnumerationState?
  let options: SearchOptions
  /// Whether a solution is known, so that search has something to be guided by.
  private(set) var hasIncumbent = false
  /// The solutions found so far, not counting those of others.
  private(set) var solutionCount = 0

  enum Outcome {
    /// The work is used up.
    case more
    /// There is no solution of the target value or a lower one.
    case exhausted
    /// There is none under the assumptions.
    case refuted
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
    addStarts()
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
        if !compilation.core.learn() { return compilation.core.conflictLevel == 0 ? .exhausted : .refuted }
        conflictsUntilRestart -= 1
        probe.countConflict()
        wishes.rewind()
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
        compilation.core.backtrack(to: compilation.core.assumptionLevel)
        wishes.letGo()
        let count = compilation.core.statistics.restarts
        if count % 100 == 0 || count & (count - 1) == 0 { board.noteRestart(by: name) }
      case .refuted:
        compilation.core.backtrack(to: 0)
        if let bound = probe.refuted() { board.raise(bound: bound, by: name) }
      case .solution where enumeration != nil:
        if !enumerate() { return .exhausted }
        conflictsUntilRestart = options.restartUnit * restarts.next()
        // Learned clauses are forgotten at the root only.
        if compilation.core.arena.learnedCount > clauseLimit { compilation.core.backtrack(to: 0) }
        if enumeration?.isFull == true { return .satisfied }
      case .solution:
        wishes.removeAll()
        if !takeSolution(board, name) { return .exhausted }
        if compilation.objective == nil { return .satisfied }
      }
    }
  }

  /// Asks for solutions in which the literals hold, from now on and until others are given; for any solution where there are none.
  ///
  /// Those that the root decides otherwise are left out. What is learned under them stays valid. Restarts begin anew.
  ///
  /// - Precondition: a solution of the model satisfies all of them.
  mutating func assume(_ literals: [Bound]) {
    compilation.core.backtrack(to: 0)
    compilation.core.assumptionLevel = literals.isEmpty ? 0 : 1
    assumptions = literals
    probe.abandon()
    restarts = LubySequence()
    conflictsUntilRestart = options.restartUnit * restarts.next()
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
    if hasIncumbent, assumptions.isEmpty, !shave() { return false }
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
    solutionCount += 1
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
      chooseStartBranching()
      if options.probes, assumptions.isEmpty, let objective = compilation.objective {
        probe.startTrial(
          bound: objective.lowerBound(in: compilation.core), target: target, conflicts: options.restartUnit)
      }
      return .restart
    }
    if compilation.core.level == 0, let step = assume() { return step }
    if let wish = wishes.next(in: compilation.core) {
      compilation.core.decide(wish)
      return .decided
    }
    if enumeration?.isProjected == true, let step = fixOpen() { return step }
    while let variable = compilation.core.activity.pop() {
      if compilation.core.isFixed(variable) { continue }
      if phases.isStart(variable) {
        if branch(onStart: variable) { return .decided }
        continue
      }
      // What is chosen decides more than what is not, so that an enumeration makes few decisions for a solution.
      let truth =
        enumeration == nil
        ? phases.literal(for: variable, compilation.core, compilation.noOverlaps) : 2 * variable + 1
      compilation.core.decide(Bound(truth))
      return .decided
    }
    let step = complete()
    guard enumeration != nil, case .solution = step else { return step }
    return fixOpen() ?? .solution
  }

  /// At the root: decides what is assumed. Nil where nothing is, or where it holds already.
  private mutating func assume() -> Step? {
    if !assumptions.isEmpty {
      compilation.core.assume(assumptions)
      return .decided
    }
    guard let value = probe.assumed, let bound = compilation.objective?.atMost(value) else { return nil }
    if compilation.core.fails(bound) { return .refuted }
    if compilation.core.holds(bound) { return nil }
    compilation.core.decide(bound)
    return .decided
  }
}

extension LearningSearch {
  /// What strategies report of it.
  var statistics: Portfolio.Statistics {
    var result = Portfolio.Statistics()
    result.conflicts = compilation.core.statistics.conflicts
    result.decisions = compilation.core.statistics.decisions
    result.restarts = compilation.core.statistics.restarts
    result.work = compilation.core.work
    return result
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
  /// How starts of tasks on resources are branched on.
  var startBranching = StartBranching.alternating
  /// Shaving waits until it is owed so many ticks; `Int.max` for no shaving.
  var shavingPortion = 100_000
}
