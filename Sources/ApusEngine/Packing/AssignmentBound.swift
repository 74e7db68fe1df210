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
  /// The bins that each item may go to, row by row, and whether it may be in none.
  private var allowed: [Bool]
  private var mayBeOut: [Bool]
  /// How often each item was taken by each bin lately, row by row, and by none.
  private(set) var taken: [Double]
  private var takenOut: [Double]
  /// A packing that the relaxation came upon; nothing is better where it is within the bound.
  private(set) var found: [Int]?
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
    allowed = (0..<packing.itemCount).flatMap { item in packing.binsRange.map { packing.allows(item, in: $0) } }
    mayBeOut = packing.home.map { _ in true }
    taken = [Double](repeating: 0, count: packing.itemCount * packing.binCount)
    takenOut = [Double](repeating: 0, count: packing.itemCount)
  }

  /// The least disturbance that is not ruled out.
  var value: Int {
    guard best > Int.min else { return 0 }
    let rounded = (max(0, best) + Self.unit - 1) / Self.unit
    return spare.allSatisfy { $0 <= 0 } ? (rounded + 1) / 2 * 2 : rounded
  }

  /// Moves the prices some times. O(rounds × bins × knapsack).
  mutating func improve(rounds: Int, target: Int, shouldStop: () -> Bool) {
    var times = [Int](repeating: 0, count: packing.itemCount)
    for _ in 0..<rounds {
      if hasConverged || shouldStop() || value > target { return }
      for item in times.indices { times[item] = 0 }
      let bound = evaluate(&times)
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
      let length = times.reduce(0) { $0 + ($1 - 1) * ($1 - 1) }
      guard length > 0 else {
        // The relaxation is a packing: nothing better can come.
        step = 0
        return
      }
      let gap = Double(max(Self.unit / 2, target * Self.unit - bound))
      let scale = step * gap / Double(length)
      for item in prices.indices { prices[item] += Int((Double(1 - times[item]) * scale).rounded()) }
    }
  }

  /// The bound of the prices; counts how often every item is taken.
  private mutating func evaluate(_ times: inout [Int]) -> Int {
    var place = [Int](repeating: -1, count: packing.itemCount)
    var bound = prices.reduce(0, +)
    var chosen: [Int] = []
    for bin in packing.binsRange {
      chosen.removeAll(keepingCapacity: true)
      bound -= knapsack.best(bin, prices, allowed, into: &chosen)
      for item in packing.home.indices { taken[item * packing.binCount + bin] *= Self.memory }
      for item in chosen {
        times[item] += 1
        place[item] = bin
        taken[item * packing.binCount + bin] += 1 - Self.memory
      }
    }
    for item in takenOut.indices { takenOut[item] *= Self.memory }
    // Out is where it saves most.
    for tier in spare.indices where spare[tier] > 0 {
      let gains = packing.tier.indices.filter { packing.tier[$0] == tier && mayBeOut[$0] }
        .map { (gain: prices[$0] - packing.disturbance($0, in: -1) * Self.unit, item: $0) }
        .filter { $0.gain > 0 }.sorted { ($0.gain, $1.item) > ($1.gain, $0.item) }
      for entry in gains.prefix(spare[tier]) {
        bound -= entry.gain
        times[entry.item] += 1
        takenOut[entry.item] += 1 - Self.memory
      }
    }
    // A packing, where every item is taken once, or not at all where it may be out for nothing.
    if found == nil, times.allSatisfy({ $0 == 1 }), packing.isFeasible(place) { found = place }
    return bound
  }

  /// How much of what was taken before is remembered.
  private static let memory = 0.8

  func disturbance(of bins: [Int]) -> Int { packing.disturbance(of: bins) }

  // MARK: Branching

  /// The item and bin on which the rounds agree least; nil where they agree.
  var mostDoubtful: (item: Int, bin: Int)? {
    var best: (item: Int, bin: Int)?
    var most = 0.02
    for item in packing.home.indices {
      for bin in packing.binsRange where allowed[item * packing.binCount + bin] {
        let share = taken[item * packing.binCount + bin]
        let doubt = min(share, 1 - share)
        // One that is sure of its only place is settled.
        guard doubt > most, options(item) > 1 else { continue }
        most = doubt
        best = (item, bin)
      }
    }
    if best != nil { return best }
    // All agree without being a packing: any item that is not settled.
    for item in packing.home.indices where options(item) > 1 {
      let bins = packing.binsRange.filter { allowed[item * packing.binCount + $0] }
      if let bin = bins.max(by: { taken[item * packing.binCount + $0] < taken[item * packing.binCount + $1] }) {
        return (item, bin)
      }
    }
    return nil
  }

  private func options(_ item: Int) -> Int {
    let canBeOut = mayBeOut[item] && spare[packing.tier[item]] > 0
    return packing.binsRange.count { allowed[item * packing.binCount + $0] } + (canBeOut ? 1 : 0)
  }

  /// The bound with an item in a bin, or kept out of it; nil where that cannot be. The bound of the parent holds too.
  func branch(_ item: Int, _ bin: Int, isIn: Bool) -> AssignmentBound? {
    var child = self
    if isIn {
      for other in packing.binsRange where other != bin { child.allowed[item * packing.binCount + other] = false }
      child.mayBeOut[item] = false
    } else {
      child.allowed[item * packing.binCount + bin] = false
    }
    guard child.options(item) > 0, !isIn || child.hasRoom(bin) else { return nil }
    child.prices = bestPrices
    child.step = 0.5
    child.misses = 0
    child.found = nil
    return child
  }

  /// Whether the items that can only be in a bin fit into it.
  private func hasRoom(_ bin: Int) -> Bool {
    let resources = packing.resourceCount
    var room = Array(packing.capacity[bin * resources..<(bin + 1) * resources])
    for item in packing.home.indices where allowed[item * packing.binCount + bin] && options(item) == 1 {
      for resource in 0..<resources { room[resource] -= packing.size[item * resources + resource] }
    }
    return room.allSatisfy { $0 >= 0 }
  }

  /// Leaves out pairs of items and bins.
  mutating func restrict(to pairs: [Bool]) {
    for index in allowed.indices where !pairs[index] { allowed[index] = false }
  }

  /// The pairs of items and bins, row by row, that packings of at most a value may have; and the items that stay at home in all of these.
  /// O(items × bins × knapsack).
  func allowed(upTo value: Int, shouldStop: () -> Bool) -> (allowed: [Bool], stays: [Bool])? {
    let bins = packing.binCount
    var pairs = [Bool](repeating: false, count: packing.itemCount * bins)
    var stays = [Bool](repeating: false, count: packing.itemCount)
    let limit = value * Self.unit
    var unused: [Int] = []
    for bin in 0..<bins {
      let free = knapsack.best(bin, bestPrices, self.allowed, into: &unused)
      for item in 0..<packing.itemCount where allowed[item * bins + bin] {
        if shouldStop() { return nil }
        let forced = knapsack.best(bin, bestPrices, self.allowed, forcing: item)
        pairs[item * bins + bin] = forced.map { best + free - $0 <= limit } ?? false
        if packing.home[item] == bin {
          let without = knapsack.best(bin, bestPrices, self.allowed, without: item)
          stays[item] = best + free - without > limit
        }
      }
    }
    return (pairs, stays)
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
  func best(_ bin: Int, _ prices: [Int], _ allowed: [Bool], into chosen: inout [Int]) -> Int {
    let profit = solve(bin, prices, allowed, forced: -1, left: -1)
    chosen += bestSet
    return profit
  }

  /// The most profit of sets with an item, nil where it does not fit.
  func best(_ bin: Int, _ prices: [Int], _ allowed: [Bool], forcing item: Int) -> Int? {
    let resources = packing.resourceCount
    for resource in 0..<resources where packing.size[item * resources + resource] > packing.capacity[bin * resources + resource] {
      return nil
    }
    return solve(bin, prices, allowed, forced: item, left: item) + profit(item, bin, prices)
  }

  /// The most profit of sets without an item.
  func best(_ bin: Int, _ prices: [Int], _ allowed: [Bool], without item: Int) -> Int { solve(bin, prices, allowed, forced: -1, left: item) }

  private func profit(_ item: Int, _ bin: Int, _ prices: [Int]) -> Int {
    prices[item] - packing.disturbance(item, in: bin) * Self.unit
  }

  private func solve(_ bin: Int, _ prices: [Int], _ allowed: [Bool], forced: Int, left: Int) -> Int {
    let resources = packing.resourceCount
    room = Array(packing.capacity[bin * resources..<(bin + 1) * resources])
    if forced >= 0 { for resource in 0..<resources { room[resource] -= packing.size[forced * resources + resource] } }
    let scale = room.map { 1 / Double(max(1, $0)) }
    candidates.removeAll(keepingCapacity: true)
    for item in 0..<packing.itemCount where item != left {
      let profit = profit(item, bin, prices)
      guard profit > 0, allowed[item * packing.binCount + bin] else { continue }
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
    guard position < candidates.count, nodesLeft > 0, bound(position, profit, share) > Double(bestProfit) + 0.5 else { return }
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
