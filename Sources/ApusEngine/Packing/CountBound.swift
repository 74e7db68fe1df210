import ApusStructure

/// How many items of a tier can be packed at most beside given numbers of the tiers before it.
///
/// Weights on the resources make one size and one capacity of all bins together; every set of items that can be packed keeps to it, and
/// the smallest items of each tier keep to it best (surrogate relaxation: F. Glover, *Surrogate constraints*, Operations Research 16 (1968)). The
/// least bound over a range of weights is taken. O(weights × items log items).
struct CountBound {
  /// How finely weights are tried between two resources.
  private static let steps = 16

  private let packing: Packing
  /// Weights of the resources, brought to a scale in which all capacities of a resource together are about 2⁴⁰.
  private let weights: [[Int128]]

  init(_ packing: Packing) {
    self.packing = packing
    weights = Self.weights(packing)
  }

  /// Weights of the resources: each alone, and mixtures of two.
  static func weights(_ packing: Packing) -> [[Int128]] {
    let resources = packing.resourceCount
    let totals = (0..<resources).map { resource in
      stride(from: resource, to: packing.capacity.count, by: resources).reduce(Int128(0)) {
        $0 + Int128(packing.capacity[$1])
      }
    }
    // size · weight: of 63 and at most 40 bits, summed over at most 2²⁰ items.
    let scale = totals.map { max(1, (Int128(1) << 40) / max(1, $0)) }
    var weights: [[Int128]] = []
    for first in 0..<resources {
      var alone = [Int128](repeating: 0, count: resources)
      alone[first] = 1
      weights.append(alone)
      for second in first + 1..<max(first + 1, resources) {
        for step in 1..<Self.steps {
          var mixed = [Int128](repeating: 0, count: resources)
          // Ratios are what counts, so those of huge totals are brought to the smaller one.
          let (a, b) = (totals[first], totals[second])
          let (p, q) = a > 0 && b > 0 && a >> 40 == 0 && b >> 40 == 0 ? (b, a) : (scale[first], scale[second])
          mixed[first] = p * Int128(step)
          mixed[second] = q * Int128(Self.steps - step)
          weights.append(mixed)
        }
      }
    }
    return weights
  }

  /// - Parameter counts: How many of tier 0, 1, ... are packed at least; the bound is for the tier behind them.
  func bound(after counts: [Int]) -> Int {
    let tier = counts.count
    var best = packing.tier.count { $0 == tier }
    for weight in weights {
      var room = Int128(0)
      for (place, capacity) in packing.capacity.enumerated() {
        room += Int128(capacity) * weight[place % packing.resourceCount]
      }
      var sizes = Array(repeating: [Int128](), count: tier + 1)
      for item in 0..<packing.itemCount where packing.tier[item] <= tier {
        var total = Int128(0)
        for resource in 0..<packing.resourceCount {
          total += Int128(packing.size[item * packing.resourceCount + resource]) * weight[resource]
        }
        sizes[packing.tier[item]].append(total)
      }
      for (sizes, count) in zip(sizes, counts) { for size in sizes.sorted().prefix(count) { room -= size } }
      var count = 0
      for size in sizes[tier].sorted() {
        room -= size
        guard room >= 0 else { break }
        count += 1
      }
      best = min(best, count)
    }
    return best
  }
}
