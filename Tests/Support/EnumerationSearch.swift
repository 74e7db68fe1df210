import ApusModel

/// The backtracking behind ``Enumeration``.
struct EnumerationSearch {
  var state: ReferenceSemantics
  private let plan: EnumerationPlan
  private let integers: [ClosedRange<Int>]
  private let intervals: [IntervalDomain]
  private let objective: ReferenceSemantics.Expression?
  private let minimizes: Bool
  private let limit: Int

  private(set) var count = 0
  private(set) var steps = 0
  private(set) var bestValue: Int?
  private(set) var best: Solution?
  /// Every solution, where they are collected.
  private(set) var all: [Solution] = []
  var collects = false

  init(_ model: ModelData, limit: Int) {
    state = ReferenceSemantics(model)
    plan = EnumerationPlan(state)
    integers = model.integers
    intervals = model.intervals
    objective = model.objective.map { [state] in state.expression($0.expression) }
    minimizes = model.objective?.sense == .minimize
    self.limit = limit
  }

  /// Runs to the end; false where the limit was passed.
  mutating func run() -> Bool {
    if plan.checksBeforehand.allSatisfy({ state.holds($0) }) { descend(0) }
    return steps <= limit
  }

  private mutating func descend(_ depth: Int) {
    guard steps <= limit else { return }
    guard depth < plan.depths else { return visitLeaf() }
    if depth < integers.count {
      let variable = plan.integerOrder[depth]
      for value in integers[variable] {
        state.values[variable] = value
        proceed(from: depth)
      }
      return
    }
    let index = depth - integers.count
    let domain = intervals[index]
    guard state.holds(domain.isPresent) else {
      state.setInterval(index, nil)
      return proceed(from: depth)
    }
    for start in domain.start {
      for length in domain.length where domain.end.contains(start + length) {
        state.setInterval(index, Solution.Span(start: start, end: start + length))
        proceed(from: depth)
      }
    }
  }

  private mutating func proceed(from depth: Int) {
    steps += 1
    if depth == plan.depths - 1 { state.setMakespan() }
    for check in plan.checks[depth] where !passes(check) { return }
    descend(depth + 1)
  }

  private func passes(_ check: EnumerationPlan.Check) -> Bool {
    switch check {
    case .condition(let condition): return state.holds(condition)
    case .pair(let first, let second): return !state.overlap(first, second)
    case .partialSum(let terms, let rest, let isEquality):
      var total = 0
      for term in terms { total += term.coefficient * (state.operand(term) ?? 0) }
      return total + rest.lowerBound <= 0 && (!isEquality || total + rest.upperBound >= 0)
    }
  }

  private mutating func visitLeaf() {
    let value = objective.map { state.value($0) }
    // An objective without a value is no solution.
    if let value, value == nil { return }
    count += 1
    if collects { all.append(solution()) }
    guard let value = value ?? nil else {
      if best == nil { best = solution() }
      return
    }
    if let bestValue, minimizes ? value >= bestValue : value <= bestValue { return }
    bestValue = value
    best = solution()
  }

  private func solution() -> Solution {
    Solution(
      integers: Array(state.values[..<integers.count]),
      intervals: intervals.indices.map { index in
        let slot = state.slot(ofInterval: index)
        return state.isPresent[index] ? Solution.Span(start: state.values[slot], end: state.values[slot + 1]) : nil
      })
  }
}
