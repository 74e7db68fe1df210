import ApusStructure

/// Looks for a packing of given numbers of items that disturbs no more than a limit, or proves that there is none.
///
/// Items with a home stay there until they must leave. First the items without a home are decided: a bin or none; then, as long as a bin is
/// overfull, one of its items leaves it, and those that were tried before it stay for good, and so do their equals. A branch ends where the items
/// that must at least leave overfull bins cost more than is left: each costs 2, or 1 while there is a place among the unpacked. Exponential in
/// the limit; ends at a number of nodes.
struct DisturbanceSearch {
  enum Answer: Equatable {
    case packed([Int])
    case impossible
    case unknown
  }

  private let packing: Packing
  private let resources: Int
  private let binCount: Int
  private let shouldStop: () -> Bool
  private let limit: Int
  private let pending: [Int]
  /// Whether a pending item is like the one before it in `pending`.
  private let isLikeBefore: [Bool]
  /// The items at home in each bin, for each resource the largest first: those of resource r and bin b from `homeStart[b]` on in row r.
  private let atHome: [[Int32]]
  private let homeStart: [Int]
  /// A number that items which are equal in all but their names share.
  private let likeness: [Int32]
  private var bins: [Int]
  private var isDecided: [Bool]
  private var load: [Int]
  private var outLeft: [Int]
  private var placesLeft: Int
  private var cost = 0
  private var nodesLeft: Int
  private let nodeLimit: Int
  var nodesUsed: Int { nodeLimit - nodesLeft }

  /// - Parameter counts: At least how many items of each tier are packed.
  init(_ packing: Packing, counts: [Int], limit: Int, nodes: Int, shouldStop: @escaping () -> Bool) {
    self.packing = packing
    self.shouldStop = shouldStop
    self.limit = limit
    nodesLeft = nodes
    nodeLimit = nodes
    let resources = packing.resourceCount
    self.resources = resources
    binCount = packing.binCount
    bins = packing.home
    isDecided = [Bool](repeating: false, count: packing.itemCount)
    load = [Int](repeating: 0, count: packing.capacity.count)
    outLeft = counts.map { -$0 }
    var homes: [[Int32]] = Array(repeating: [], count: packing.binCount)
    for item in 0..<packing.itemCount {
      outLeft[packing.tier[item]] += 1
      guard bins[item] >= 0 else { continue }
      homes[bins[item]].append(Int32(item))
      for resource in 0..<resources {
        load[bins[item] * resources + resource] += packing.size[item * resources + resource]
      }
    }
    placesLeft = outLeft.reduce(0, +)
    var start = [0]
    for home in homes { start.append(start[start.count - 1] + home.count) }
    homeStart = start
    atHome = (0..<resources).map { resource in
      homes.flatMap { home in
        home.sorted { packing.size[Int($0) * resources + resource] > packing.size[Int($1) * resources + resource] }
      }
    }
    func sizes(_ item: Int) -> ArraySlice<Int> { packing.size[item * resources..<(item + 1) * resources] }
    struct Key: Hashable {
      let sizes: [Int]
      let others: [Int]
    }
    var known: [Key: Int32] = [:]
    likeness = (0..<packing.itemCount).map { item in
      let key = Key(sizes: Array(sizes(item)), others: [packing.tier[item], packing.kind[item], packing.home[item]])
      let number = known[key] ?? Int32(known.count)
      known[key] = number
      return number
    }
    // Large ones first, equal ones side by side.
    let likeness = likeness
    let pending = (0..<packing.itemCount).filter { packing.home[$0] < 0 }
      .sorted { a, b in
        let (x, y) = (sizes(a), sizes(b))
        return x.elementsEqual(y) ? (likeness[a], a) < (likeness[b], b) : y.lexicographicallyPrecedes(x)
      }
    self.pending = pending
    isLikeBefore = pending.indices.map { $0 > 0 && likeness[pending[$0]] == likeness[pending[$0 - 1]] }
  }

  mutating func answer() -> Answer {
    guard outLeft.allSatisfy({ $0 >= 0 }) else { return .impossible }
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
    let first =
      isLikeBefore[position] ? (bins[pending[position - 1]] < 0 ? binCount : bins[pending[position - 1]]) : 0
    for bin in first..<max(first, binCount) where packing.allows(item, in: bin) {
      move(item, to: bin)
      let result = place(position + 1)
      if result != false { return result }
      move(item, to: -1)
    }
    let tier = packing.tier[item]
    guard outLeft[tier] > 0 else { return false }
    outLeft[tier] -= 1
    placesLeft -= 1
    let result = place(position + 1)
    if result == false {
      outLeft[tier] += 1
      placesLeft += 1
    }
    return result
  }

  /// Empties the overfull bins.
  private mutating func eject() -> Bool? {
    guard let isOpen = enter() else { return nil }
    guard isOpen else { return false }
    guard let bin = fullestBin() else { return true }
    var tried: [Int] = []
    defer { for item in tried { isDecided[item] = false } }
    for place in homeStart[bin]..<homeStart[bin + 1] {
      let item = Int(atHome[0][place])
      guard !isDecided[item] else { continue }
      isDecided[item] = true
      let isRepeated = tried.contains { likeness[$0] == likeness[item] }
      tried.append(item)
      if isRepeated { continue }
      let tier = packing.tier[item]
      if outLeft[tier] > 0, cost + 1 <= limit {
        outLeft[tier] -= 1
        placesLeft -= 1
        cost += 1
        move(item, to: -1)
        let result = eject()
        if result != false { return result }
        move(item, to: bin)
        cost -= 1
        placesLeft += 1
        outLeft[tier] += 1
      }
      guard cost + 2 <= limit else { continue }
      cost += 2
      for other in 0..<binCount where other != bin && packing.allows(item, in: other) {
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
    for bin in 0..<binCount where isOverfull(bin) {
      let count = leastLeaving(bin)
      guard count < Int.max else { return false }
      leaving += count
      if cost + leaving > limit { return false }
    }
    return cost + leaving + max(0, leaving - placesLeft) <= limit
  }

  /// The overfull bin that most items must leave.
  private func fullestBin() -> Int? {
    var best: Int?
    var most = 0
    for bin in 0..<binCount where isOverfull(bin) {
      let count = leastLeaving(bin)
      if count > most {
        most = count
        best = bin
      }
    }
    return best
  }

  private func isOverfull(_ bin: Int) -> Bool {
    for slot in bin * resources..<(bin + 1) * resources where load[slot] > packing.capacity[slot] { return true }
    return false
  }

  /// How many items must at least leave an overfull bin; the largest number where all that may leave are too few.
  private func leastLeaving(_ bin: Int) -> Int {
    var most = 0
    for resource in 0..<resources {
      var excess = load[bin * resources + resource] - packing.capacity[bin * resources + resource]
      guard excess > 0 else { continue }
      var count = 0
      for place in homeStart[bin]..<homeStart[bin + 1] {
        let item = Int(atHome[resource][place])
        if isDecided[item] { continue }
        excess -= packing.size[item * resources + resource]
        count += 1
        if excess <= 0 { break }
      }
      if excess > 0 { return Int.max }
      most = max(most, count)
    }
    return most
  }

  private mutating func move(_ item: Int, to bin: Int) {
    let old = bins[item]
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
