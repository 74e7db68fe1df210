import ApusModel

/// What a relaxation keeps of a solution, as literals of the engine to be assumed.
struct KeptPart {
  private let structure: NeighbourhoodStructure
  /// By sequence, the engine's no-overlap constraint; nil where it has fewer than two tasks.
  private var noOverlaps: [Int?] = []
  /// By sequence and place in it, the task of the engine's constraint, -1 for an interval that is never present.
  private var tasks: [[Int32]] = []

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

  /// The literals, all of which hold in the solution. Makes the Booleans of long resources that they need.
  ///
  /// Complexity: linear in the tasks and integer variables.
  func literals(
    of relaxation: Relaxation, in solution: OrderedSolution, _ search: inout LearningSearch,
    using random: inout SplitMix64
  ) -> [Bound] {
    var literals = values(of: relaxation, in: solution.solution, search.compilation.map)
    let pairs = orders(of: relaxation, in: solution, using: &random)
    search.makePairs(pairs)
    for pair in pairs {
      literals.append(Bound(search.compilation.noOverlaps[pair.noOverlap].pairs.before(pair.first, pair.second)))
    }
    return literals
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
  private func orders(
    of relaxation: Relaxation, in solution: OrderedSolution, using random: inout SplitMix64
  ) -> [TaskPair] {
    var pairs: [TaskPair] = []
    for (number, places) in solution.sequences.enumerated() {
      guard let noOverlap = noOverlaps[number], !relaxation.isFreeSequence[number] else { continue }
      for (first, second) in neighbours(in: places, of: number, relaxation, using: &random) {
        let task = tasks[number]
        pairs.append(TaskPair(noOverlap: noOverlap, first: Int(task[Int(first)]), second: Int(task[Int(second)])))
      }
    }
    return pairs
  }

  /// Neighbours among the kept places of a sequence, in order of time. Where free tasks stay between the kept ones next to them, also
  /// these with them.
  private func neighbours(
    in places: [Int32], of number: Int, _ relaxation: Relaxation, using random: inout SplitMix64
  ) -> [(Int32, Int32)] {
    var result: [(Int32, Int32)] = []
    var lastKept: Int32?
    var freeSince: [Int32] = []
    for place in places {
      if relaxation.keeps(interval: structure.sequences[number][Int(place)], structure) {
        let isDropped =
          relaxation.shareOfOrdersDropped > 0 && random.nextUnit() < relaxation.shareOfOrdersDropped
        result += freeSince.map { ($0, place) }
        if let lastKept, freeSince.isEmpty, !isDropped { result.append((lastKept, place)) }
        freeSince = []
        lastKept = place
      } else if relaxation.staysInPlace {
        if let lastKept { result.append((lastKept, place)) }
        freeSince.append(place)
      }
    }
    return result
  }
}
