import ApusModel

/// Relaxes the tasks of some random no-overlap constraints during a window of time.
struct MachineWindowNeighbourhood: Neighbourhood {
  let name = "machines in a window"

  static func applies(to structure: NeighbourhoodStructure) -> Bool { MachineNeighbourhood.applies(to: structure) }

  func select(
    _ size: Double, of solution: OrderedSolution, _ structure: NeighbourhoodStructure, using random: inout SplitMix64
  ) -> Relaxation {
    var relaxation = Relaxation(structure)
    // Shares of machines and of time whose product is the size.
    let share = size.squareRoot()
    let window = TimeWindow(of: count(share, of: solution.tasks.count, least: 2), in: solution, using: &random)
    let candidates = structure.sequences.indices.filter { structure.sequences[$0].count > 1 }
    for sequence in candidates.shuffled(using: &random).prefix(count(share, of: candidates.count, least: 1)) {
      for interval in structure.sequences[sequence]
      where window.meets(solution.solution.intervals[Int(interval)], orByChance: size, &random) {
        relaxation.free(interval: interval, structure)
      }
    }
    return relaxation
  }
}
