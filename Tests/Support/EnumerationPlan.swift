import ApusModel

/// When each condition can be judged: the checks to make after each variable has its value.
///
/// Order of assignment: Booleans and other integers (those that presence depends on first), then intervals by index. The
/// makespan is known after the last of all.
struct EnumerationPlan {
  enum Check {
    case condition(ReferenceSemantics.Condition)
    /// Two members of a `NoOverlap`.
    case pair(Int, Int)
    /// The terms known so far plus the range of constant and terms to come.
    case partialSum([ReferenceSemantics.Expression.Term], rest: ClosedRange<Int>, isEquality: Bool)
  }

  private typealias Expression = ReferenceSemantics.Expression

  /// The number of variables, integers and intervals.
  let depths: Int
  let integerOrder: [Int]
  private(set) var checks: [[Check]]
  /// Conditions without a variable.
  private(set) var checksBeforehand: [ReferenceSemantics.Condition] = []

  /// The depth at which each slot has its value, and the range of what it can be.
  private var depthOfSlot: [Int]
  private var rangeOfSlot: [ClosedRange<Int>]

  init(_ state: ReferenceSemantics) {
    let model = state.model
    let integerCount = model.integers.count
    depths = integerCount + model.intervals.count
    let presences = Set(model.intervals.compactMap(\.isPresent.variable))
    integerOrder = (0..<integerCount).filter(presences.contains) + (0..<integerCount).filter { !presences.contains($0) }
    checks = Array(repeating: [], count: depths)
    depthOfSlot = Array(repeating: max(0, depths - 1), count: state.values.count)
    rangeOfSlot = model.integers + Array(repeating: 0...0, count: state.values.count - integerCount)
    for (depth, variable) in integerOrder.enumerated() { depthOfSlot[variable] = depth }
    var ends = 0...0
    for (index, domain) in model.intervals.enumerated() {
      let ranges = [domain.start, domain.end, domain.length].map { min(0, $0.lowerBound)...max(0, $0.upperBound) }
      rangeOfSlot.replaceSubrange(state.slot(ofInterval: index)..<state.slot(ofInterval: index) + 3, with: ranges)
      for offset in 0..<3 { depthOfSlot[state.slot(ofInterval: index) + offset] = integerCount + index }
      ends = min(ends.lowerBound, ranges[1].lowerBound)...max(ends.upperBound, ranges[1].upperBound)
    }
    rangeOfSlot[state.makespanSlot] = ends
    for constraint in model.constraints { add(state.condition(constraint), integerCount) }
  }

  private mutating func add(_ condition: ReferenceSemantics.Condition, _ integerCount: Int) {
    guard depths > 0 else { return checksBeforehand.append(condition) }
    switch condition {
    case .precedence(let before, let after, _, _, _):
      checks[integerCount + max(before, after)].append(.condition(condition))
    case .noOverlap(let members):
      for (position, first) in members.enumerated() {
        for second in members[(position + 1)...] {
          checks[integerCount + max(first, second)].append(.pair(first, second))
        }
      }
    case .linear(let expression, let isEquality):
      expression.terms.isEmpty ? checksBeforehand.append(condition) : add(expression, isEquality)
    case .clause(let literals):
      guard let depth = literals.compactMap({ $0.variable.map { depthOfSlot[$0] } }).max() else {
        checksBeforehand.append(condition)
        return
      }
      checks[depth].append(.condition(condition))
    case .pack, .within:
      // Over integers, which all come before the intervals.
      checks[max(0, integerCount - 1)].append(.condition(condition))
    case .sequence, .usage, .reservoir, .alternative, .span, .sameOrder, .calendar, .stateFunction:
      guard let last = condition.intervals.max() else { return checksBeforehand.append(condition) }
      checks[integerCount + last].append(.condition(condition))
    }
  }

  private mutating func add(_ expression: Expression, _ isEquality: Bool) {
    let terms = expression.terms.sorted { depth($0) < depth($1) }
    for count in 1...terms.count where count == terms.count || depth(terms[count - 1]) < depth(terms[count]) {
      var rest = expression.constant...expression.constant
      for term in terms[count...] { rest = rest + range(term) }
      checks[depth(terms[count - 1])].append(
        .partialSum(Array(terms[..<count]), rest: rest, isEquality: isEquality))
    }
  }

  private func depth(_ term: Expression.Term) -> Int {
    term.slot >= 0 ? depthOfSlot[term.slot] : term.maximum.flatMap(\.terms).map(depth).max() ?? 0
  }

  private func range(_ term: Expression.Term) -> ClosedRange<Int> {
    var range = term.slot >= 0 ? rangeOfSlot[term.slot] : 0...0
    if term.slot < 0 {
      let arguments = term.maximum.map { argument in
        argument.terms.reduce(argument.constant...argument.constant) { $0 + self.range($1) }
      }
      range = arguments.map(\.lowerBound).max()!...arguments.map(\.upperBound).max()!
    }
    let ends = [term.coefficient * range.lowerBound, term.coefficient * range.upperBound]
    return ends.min()!...ends.max()!
  }
}

private func + (left: ClosedRange<Int>, right: ClosedRange<Int>) -> ClosedRange<Int> {
  (left.lowerBound + right.lowerBound)...(left.upperBound + right.upperBound)
}
