import ApusModel
import ApusStructure

/// Tabu search that makes an overfull packing fit without changing how many items of each tier are packed.
///
/// Measured is by how much the bins are overfull, each resource as a share of the mean capacity, and with little weight the disturbance. A
/// move takes an item out of an overfull bin to another bin, exchanges it with an item of another bin, or with an unpacked item of its tier;
/// the best that is not tabu is made. A move takes O(items of the bin × (items + bins) × resources).
struct PackingRepair {
  private let packing: Packing
  private let inverse: [Double]
  private(set) var bins: [Int]
  private var load: [Int]
  private var excess: [Double]
  private var tabu: [Int]
  private var random: SplitMix64
  /// What was done: moves, and the moves that were judged to choose them.
  private(set) var moves = 0
  private(set) var steps = 0
  /// What a unit of disturbance weighs.
  private let disturbanceWeight: Double

  private static let tenure = 6
  private static let tenureSpread = 10

  init(_ packing: Packing, from bins: [Int], disturbanceWeight: Double, seed: UInt64) {
    self.packing = packing
    self.bins = bins
    self.disturbanceWeight = disturbanceWeight
    random = SplitMix64(seed: seed)
    let resources = packing.resourceCount
    inverse = (0..<resources).map { resource in
      let total = stride(from: resource, to: packing.capacity.count, by: resources)
        .reduce(0.0) { $0 + Double(packing.capacity[$1]) }
      return total > 0 ? Double(packing.binCount) / total : 1
    }
    load = [Int](repeating: 0, count: packing.capacity.count)
    tabu = [Int](repeating: 0, count: packing.itemCount)
    excess = [Double](repeating: 0, count: packing.binCount)
    for item in bins.indices where bins[item] >= 0 {
      for resource in 0..<resources {
        load[bins[item] * resources + resource] += packing.size[item * resources + resource]
      }
    }
    for bin in excess.indices { excess[bin] = excess(bin, without: -1, with: -1) }
  }

  /// By how much a bin is overfull when one item leaves and another comes; -1 for none.
  @inline(__always)
  private func excess(_ bin: Int, without leaving: Int, with coming: Int) -> Double {
    let resources = inverse.count
    var total = 0.0
    for resource in 0..<resources {
      var amount = load[bin * resources + resource] - packing.capacity[bin * resources + resource]
      if leaving >= 0 { amount -= packing.size[leaving * resources + resource] }
      if coming >= 0 { amount += packing.size[coming * resources + resource] }
      if amount > 0 { total += Double(amount) * inverse[resource] }
    }
    return total
  }

  /// Whether an item can be in a bin at all, or in none.
  @inline(__always)
  private func mayBe(_ item: Int, _ bin: Int) -> Bool { bin < 0 || packing.allows(item, in: bin) }

  /// Searches for at most so many moves, and asks now and then whether to stop. Returns whether all fits.
  mutating func run(moves: Int, shouldStop: () -> Bool) -> Bool {
    var members: [Int] = []
    for move in 1...max(1, moves) {
      let overfull = excess.indices.filter { excess[$0] > 0 }
      guard !overfull.isEmpty else { return true }
      if move % 64 == 0, shouldStop() { return false }
      self.moves += 1
      let bin = overfull[Int(random.next() % UInt64(overfull.count))]
      members.removeAll(keepingCapacity: true)
      for item in bins.indices where bins[item] == bin { members.append(item) }
      guard let chosen = bestMove(from: bin, members, at: move) else { continue }
      let target = chosen.partner >= 0 ? bins[chosen.partner] : chosen.bin
      put(chosen.item, in: target)
      tabu[chosen.item] = move + tenure
      if chosen.partner >= 0 {
        put(chosen.partner, in: bin)
        tabu[chosen.partner] = move + tenure
      }
    }
    return !excess.contains { $0 > 0 }
  }

  private var tenure: Int {
    mutating get { Self.tenure + Int(random.next() % UInt64(Self.tenureSpread)) }
  }

  private struct Move {
    var item: Int
    /// The bin it goes to, where there is no partner.
    var bin: Int
    /// The item it changes places with, -1 for none.
    var partner: Int
  }

  private mutating func bestMove(from bin: Int, _ members: [Int], at time: Int) -> Move? {
    var best: Move?
    var bestChange = Double.infinity
    var ties: UInt64 = 0
    func disturbance(_ item: Int, _ from: Int, _ to: Int) -> Double {
      Double(packing.disturbance(item, in: to) - packing.disturbance(item, in: from)) * disturbanceWeight
    }
    let binCount = packing.binCount
    steps += members.count * (binCount + bins.count)
    for item in members where tabu[item] < time {
      let gain = excess(bin, without: item, with: -1) - excess[bin]
      for other in 0..<binCount where other != bin && packing.allows(item, in: other) {
        let change =
          gain + excess(other, without: -1, with: item) - excess[other] + disturbance(item, bin, other)
        guard change <= bestChange else { continue }
        ties = change < bestChange ? 1 : ties + 1
        if ties > 1, random.next() % ties != 0 { continue }
        bestChange = change
        best = Move(item: item, bin: other, partner: -1)
      }
      for partner in 0..<bins.count where tabu[partner] < time {
        let other = bins[partner]
        guard other != bin, packing.allows(partner, in: bin), mayBe(item, other) else { continue }
        if other < 0, packing.tier[partner] != packing.tier[item] { continue }
        var change = excess(bin, without: item, with: partner) - excess[bin]
        if other >= 0 { change += excess(other, without: partner, with: item) - excess[other] }
        change += disturbance(item, bin, other) + disturbance(partner, other, bin)
        guard change <= bestChange else { continue }
        ties = change < bestChange ? 1 : ties + 1
        if ties > 1, random.next() % ties != 0 { continue }
        bestChange = change
        best = Move(item: item, bin: -1, partner: partner)
      }
    }
    return best
  }

  private mutating func put(_ item: Int, in bin: Int) {
    let old = bins[item]
    let resources = packing.resourceCount
    for resource in 0..<resources {
      let amount = packing.size[item * resources + resource]
      if old >= 0 { load[old * resources + resource] -= amount }
      if bin >= 0 { load[bin * resources + resource] += amount }
    }
    bins[item] = bin
    if old >= 0 { excess[old] = excess(old, without: -1, with: -1) }
    if bin >= 0 { excess[bin] = excess(bin, without: -1, with: -1) }
  }
}
