import ApusModel

// Two lists in the same order.
//
// Of each two places i and j, not both: i strictly before j in the first list, and j strictly before i in the second. "Not strictly before" is the
// opposite order wherever a no-overlap orders the two tasks, so where both lists are on machines, two binary clauses make the orders one.
// Elsewhere it is "they overlap, or the other ends first", with a Boolean for each, that guards an edge. So it is too for two tasks of length 0:
// at one time neither is strictly before the other, whatever their no-overlap says.
//
// Posted last of all, when all no-overlaps are known. (Permutation flow shops; `same_sequence` in CP Optimizer: Laborie, Rogerie, Shaw and Vilím,
// "IBM ILOG CP Optimizer for scheduling", Constraints 2018.)

/// Finds the Booleans that say how two tasks lie to each other, and makes those that are missing.
struct OrderLiterals {
  /// By start variable, the tasks of no-overlaps that an interval is.
  private var tasks: [Int32: [(noOverlap: Int, task: Int)]] = [:]
  private var made: [Relation: Truth] = [:]

  /// That one point is a distance after another.
  private struct Relation: Hashable {
    var from: Int32
    var to: Int32
    var distance: Int32
  }

  init(_ noOverlaps: [NoOverlapPropagator]) {
    for (number, noOverlap) in noOverlaps.enumerated() {
      for task in 0..<noOverlap.tasks.count {
        tasks[noOverlap.startVariables[task], default: []].append((noOverlap: number, task: task))
      }
    }
  }

  /// The literal "`first` goes before `second`" of a no-overlap that has both; nil where none has.
  func order(
    _ first: IntervalVariables, _ second: IntervalVariables, in result: inout Compilation
  ) -> Truth? {
    for place in tasks[first.start] ?? [] {
      guard let other = tasks[second.start]?.first(where: { $0.noOverlap == place.noOverlap }) else { continue }
      let noOverlap = result.noOverlaps[place.noOverlap]
      if noOverlap.pairs.before(place.task, other.task) == NoOverlapPairs.none {
        noOverlap.makePair(place.task, other.task, &result.core)
      }
      return noOverlap.pairs.before(place.task, other.task)
    }
    return nil
  }

  /// A Boolean that implies that `to` is at least `distance` after `from`, and both presences.
  mutating func after(
    _ from: Int32, _ to: Int32, _ distance: Int32, _ presences: [Truth], in result: inout Compilation
  ) -> Truth {
    let relation = Relation(from: from, to: to, distance: distance)
    if let known = made[relation] { return known }
    let literal = result.core.addBoolean()
    for presence in presences {
      if !result.core.addClause(literal ^ 1, presence) { result.isConsistent = false }
    }
    result.core.addDistance(from: from, to: to, distance, if: literal)
    made[relation] = literal
    return literal
  }
}

extension Compiler {
  /// Posts what was put off until all no-overlaps are known.
  mutating func postSameOrders() throws(ModelError) {
    if sameOrders.isEmpty { return }
    var literals = OrderLiterals(result.noOverlaps)
    for (name, lists) in sameOrders {
      culprit = name
      try post(lists, &literals)
    }
  }

  private mutating func post(_ lists: SameOrder, _ literals: inout OrderLiterals) throws(ModelError) {
    for i in lists.first.indices {
      for j in lists.first.indices where i != j {
        let first = (lists.first[i], lists.first[j])
        let second = (lists.second[j], lists.second[i])
        let all = [first.0, first.1, second.0, second.1].compactMap { result.map.intervals[Int($0)]?.presence }
        guard all.count == 4 else { continue }
        let absence = all.map { $0 ^ 1 }
        let either = try notBefore(first.0, first.1, &literals) + notBefore(second.0, second.1, &literals)
        require(result.core.addClause((absence + either).map { Bound($0) }))
      }
    }
  }

  /// Literals of which one holds where the first is not strictly before the second, and that both are present.
  private mutating func notBefore(
    _ first: Int32, _ second: Int32, _ literals: inout OrderLiterals
  ) throws(ModelError) -> [Truth] {
    guard let x = result.map.intervals[Int(first)], let y = result.map.intervals[Int(second)] else { return [] }
    let canCoincide = [first, second].allSatisfy { model.intervals[Int($0)].length.lowerBound == 0 }
    if !canCoincide, let order = literals.order(y, x, in: &result) { return [order] }
    let presences = [x.presence, y.presence]
    return [
      // y ends no later than x starts, or x ends after y has started.
      literals.after(y.end, x.start, y.endOffset, presences, in: &result),
      literals.after(y.start, x.end, try narrow(1 - Int(x.endOffset)), presences, in: &result),
    ]
  }
}
