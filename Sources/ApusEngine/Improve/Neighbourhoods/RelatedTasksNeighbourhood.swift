import ApusModel

/// Relaxes random tasks and those that precedences connect with them, such as whole jobs.
struct RelatedTasksNeighbourhood: Neighbourhood {
  let name = "related tasks"

  static func applies(to structure: NeighbourhoodStructure) -> Bool { structure.tasks.count > 1 }

  func select(
    _ size: Double, of solution: OrderedSolution, _ structure: NeighbourhoodStructure, using random: inout SplitMix64
  ) -> Relaxation {
    var relaxation = Relaxation(structure)
    let wanted = count(size, of: structure.tasks.count, least: 2)
    var chosen = ItemSet(itemCount: structure.intervalCount + structure.integerCount)
    for seed in structure.tasks.shuffled(using: &random) where chosen.count < wanted {
      structure.precedences.grow(from: seed, into: &chosen, upTo: wanted, using: &random)
    }
    for interval in chosen.items { relaxation.free(interval: interval, structure) }
    return relaxation
  }
}
