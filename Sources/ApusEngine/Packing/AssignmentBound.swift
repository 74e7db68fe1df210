import ApusStructure

/// A lower bound on the disturbance from prices on items, and what it rules out.
///
/// Lagrangian relaxation of the rule that every item is in one place (M. L. Fisher, *The Lagrangian relaxation method for solving integer
/// programming problems*, Management Science 27 (1981); for assignment with capacities: M. W. P. Savelsbergh 1997): an item has a price, every bin
/// takes by itself what pays best, a knapsack problem, and the prices are moved by subgradients. The bound is as good as that of the linear program
/// over all contents of bins. An item and a bin whose forced union brings the bound above what is looked for are ruled out.
///
/// Prices are whole numbers of thousandths, so that nothing is lost to rounding.
struct AssignmentBound {
  private static let unit = 1000

  private let packing: Packing
  private let floors: [Int]
  /// How many items of each tier may be out.
  private let spare: [Int]
  private var prices: [Int]
  private(set) var bestPrices: [Int]
  /// The best bound so far in thousandths.
  private(set) var best = Int.min
  private var step = 1.5
  private var misses = 0
  private let knapsack: PackingKnapsack
  /// Whether steps have become too small to matter.
  var hasConverged: Bool { step < 0.02 }
  var nodesUsed: Int { knapsack.nodesUsed }

  init(_ packing: Packing, floors: [Int]) {
    self.packing = packing
    self.floors = floors
    spare = zip(packing.tierSizes, floors).map { $0 - $1 }
    prices = packing.home.map { $0 < 0 ? 2 * Self.unit : Self.unit / 2 }
    bestPrices = prices
    knapsack = PackingKnapsack(packing)
  }

  /// The least disturbance that is not ruled out.
  var value: Int {
    guard best > Int.min else { return 0 }
    let rounded = (max(0, best) + Self.unit - 1) / Self.unit
    return spare.allSatisfy { $0 <= 0 } ? (rounded + 1) / 2 * 2 : rounded
  }

  /// Moves the prices some times. O(rounds × bins × knapsack).
  mutating func improve(rounds: Int, target: Int, shouldStop: () -> Bool) {
    var taken = [Int](repeating: 0, count: packing.itemCount)
    for _ in 0..<rounds {
      if hasConverged || shouldStop() { return }
      for item in taken.indices { taken[item] = 0 }
      let bound = evaluate(&taken)
      if bound > best {
        best = bound
        bestPrices = prices
        misses = 0
      } else {
        misses += 1
        if misses >= 12 {
          misses = 0
          step /= 2
          prices = bestPrices
        }
      }
      let length = taken.reduce(0) { $0 + ($1 - 1) * ($1 - 1) }
      guard length > 0 else {
        // The relaxation is a packing: nothing better can come.
        step = 0
        return
      }
      let gap = Double(max(Self.unit / 2, target * Self.unit - bound))
      let scale = step * gap / Double(length)
      for item in prices.indices { prices[item] += Int((Double(1 - taken[item]) * scale).rounded()) }
    }
  }

  /// The bound of the prices; counts how often every item is taken.
  private func evaluate(_ taken: inout [Int]) -> Int {
    var bound = prices.reduce(0, +)
    var chosen: [Int] = []
    for bin in packing.binsRange {
      chosen.removeAll(keepingCapacity: true)
      bound -= knapsack.best(bin, prices, into: &chosen)
      for item in chosen { taken[item] += 1 }
    }
    // Out is where it saves most.
    for tier in spare.indices where spare[tier] > 0 {
      let gains = packing.tier.indices.filter { packing.tier[$0] == tier }
        .map { (gain: prices[$0] - packing.disturbance($0, in: -1) * Self.unit, item: $0) }
        .filter { $0.gain > 0 }.sorted { ($0.gain, $1.item) > ($1.gain, $0.item) }
      for entry in gains.prefix(spare[tier]) {
        bound -= entry.gain
        taken[entry.item] += 1
      }
    }
    return bound
  }

  /// The pairs of items and bins, row by row, that packings of at most a value may have; and the items that stay at home in all of these.
  /// O(items × bins × knapsack).
  func allowed(upTo value: Int, shouldStop: () -> Bool) -> (allowed: [Bool], stays: [Bool])? {
    let bins = packing.binCount
    var allowed = [Bool](repeating: false, count: packing.itemCount * bins)
    var stays = [Bool](repeating: false, count: packing.itemCount)
    let limit = value * Self.unit
    var unused: [Int] = []
    for bin in 0..<bins {
      let free = knapsack.best(bin, bestPrices, into: &unused)
      for item in 0..<packing.itemCount where packing.allows(item, in: bin) {
        if shouldStop() { return nil }
        let forced = knapsack.best(bin, bestPrices, forcing: item)
        allowed[item * bins + bin] = forced.map { best + free - $0 <= limit } ?? false
        if packing.home[item] == bin {
          let without = knapsack.best(bin, bestPrices, without: item)
          stays[item] = best + free - without > limit
        }
      }
    }
    return (allowed, stays)
  }
}

/// What a bin takes when items have prices: the set of most profit that fits, by branch and bound with the fractional bound of one mixed size.
final class PackingKnapsack {
  private static let unit = 1000
  private static let nodeLimit = 20_000

  private let packing: Packing
  private(set) var nodesUsed = 0

  private struct Candidate {
    let item: Int
    let profit: Int
    let weight: Double
  }
  private var candidates: [Candidate] = []
  private var room: [Int] = []
  private var current: [Int] = []
  private var bestSet: [Int] = []
  private var bestProfit = 0
  private var nodesLeft = 0

  init(_ packing: Packing) { self.packing = packing }

  /// The most profit; appends the items of a set that has it.
  func best(_ bin: Int, _ prices: [Int], into chosen: inout [Int]) -> Int {
    let profit = solve(bin, prices, forced: -1, left: -1)
    chosen += bestSet
    return profit
  }

  /// The most profit of sets with an item, nil where it does not fit.
  func best(_ bin: Int, _ prices: [Int], forcing item: Int) -> Int? {
    let resources = packing.resourceCount
    for resource in 0..<resources
    where packing.size[item * resources + resource] > packing.capacity[bin * resources + resource] {
      return nil
    }
    return solve(bin, prices, forced: item, left: item) + profit(item, bin, prices)
  }

  /// The most profit of sets without an item.
  func best(_ bin: Int, _ prices: [Int], without item: Int) -> Int { solve(bin, prices, forced: -1, left: item) }

  private func profit(_ item: Int, _ bin: Int, _ prices: [Int]) -> Int {
    prices[item] - packing.disturbance(item, in: bin) * Self.unit
  }

  private func solve(_ bin: Int, _ prices: [Int], forced: Int, left: Int) -> Int {
    let resources = packing.resourceCount
    room = Array(packing.capacity[bin * resources..<(bin + 1) * resources])
    if forced >= 0 { for resource in 0..<resources { room[resource] -= packing.size[forced * resources + resource] } }
    let scale = room.map { 1 / Double(max(1, $0)) }
    candidates.removeAll(keepingCapacity: true)
    for item in 0..<packing.itemCount where item != left {
      let profit = profit(item, bin, prices)
      guard profit > 0, packing.allows(item, in: bin) else { continue }
      var weight = 1e-9
      var fits = true
      for resource in 0..<resources {
        let size = packing.size[item * resources + resource]
        fits = fits && size <= room[resource]
        weight += Double(size) * scale[resource]
      }
      if fits { candidates.append(Candidate(item: item, profit: profit, weight: weight)) }
    }
    candidates.sort { Double($0.profit) * $1.weight > Double($1.profit) * $0.weight }
    bestProfit = 0
    bestSet.removeAll(keepingCapacity: true)
    current.removeAll(keepingCapacity: true)
    nodesLeft = Self.nodeLimit
    let whole = Double(resources)
    visit(0, 0, whole)
    nodesUsed += Self.nodeLimit - max(0, nodesLeft)
    // Where it was not finished, what it could be at most.
    return nodesLeft > 0 ? bestProfit : Int(bound(0, 0, whole)) + 1
  }

  private func bound(_ position: Int, _ profit: Int, _ room: Double) -> Double {
    var total = Double(profit) + 0.001
    var left = room + 1e-6
    for candidate in candidates[position...] {
      if candidate.weight <= left {
        left -= candidate.weight
        total += Double(candidate.profit)
      } else {
        return total + Double(candidate.profit) * left / candidate.weight
      }
    }
    return total
  }

  private func visit(_ position: Int, _ profit: Int, _ share: Double) {
    if profit > bestProfit {
      bestProfit = profit
      bestSet = current
    }
    guard position < candidates.count, nodesLeft > 0, bound(position, profit, share) > Double(bestProfit) + 0.5 else {
      return
    }
    nodesLeft -= 1
    let candidate = candidates[position]
    let resources = packing.resourceCount
    let base = candidate.item * resources
    if (0..<resources).allSatisfy({ packing.size[base + $0] <= room[$0] }) {
      for resource in 0..<resources { room[resource] -= packing.size[base + resource] }
      current.append(candidate.item)
      visit(position + 1, profit + candidate.profit, share - candidate.weight)
      current.removeLast()
      for resource in 0..<resources { room[resource] += packing.size[base + resource] }
    }
    visit(position + 1, profit, share)
  }
}
