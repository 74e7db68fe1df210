import ApusModel

/// Relaxes a random variable or task and what constraints connect with it: for any model at all.
struct ConnectedVariablesNeighbourhood: Neighbourhood {
  let name = "connected variables"

  static func applies(to structure: NeighbourhoodStructure) -> Bool {
    structure.tasks.count + structure.keepable.count > 1
  }

  func select(
    _ size: Double, of solution: OrderedSolution, _ structure: NeighbourhoodStructure, using random: inout SplitMix64
  ) -> Relaxation {
    var relaxation = Relaxation(structure)
    let seeds = structure.tasks + structure.keepable.map { Int32(structure.intervalCount) + $0 }
    let wanted = count(size, of: structure.intervalCount + structure.integerCount, least: 2)
    var chosen = ItemSet(itemCount: structure.intervalCount + structure.integerCount)
    for seed in seeds.shuffled(using: &random) where chosen.count < wanted {
      structure.constraints.grow(from: seed, into: &chosen, upTo: wanted, using: &random)
    }
    for item in chosen.items { relaxation.free(item: item, structure) }
    return relaxation
  }
}
