import ApusModel

/// Relaxes all orders of some random no-overlap constraints.
struct MachineNeighbourhood: Neighbourhood {
  let name = "machines"

  static func applies(to structure: NeighbourhoodStructure) -> Bool { structure.sequences.count { $0.count > 1 } > 1 }

  func select(
    _ size: Double, of solution: OrderedSolution, _ structure: NeighbourhoodStructure, using random: inout SplitMix64
  ) -> Relaxation {
    var relaxation = Relaxation(structure)
    let candidates = structure.sequences.indices.filter { structure.sequences[$0].count > 1 }
    for sequence in candidates.shuffled(using: &random).prefix(count(size, of: candidates.count, least: 1)) {
      relaxation.free(sequence: sequence, structure)
    }
    return relaxation
  }
}
