import ApusStructure

/// Looks for a packing of given numbers of items that disturbs no more than a limit, or proves that there is none.
///
/// Items with a home stay there until they must leave. First the items without a home are decided: a bin or none; then, as long as a bin is
/// overfull, one of its items leaves it, and those that were tried before it stay for good. A branch ends where the items that must at least
/// leave overfull bins cost more than is left: each costs 2, or 1 while there is a place among the unpacked. Exponential in the limit; ends at
/// a number of nodes.
struct DisturbanceSearch {
  enum Answer: Equatable {
    case packed([Int])
    case impossible
    case unknown
  }

  private let packing: Packing
  private let shouldStop: () -> Bool
  private let limit: Int
  private let pending: [Int]
  /// Whether a pending item is like the one before it in `pending`.
  private let isLikeBefore: [Bool]
  private var bins: [Int]
  private var isDecided: [Bool]
  private var members: [[Int]]
  private var load: [Int]
  private var outLeft: [Int]
  private var cost = 0
  private var nodesLeft: Int
  private let nodeLimit: Int
  var nodesUsed: Int { nodeLimit - nodesLeft }

  init(_ packing: Packing, counts: [Int], limit: Int, nodes: Int, shouldStop: @escaping () -> Bool) {
    self.packing = packing
    self.shouldStop = shouldStop
    self.limit = limit
    nodesLeft = nodes
    nodeLimit = nodes
    let resources = packing.resourceCount
    bins = packing.home
    isDecided = [Bool](repeating: false, count: packing.itemCount)
    members = Array(repeating: [], count: packing.binCount)
    load = [Int](repeating: 0, count: packing.capacity.count)
    outLeft = counts.map { -$0 }
    for item in 0..<packing.itemCount {
      outLeft[packing.tier[item]] += 1
      guard bins[item] >= 0 else { continue }
      members[bins[item]].append(item)
      for resource in 0..<resources {
        load[bins[item] * resources + resource] += packing.size[item * resources + resource]
      }
    }
    func isLike(_ a: Int, _ b: Int) -> Bool {
      packing.tier[a] == packing.tier[b] && packing.kind[a] == packing.kind[b]
        && (0..<resources).allSatisfy { packing.size[a * resources + $0] == packing.size[b * resources + $0] }
    }
    // Large ones first, equal ones side by side.
    let pending = (0..<packing.itemCount).filter { packing.home[$0] < 0 }
      .sorted { a, b in
        let (x, y) = (packing.size[a * resources..<(a + 1) * resources], packing.size[b * resources..<(b + 1) * resources])
        return x.elementsEqual(y) ? (packing.tier[a], packing.kind[a], a) < (packing.tier[b], packing.kind[b], b)
          : y.lexicographicallyPrecedes(x)
      }
    self.pending = pending
    isLikeBefore = pending.indices.map { $0 > 0 && isLike(pending[$0], pending[$0 - 1]) }
  }

  mutating func answer() -> Answer {
    guard let isPossible = place(0) else { return .unknown }
    return isPossible ? .packed(bins) : .impossible
  }

  /// Decides the pending items from a position on.
  private mutating func place(_ position: Int) -> Bool? {
    guard let isOpen = enter() else { return nil }
    guard isOpen else { return false }
    guard position < pending.count else { return eject() }
    let item = pending[position]
    // Equal items take bins in increasing order, those that are not packed last.
    let first = isLikeBefore[position] ? (bins[pending[position - 1]] < 0 ? packing.binCount : bins[pending[position - 1]]) : 0
    for bin in first..<max(first, packing.binCount) where packing.allows(item, in: bin) {
      move(item, to: bin)
      let result = place(position + 1)
      if result != false { return result }
      move(item, to: -1)
    }
    let tier = packing.tier[item]
    guard outLeft[tier] > 0 else { return false }
    outLeft[tier] -= 1
    let result = place(position + 1)
    if result == false { outLeft[tier] += 1 }
    return result
  }

  /// Empties the overfull bins.
  private mutating func eject() -> Bool? {
    guard let isOpen = enter() else { return nil }
    guard isOpen else { return false }
    guard let bin = packing.binsRange.first(where: isOverfull) else { return true }
    let candidates = members[bin].filter { !isDecided[$0] && packing.home[$0] == bin }
    defer { for item in candidates { isDecided[item] = false } }
    for item in candidates {
      isDecided[item] = true
      let tier = packing.tier[item]
      if outLeft[tier] > 0, cost + 1 <= limit {
        outLeft[tier] -= 1
        cost += 1
        move(item, to: -1)
        let result = eject()
        if result != false { return result }
        move(item, to: bin)
        cost -= 1
        outLeft[tier] += 1
      }
      guard cost + 2 <= limit else { continue }
      cost += 2
      for other in packing.binsRange where other != bin && packing.allows(item, in: other) {
        move(item, to: other)
        let result = eject()
        if result != false { return result }
        move(item, to: bin)
      }
      cost -= 2
    }
    return false
  }

  /// Counts a node; whether it can lead to a packing within the limit, nil where the nodes run out.
  private mutating func enter() -> Bool? {
    nodesLeft -= 1
    if nodesLeft < 0 || nodesLeft % 256 == 0 && shouldStop() { return nil }
    var leaving = 0
    for bin in packing.binsRange where isOverfull(bin) {
      guard let count = leastLeaving(bin) else { return false }
      leaving += count
    }
    let places = outLeft.reduce(0, +)
    return cost + leaving + max(0, leaving - places) <= limit
  }

  private func isOverfull(_ bin: Int) -> Bool {
    let resources = packing.resourceCount
    for resource in 0..<resources where load[bin * resources + resource] > packing.capacity[bin * resources + resource] {
      return true
    }
    return false
  }

  /// How many items must at least leave an overfull bin; nil where all that may leave are too few.
  private func leastLeaving(_ bin: Int) -> Int? {
    let resources = packing.resourceCount
    let free = members[bin].filter { !isDecided[$0] && packing.home[$0] == bin }
    var most = 0
    for resource in 0..<resources {
      var excess = load[bin * resources + resource] - packing.capacity[bin * resources + resource]
      guard excess > 0 else { continue }
      var count = 0
      for size in free.map({ packing.size[$0 * resources + resource] }).sorted(by: >) where excess > 0 {
        excess -= size
        count += 1
      }
      if excess > 0 { return nil }
      most = max(most, count)
    }
    return most
  }

  private mutating func move(_ item: Int, to bin: Int) {
    let resources = packing.resourceCount
    let old = bins[item]
    if old >= 0 { members[old].remove(at: members[old].firstIndex(of: item)!) }
    if bin >= 0 { members[bin].append(item) }
    for resource in 0..<resources {
      let size = packing.size[item * resources + resource]
      if old >= 0 { load[old * resources + resource] -= size }
      if bin >= 0 { load[bin * resources + resource] += size }
    }
    bins[item] = bin
  }
}

extension Packing {
  var binsRange: Range<Int> { 0..<binCount }
}
