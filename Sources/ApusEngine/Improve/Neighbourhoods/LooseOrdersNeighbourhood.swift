import ApusModel

/// Drops each order between neighbours in a sequence, and each link on a resource, with a chance of `size`: the sequences fall into random pieces that may be
/// interleaved.
struct LooseOrdersNeighbourhood: Neighbourhood {
  let name = "loose orders"

  static func applies(to structure: NeighbourhoodStructure) -> Bool {
    !structure.resources.isEmpty || structure.sequences.contains { $0.count > 1 }
  }

  func select(
    _ size: Double, of solution: OrderedSolution, _ structure: NeighbourhoodStructure, using random: inout SplitMix64
  ) -> Relaxation {
    var relaxation = Relaxation(structure)
    relaxation.shareOfOrdersDropped = size
    return relaxation
  }
}
