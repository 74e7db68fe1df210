import ApusModel

extension LearningSearch {
  /// All Booleans are decided: is everything satisfied by the lower bounds?
  ///
  /// Difference edges are, because the lower bounds are their least solution. What is not decides further: two tasks of a long
  /// resource that still overlap are given a Boolean at the root, or, while there is no schedule to learn from, the earliest task
  /// is started; a resource that is overloaded has a task started; a sum, maximum or reservoir that fails has a variable fixed.
  mutating func complete() -> Step {
    var missing: [TaskPair] = []
    for (number, noOverlap) in compilation.noOverlaps.enumerated() where !noOverlap.pairs.isEager {
      let pairs = noOverlap.overlappingPairs(compilation.core)
      if !pairs.isEmpty, !hasIncumbent, let step = startEarliest() { return step }
      missing += pairs.map { TaskPair(noOverlap: number, first: $0.0, second: $0.1) }
    }
    if !missing.isEmpty {
      compilation.core.backtrack(to: 0)
      makePairs(missing)
      return .restart
    }
    if let step = startFirstUser() { return step }
    var candidates: [Int32] = []
    for linear in compilation.linears where !linear.isSatisfiedByLowerBounds(compilation.core) {
      candidates.append(contentsOf: linear.terms.map { $0.signed >> 1 })
    }
    for maximum in compilation.maxima where !maximum.isSatisfiedByLowerBounds(compilation.core) {
      let present = maximum.arguments.filter { compilation.core.holds($0.presence) }
      candidates.append(maximum.result >> 1)
      candidates.append(contentsOf: present.map { $0.signed >> 1 })
    }
    for reservoir in compilation.reservoirs where !reservoir.isSatisfiedByLowerBounds(compilation.core) {
      candidates.append(contentsOf: reservoir.presentVariables(compilation.core))
    }
    for propagator in compilation.integerPropagators {
      candidates.append(contentsOf: propagator.unsettled(in: compilation.core))
    }
    return fixEarliest(of: candidates) ?? .solution
  }

  /// Gives tasks of long resources that follow each other in a solution their Booleans, so that search can begin at the solution.
  ///
  /// - Precondition: at the root.
  mutating func makePairs(along solution: Solution) {
    var missing: [TaskPair] = []
    var spans: [Int32: Solution.Span] = [:]
    for (number, noOverlap) in compilation.noOverlaps.enumerated() where !noOverlap.pairs.isEager {
      if spans.isEmpty { spans = compilation.map.spans(of: solution) }
      let starts = noOverlap.startVariables
      let sequence = (0..<noOverlap.tasks.count).compactMap { task in spans[starts[task]].map { (task: task, span: $0) }
      }
      .sorted { ($0.span.start, $0.span.end, $0.task) < ($1.span.start, $1.span.end, $1.task) }
      for (first, second) in sequence.pairs()
      where noOverlap.pairs.before(first.task, second.task) == NoOverlapPairs.none {
        missing.append(TaskPair(noOverlap: number, first: first.task, second: second.task))
      }
    }
    makePairs(missing)
  }

  /// Gives pairs of tasks their Booleans where they have none yet.
  ///
  /// - Precondition: at the root.
  mutating func makePairs(_ wanted: [TaskPair]) {
    var isNew = false
    for pair in wanted {
      let noOverlap = compilation.noOverlaps[pair.noOverlap]
      guard noOverlap.pairs.before(pair.first, pair.second) == NoOverlapPairs.none else { continue }
      noOverlap.makePair(pair.first, pair.second, &compilation.core)
      isNew = true
    }
    if isNew { phases.update(compilation.noOverlaps, variableCount: compilation.core.variableCount) }
  }

  /// Starts the task of a long resource that can start first, as early as it can ("set times"). Nil where all have been started.
  private mutating func startEarliest() -> Step? {
    var candidates: [Int32] = []
    for noOverlap in compilation.noOverlaps where !noOverlap.pairs.isEager {
      for task in 0..<noOverlap.tasks.count where noOverlap.tasks.isPresent(task, in: compilation.core) {
        candidates.append(noOverlap.startVariables[task])
      }
    }
    return fixEarliest(of: candidates)
  }

  /// Decides that the variable with the least lower bound takes it. Nil where all are fixed.
  private mutating func fixEarliest(of candidates: [Int32]) -> Step? {
    var earliest: Int32?
    for variable in candidates where !compilation.core.isFixed(variable) {
      guard let best = earliest else {
        earliest = variable
        continue
      }
      let key = (compilation.core.lower(variable), compilation.core.upper(variable))
      if key < (compilation.core.lower(best), compilation.core.upper(best)) { earliest = variable }
    }
    guard let earliest else { return nil }
    compilation.core.decide(Bound(2 * earliest, compilation.core.lower(earliest)))
    return .decided
  }
}

/// Two tasks of a no-overlap constraint, the first of which goes, or might go, first.
struct TaskPair {
  /// The place of the constraint in the compilation.
  var noOverlap: Int
  var first: Int
  var second: Int
}

extension LinearPropagator {
  func isSatisfiedByLowerBounds(_ core: borrowing Core) -> Bool {
    var sum: Int64 = 0
    for term in terms {
      let value = Int64(core.lower(term.signed >> 1))
      sum += term.coefficient * (term.signed & 1 == 0 ? value : -value)
    }
    return sum <= limit
  }
}

extension MaximumPropagator {
  func isSatisfiedByLowerBounds(_ core: borrowing Core) -> Bool {
    if core.fails(presence) { return true }
    func value(_ signed: SignedVariable) -> Int32 {
      signed & 1 == 0 ? core.lower(signed >> 1) : -core.lower(signed >> 1)
    }
    let values = arguments.filter { core.holds($0.presence) }.map { value($0.signed) + $0.offset }
    return values.max() == value(result)
  }
}

extension NoOverlapPropagator {
  /// Neighbours in order of their earliest starts that overlap there. Empty where the earliest starts are a solution.
  func overlappingPairs(_ core: borrowing Core) -> [(Int, Int)] {
    tasks.refresh(from: core)
    var result: [(Int, Int)] = []
    var previous: (task: Int, end: Int32)?
    for index in 0..<tasks.count {
      let task = Int(tasks.order[index])
      guard tasks.isPresent(task, in: core) else { continue }
      let end = core.lower(tasks.low[tasks.count + task] >> 1) + tasks.offset[tasks.count + task]
      if let last = previous, last.end > tasks.est[task], end > tasks.est[last.task] {
        if pairs.before(last.task, task) == NoOverlapPairs.none { result.append((last.task, task)) }
      }
      if previous.map({ $0.end < end }) ?? true { previous = (task, end) }
    }
    return result
  }

  /// The start variables of the tasks.
  var startVariables: UnsafeMutablePointer<Int32> { tasks.start }
}
