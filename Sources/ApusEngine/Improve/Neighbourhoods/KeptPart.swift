import ApusModel

/// What a relaxation keeps of a solution, as literals of the engine to be assumed.
struct KeptPart {
  private let structure: NeighbourhoodStructure
  /// By sequence, the engine's no-overlap constraint; nil where it has fewer than two tasks.
  private var noOverlaps: [Int?] = []
  /// By sequence and place in it, the task of the engine's constraint, -1 for an interval that is never present.
  private var tasks: [[Int32]] = []
  /// The literals of the links that have been asked for: each implies its link, and nothing else does, so search never branches on it.
  private(set) var links: [KeptLink: Truth] = [:]

  init(_ structure: NeighbourhoodStructure, _ map: VariableMap) {
    self.structure = structure
    var count = 0
    for sequence in structure.sequences {
      // As in `Compiler`: intervals that are never present are left out, and then what has fewer than two.
      var next: Int32 = 0
      tasks.append(
        sequence.map { interval in
          if map.intervals[Int(interval)] == nil { return -1 }
          next += 1
          return next - 1
        })
      noOverlaps.append(next > 1 ? count : nil)
      if next > 1 { count += 1 }
    }
  }

  /// The literals, all of which hold in the solution or may be made to. Makes the Booleans of long resources and of links that they need.
  ///
  /// Complexity: linear in the tasks and integer variables, *n* log *n* in those on cumulative resources.
  mutating func literals(
    of relaxation: Relaxation, in solution: OrderedSolution, _ search: inout LearningSearch,
    using random: inout SplitMix64
  ) -> [Bound] {
    var literals = values(of: relaxation, in: solution.solution, search.compilation.map)
    let kept = KeptOrders(structure, relaxation, solution)
    let pairs = orders(kept, using: &random)
    search.makePairs(pairs)
    for pair in pairs {
      // Not the other way round: that leaves it open whether a free task is present.
      let reverse = search.compilation.noOverlaps[pair.noOverlap].pairs.before(pair.second, pair.first)
      literals.append(Bound(reverse ^ 1))
    }
    for link in kept.links(using: &random) {
      if let truth = literal(of: link, &search.compilation) { literals.append(Bound(truth)) }
    }
    return literals
  }

  /// The literal that makes a link hold.
  ///
  /// - Precondition: at the root.
  private mutating func literal(of link: KeptLink, _ compilation: inout Compilation) -> Truth? {
    if let known = links[link] { return known }
    guard let before = compilation.map.intervals[Int(link.before)],
      let after = compilation.map.intervals[Int(link.after)]
    else { return nil }
    let truth = 2 * compilation.core.addVariable(0...1) + 1
    compilation.core.addDistance(from: before.end, to: after.start, before.endOffset, if: truth)
    links[link] = truth
    return truth
  }

  /// Integer variables at their values; presences are among them.
  private func values(of relaxation: Relaxation, in solution: Solution, _ map: VariableMap) -> [Bound] {
    var literals: [Bound] = []
    for (index, variable) in map.integers.enumerated()
    where !relaxation.isFreeInteger[index] && !structure.isDependent[index] {
      let value = Int32(solution.integers[index])
      literals.append(Bound(2 * variable, value))
      literals.append(Bound(2 * variable + 1, -value))
    }
    return literals
  }

  /// The orders to keep in every sequence.
  private func orders(_ kept: KeptOrders, using random: inout SplitMix64) -> [TaskPair] {
    var pairs: [TaskPair] = []
    for (number, task) in tasks.enumerated() {
      let orders = kept.sequence(number, using: &random).orders
      guard let noOverlap = noOverlaps[number] else { continue }
      for (first, second) in orders where task[Int(first)] >= 0 && task[Int(second)] >= 0 {
        pairs.append(TaskPair(noOverlap: noOverlap, first: Int(task[Int(first)]), second: Int(task[Int(second)])))
      }
    }
    return pairs
  }
}
