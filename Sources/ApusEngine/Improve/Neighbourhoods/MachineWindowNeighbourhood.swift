import ApusModel

/// Relaxes the tasks of some random no-overlap constraints during a window of time. They may go anywhere, or only
/// change places among themselves.
struct MachineWindowNeighbourhood: Neighbourhood {
  var staysInPlace = false
  var name: String { staysInPlace ? "inside machines in a window" : "machines in a window" }

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
    relaxation.staysInPlace = staysInPlace
    if staysInPlace { relaxation.window = window.ticks }
    return relaxation
  }
}
