extension LearningSearch {
  /// All Booleans are decided: is everything satisfied by the lower bounds?
  ///
  /// Difference edges are, because the lower bounds are their least solution. What is not decides further: two tasks of a long
  /// resource that still overlap are given a Boolean at the root; a sum or maximum that fails has a variable fixed.
  mutating func complete() -> Step {
    var missing: [(noOverlap: Int, first: Int, second: Int)] = []
    for (number, noOverlap) in compilation.noOverlaps.enumerated() where !noOverlap.pairs.isEager {
      for pair in noOverlap.overlappingPairs(compilation.core) { missing.append((number, pair.0, pair.1)) }
    }
    if !missing.isEmpty {
      compilation.core.backtrack(to: 0)
      for pair in missing {
        compilation.noOverlaps[pair.noOverlap].makePair(pair.first, pair.second, &compilation.core)
      }
      phases.update(compilation.noOverlaps, variableCount: compilation.core.variableCount)
      return .restart
    }
    var candidates: [Int32] = []
    for linear in compilation.linears where !linear.isSatisfiedByLowerBounds(compilation.core) {
      candidates.append(contentsOf: linear.terms.map { $0.signed >> 1 })
    }
    for maximum in compilation.maxima where !maximum.isSatisfiedByLowerBounds(compilation.core) {
      candidates.append(maximum.result)
      candidates.append(contentsOf: maximum.arguments.map(\.variable))
    }
    let open = candidates.filter { !compilation.core.isFixed($0) }
    guard let earliest = open.min(by: { (compilation.core.lower($0), $0) < (compilation.core.lower($1), $1) }) else {
      return .solution
    }
    compilation.core.decide(Bound(2 * earliest, compilation.core.lower(earliest)))
    return .decided
  }
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
    let values = arguments.filter { core.holds($0.presence) }.map { core.lower($0.variable) + $0.offset }
    return values.max() == core.lower(result)
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
