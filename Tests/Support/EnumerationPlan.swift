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
      if expression.terms.isEmpty {
        checksBeforehand.append(condition)
      } else if expression.terms.allSatisfy(\.isSimple) {
        add(expression, isEquality)
      } else {
        checks[depth(expression)].append(.condition(condition))
      }
    case .among, .all, .any, .not, .allDifferent, .table, .circuit, .automaton:
      checks[depth(condition)].append(.condition(condition))
    case .clause(let literals):
      guard let depth = literals.compactMap({ $0.variable.map { depthOfSlot[$0] } }).max() else {
        checksBeforehand.append(condition)
        return
      }
      checks[depth].append(.condition(condition))
    case .pack, .within:
      // Over integers, which all come before the intervals.
      checks[max(0, integerCount - 1)].append(.condition(condition))
    case .sequence, .usage, .reservoir, .alternative, .span, .sameOrder:
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

  private func depth(_ expressions: [Expression]) -> Int { expressions.map(depth).max() ?? 0 }
  private func depth(_ expression: Expression) -> Int { expression.terms.map(depth).max() ?? 0 }

  private func depth(_ term: Expression.Term) -> Int {
    guard let function = term.function else { return depthOfSlot[term.slot] }
    switch function {
    case .maximum(let arguments): return depth(arguments)
    case .truth(let condition): return depth(condition)
    case .product(let first, let second), .quotient(let first, let second), .remainder(let first, let second):
      return depth([first, second])
    case .element(let list, let index): return depth(list + [index])
    }
  }

  private func depth(_ condition: ReferenceSemantics.Condition) -> Int {
    switch condition {
    case .precedence(let before, let after, _, _, _): max(depth(ofInterval: before), depth(ofInterval: after))
    case .linear(let expression, _), .among(let expression, _): depth(expression)
    case .clause(let literals): literals.compactMap { $0.variable.map { depthOfSlot[$0] } }.max() ?? 0
    case .all(let parts), .any(let parts): parts.map(depth).max() ?? 0
    case .not(let opposite): depth(opposite)
    case .allDifferent(let expressions), .table(let expressions, _), .circuit(let expressions, _),
      .automaton(let expressions, _):
      depth(expressions)
    default: depths - 1
    }
  }

  private func depth(ofInterval index: Int) -> Int { integerOrder.count + index }

  private func range(_ term: Expression.Term) -> ClosedRange<Int> {
    var range = term.slot >= 0 ? rangeOfSlot[term.slot] : 0...0
    if case .maximum(let arguments)? = term.function {
      let arguments = arguments.map { argument in
        argument.terms.reduce(argument.constant...argument.constant) { $0 + self.range($1) }
      }
      range = arguments.map(\.lowerBound).max()!...arguments.map(\.upperBound).max()!
    }
    let ends = [term.coefficient * range.lowerBound, term.coefficient * range.upperBound]
    return ends.min()!...ends.max()!
  }
}

extension ReferenceSemantics.Expression.Term {
  /// Whether it is a variable, or a maximum of sums of such: what has a range that is easy to tell.
  fileprivate var isSimple: Bool {
    guard let function else { return true }
    if case .maximum(let arguments) = function { return arguments.allSatisfy { $0.terms.allSatisfy(\.isSimple) } }
    return false
  }
}

private func + (left: ClosedRange<Int>, right: ClosedRange<Int>) -> ClosedRange<Int> {
  (left.lowerBound + right.lowerBound)...(left.upperBound + right.upperBound)
}
