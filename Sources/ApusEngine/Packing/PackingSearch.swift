import ApusModel
import ApusStructure

/// Packs as many items as possible tier by tier, then disturbs as little as it can, within a time.
///
/// Each level is attacked from both sides. From below: the packing so far gets one item more and is repaired (``PackingRepair``). From above:
/// a bound (``CountBound``) and, with ever more nodes, the proof that one more cannot be packed (``BinCompletion``). The disturbance
/// is lowered likewise, by ``DisturbanceSearch`` with ever higher limits and by repairs that begin with more items at home. A level has a
/// share of the time that is left; what it does not need goes to those behind it.
public struct PackingSearch {
  /// A packing and what is proven of it.
  public struct Outcome: Sendable, Equatable {
    /// The bin of each item, -1 for none.
    public var bins: [Int]
    /// For each tier, how many items of it can be packed at most beside the numbers of the tiers before it in ``bins``.
    public var countBounds: [Int]
    /// The least disturbance of packings with the numbers of ``bins`` is not below this.
    public var disturbanceBound: Int
  }

  /// The share of the time that is for the disturbance.
  private static let disturbanceShare = 0.35
  /// Repairs without success after which the disturbance is left as it is.
  private static let patience = 400

  private let packing: Packing
  private let clock = ContinuousClock()
  private let deadline: ContinuousClock.Instant
  private let isCancelled: () -> Bool
  private var random: SplitMix64
  private var bins: [Int]

  /// - Parameters:
  ///   - time: How long it may take.
  ///   - isCancelled: Asked often; the best so far is then given.
  public init(_ packing: Packing, within time: Duration, seed: UInt64, isCancelled: @escaping () -> Bool) {
    self.packing = packing
    self.isCancelled = isCancelled
    deadline = clock.now + time
    random = SplitMix64(seed: seed)
    bins = [Int](repeating: -1, count: packing.itemCount)
  }

  public mutating func run() -> Outcome {
    let countBound = CountBound(packing)
    var counts: [Int] = []
    var bounds: [Int] = []
    for tier in 0..<packing.tierCount {
      addTier(tier)
      let left = Double(packing.tierCount - tier)
      let end = clock.now + (deadline - clock.now) * ((1 - Self.disturbanceShare) / left)
      let (count, bound) = raise(tier, counts, countBound.bound(after: counts), until: end)
      counts.append(count)
      bounds.append(bound)
    }
    let disturbanceBound = lowerDisturbance(counts)
    return Outcome(bins: bins, countBounds: bounds, disturbanceBound: disturbanceBound)
  }

  private func hasEnded(_ end: ContinuousClock.Instant) -> Bool { clock.now >= end || isCancelled() }

  // MARK: Counts

  /// Packs what fits of a tier as it is: at home, else the first bin with room, the smallest first.
  private mutating func addTier(_ tier: Int) {
    let items = (0..<packing.itemCount).filter { packing.tier[$0] == tier }
    var free = freeRoom(bins)
    let resources = packing.resourceCount
    func fits(_ item: Int, _ bin: Int) -> Bool {
      (0..<resources).allSatisfy { packing.size[item * resources + $0] <= free[bin * resources + $0] }
    }
    func put(_ item: Int, _ bin: Int) {
      bins[item] = bin
      for resource in 0..<resources { free[bin * resources + resource] -= packing.size[item * resources + resource] }
    }
    for item in items where packing.home[item] >= 0 && fits(item, packing.home[item]) { put(item, packing.home[item]) }
    for item in items.sorted(by: { weight($0) < weight($1) }) where bins[item] < 0 {
      if let bin = packing.binsRange.first(where: { packing.allows(item, in: $0) && fits(item, $0) }) { put(item, bin) }
    }
  }

  /// Packs more items of a tier until no more can be packed or the time is over. Returns how many are, and how many can be.
  private mutating func raise(
    _ tier: Int, _ counts: [Int], _ firstBound: Int, until end: ContinuousClock.Instant
  ) -> (count: Int, bound: Int) {
    var count = bins.indices.count { packing.tier[$0] == tier && bins[$0] >= 0 }
    var bound = firstBound
    var round = 0
    var nodes = 2000
    while count < bound, !hasEnded(end) {
      // First all at once, then one by one.
      let wanted = round == 0 ? bound : count + 1
      var repair = PackingRepair(
        packing, from: grown(tier, to: wanted, from: count), disturbanceWeight: round < 4 ? 0.01 : 0, seed: random.next())
      if repair.run(moves: 200 << min(round, 6), shouldStop: { hasEnded(end) }) {
        bins = repair.bins
        count = wanted
        continue
      }
      round += 1
      guard round > 1 else { continue }
      var completion = BinCompletion(packing, need: counts + [count + 1], nodes: nodes) { hasEnded(end) }
      switch completion.answer() {
      case .packed(let found):
        bins = found
        count = bins.indices.count { packing.tier[$0] == tier && bins[$0] >= 0 }
      case .impossible: bound = count
      case .unknown: nodes = min(nodes * 2, 1 << 40)
      }
    }
    return (count, bound)
  }

  /// The packing with more items of a tier, each in the bin that it overfills least.
  private mutating func grown(_ tier: Int, to wanted: Int, from count: Int) -> [Int] {
    var grown = bins
    var waiting = grown.indices.filter { packing.tier[$0] == tier && grown[$0] < 0 }.sorted { weight($0) < weight($1) }
    for _ in count..<wanted {
      // One of the three smallest.
      let item = waiting.remove(at: Int(random.next() % UInt64(min(3, waiting.count))))
      grown[item] = roomiestBin(item, freeRoom(grown))
    }
    return grown
  }

  /// The bin that an item overfills least.
  private func roomiestBin(_ item: Int, _ free: [Int]) -> Int {
    let resources = packing.resourceCount
    var best = -1
    var bestRoom = -Double.infinity
    for bin in packing.binsRange where packing.allows(item, in: bin) {
      var room = Double.infinity
      for resource in 0..<resources {
        let left = Double(free[bin * resources + resource] - packing.size[item * resources + resource])
        room = min(room, left / Double(max(1, packing.capacity[bin * resources + resource])))
      }
      if room > bestRoom {
        bestRoom = room
        best = bin
      }
    }
    return best
  }

  /// What is left in each bin, by resource.
  private func freeRoom(_ bins: [Int]) -> [Int] {
    var free = packing.capacity
    let resources = packing.resourceCount
    for item in bins.indices where bins[item] >= 0 {
      for resource in 0..<resources { free[bins[item] * resources + resource] -= packing.size[item * resources + resource] }
    }
    return free
  }

  /// The size of an item as the sum of its shares of a bin.
  private func weight(_ item: Int) -> Double {
    (0..<packing.resourceCount).reduce(0.0) { total, resource in
      let size = Double(packing.size[item * packing.resourceCount + resource])
      let capacity = Double(packing.capacity.isEmpty ? 1 : max(1, packing.capacity[resource]))
      return total + size / capacity
    }
  }

  // MARK: Disturbance

  /// Lowers the disturbance of packings with these numbers; returns a lower bound on it.
  private mutating func lowerDisturbance(_ counts: [Int]) -> Int {
    var cost = packing.disturbance(of: bins)
    var bound = 0
    for tier in 0..<packing.tierCount {
      bound += max(0, packing.home.indices.count { packing.tier[$0] == tier && packing.home[$0] >= 0 } - counts[tier])
    }
    var nodes = 2000
    var failures = 0
    while cost > bound, !hasEnded(deadline), failures < Self.patience {
      var isProving = true
      while isProving, bound < cost {
        var search = DisturbanceSearch(packing, counts: counts, limit: bound, nodes: nodes) { hasEnded(deadline) }
        switch search.answer() {
        case .packed(let found):
          bins = found
          cost = packing.disturbance(of: found)
        case .impossible: bound += 1
        case .unknown: isProving = false
        }
      }
      nodes = min(nodes * 2, 1 << 40)
      for _ in 0..<16 where cost > bound && !hasEnded(deadline) {
        var repair = PackingRepair(
          packing, from: homeward(counts, all: failures % 4 == 0), disturbanceWeight: 0.02 + 0.1 * random.nextUnit(),
          seed: random.next())
        failures += 1
        guard repair.run(moves: 600, shouldStop: { hasEnded(deadline) }) else { continue }
        let found = packing.disturbance(of: repair.bins)
        guard found <= cost else { continue }
        if found < cost { failures = 0 }
        cost = found
        bins = repair.bins
      }
    }
    return min(bound, cost)
  }

  /// The packing with all, or some, of the items that are not at home put there again; the numbers are kept by exchanges with the unpacked.
  private mutating func homeward(_ counts: [Int], all: Bool) -> [Int] {
    var changed = bins
    for item in changed.indices where packing.home[item] >= 0 && changed[item] != packing.home[item] {
      guard all || random.next() % 2 == 0 else { continue }
      if changed[item] < 0 {
        // Somebody of its tier who has no home makes way.
        let others = changed.indices.filter {
          changed[$0] >= 0 && packing.home[$0] < 0 && packing.tier[$0] == packing.tier[item]
        }
        guard !others.isEmpty else { continue }
        changed[others[Int(random.next() % UInt64(others.count))]] = -1
      }
      changed[item] = packing.home[item]
    }
    return changed
  }
}
