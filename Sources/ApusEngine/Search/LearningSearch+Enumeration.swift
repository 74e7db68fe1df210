import ApusModel

// All solutions, one after the other and none twice.
//
// The search goes on from where it has found one. The clause that keeps it from coming again is made of the decisions that led to it, as long as
// these are about variables of the model: then each of them is part of what makes the solution what it is, and the last one alone is
// turned round. Other decisions, such as the order of two tasks of length 0 at one time, may be different for the same solution; then
// the clause is made of the values themselves. Restarts and learning do no harm: the clauses stay.
//
// A projection is decided first, variable by variable; the rest need only have some solution.

/// What is enumerated.
struct EnumerationState {
  /// The solutions since they were last taken.
  var found: [Solution] = []
  /// So many are wanted before the search returns.
  var wanted = 1
  /// The engine's variables whose values make a solution another.
  let integers: [Int32]
  /// The intervals whose times do; none for a projection.
  let intervals: [IntervalVariables]
  let isProjected: Bool
  /// By variable of the engine: whether it is one of those, and always has a value.
  fileprivate let isPlain: [Bool]

  var isFull: Bool { found.count >= wanted }

  /// - Parameter projection: the model's integer variables; nil for all variables there are.
  init(_ compilation: borrowing Compilation, projection: [Int]?) {
    isProjected = projection != nil
    integers = projection.map { [map = compilation.map] in $0.map { map.integers[$0] } } ?? compilation.map.integers
    intervals = isProjected ? [] : compilation.map.intervals.compactMap(\.self)
    var isPlain = Array(repeating: false, count: compilation.core.variableCount)
    for variable in integers { isPlain[Int(variable)] = true }
    for interval in intervals where interval.presence == Core.always {
      isPlain[Int(interval.start)] = true
      isPlain[Int(interval.end)] = true
    }
    self.isPlain = isPlain
  }

  func isPlain(_ variable: Int32) -> Bool { Int(variable) < isPlain.count && isPlain[Int(variable)] }
}

extension LearningSearch {
  /// Asks for all solutions from now on.
  mutating func enumerateAll(projection: [Int]?) {
    enumeration = EnumerationState(compilation, projection: projection)
  }

  /// Takes the present solution and blocks it. Returns false where it was the last.
  mutating func enumerate() -> Bool {
    enumeration?.found.append(compilation.map.solution(of: compilation.core))
    return compilation.core.block(blockingClause())
  }

  /// Fixes a variable that makes solutions differ and still has several values; the one with the fewest first. Nil where there is none.
  mutating func fixOpen() -> Step? {
    guard let enumeration else { return nil }
    var best: (width: Int32, variable: Int32)?
    func consider(_ variable: Int32, _ core: borrowing Core) {
      let width = core.upper(variable) - core.lower(variable)
      if width > 0, best.map({ width < $0.width }) ?? true { best = (width, variable) }
    }
    for variable in enumeration.integers { consider(variable, compilation.core) }
    if best == nil {
      for interval in enumeration.intervals where compilation.core.holds(interval.presence) {
        consider(interval.start, compilation.core)
        consider(interval.end, compilation.core)
      }
    }
    guard let best else { return nil }
    compilation.core.decide(Bound(2 * best.variable, compilation.core.lower(best.variable)))
    return .decided
  }

  /// Literals that fail in the present solution and of which one holds in every other.
  private func blockingClause() -> [Bound] {
    guard let enumeration else { return [] }
    var values: [Bound] = []
    var level: Int32 = 0
    func block(_ variable: Int32, _ core: borrowing Core) {
      let value = core.lower(variable)
      for literal in [Bound(2 * variable, value - 1), Bound(2 * variable + 1, -value - 1)] {
        let event = core.implyingEvent(of: !literal)
        guard event >= 0 else { continue }
        values.append(literal)
        level = max(level, core.trail[event].level)
      }
    }
    for variable in enumeration.integers { block(variable, compilation.core) }
    for interval in enumeration.intervals where compilation.core.holds(interval.presence) {
      block(interval.start, compilation.core)
      if interval.end != interval.start { block(interval.end, compilation.core) }
    }
    var decisions: [Bound] = []
    for number in 0..<level {
      let decision = compilation.core.trail[compilation.core.levelStart[number]].bound
      guard enumeration.isPlain(decision.signed >> 1) else { return values }
      decisions.append(!decision)
    }
    return decisions.count < values.count ? decisions : values
  }
}
