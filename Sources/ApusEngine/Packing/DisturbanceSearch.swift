import ApusStructure

/// Looks for a packing of given numbers of items that disturbs no more than a limit, or proves that there is none.
///
/// Items with a home stay there until they must leave. First the items without a home are decided: a bin or none; then, as long as a bin is
/// overfull, one of its items leaves it, and those that were tried before it stay for good, and so do their equals. A branch ends where the items
/// that must at least leave overfull bins cost more than is left: each costs 2, or 1 while there is a place among the unpacked. It also ends where too
/// few bins can be reached: bins that are joined by moves have room for what is in them together, so every move brings the room of one more bin at
/// most to those that are overfull (see ``MergeBound``). Exponential in the limit; ends at a number of nodes.
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
  /// The bins that each item may go to, where that is less than the packing says.
  private let allowed: [Bool]?
  private var bins: [Int]
  private var isDecided: [Bool]
  /// Measures of size: the resources, and mixtures of them, in which sizes are rounded down and capacities up.
  private let measures: Int
  private let size: [Int]
  private let capacity: [Int]
  /// By bin and measure.
  private var load: [Int]
  /// For each number of pending items behind a position, all their sizes, and those of the largest: by position, number and measure.
  private let pendingSums: [[[Int]]]
  /// What the largest items at home need, by number and measure.
  private let largest: [[Int]]
  private var outLeft: [Int]
  private var placesLeft: Int
  private var cost = 0
  private var nodesLeft: Int
  private let nodeLimit: Int
  var nodesUsed: Int { nodeLimit - nodesLeft }

  /// - Parameter counts: At least how many items of each tier are packed.
  /// - Parameter reduced: What packings within the limit may have, from ``AssignmentBound``; nil for all.
  init(
    _ packing: Packing, counts: [Int], limit: Int, nodes: Int, reduced: (allowed: [Bool], stays: [Bool])? = nil,
    shouldStop: @escaping () -> Bool
  ) {
    self.packing = packing
    allowed = reduced?.allowed
    self.shouldStop = shouldStop
    self.limit = limit
    nodesLeft = nodes
    nodeLimit = nodes
    let resources = packing.resourceCount
    self.resources = resources
    binCount = packing.binCount
    bins = packing.home
    isDecided = reduced?.stays ?? [Bool](repeating: false, count: packing.itemCount)
    let measured = Measures(packing)
    let measures = measured.count
    self.measures = measures
    size = measured.size
    capacity = measured.capacity
    load = [Int](repeating: 0, count: measured.capacity.count)
    outLeft = counts.map { -$0 }
    var homes: [[Int32]] = Array(repeating: [], count: packing.binCount)
    for item in 0..<packing.itemCount {
      outLeft[packing.tier[item]] += 1
      guard bins[item] >= 0 else { continue }
      homes[bins[item]].append(Int32(item))
      for measure in 0..<measures {
        load[bins[item] * measures + measure] += measured.size[item * measures + measure]
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
    /// The sums of the largest 0, 1, ... of some items, by number and measure.
    func sums(_ items: some Collection<Int>, upTo most: Int) -> [[Int]] {
      var result = [[Int](repeating: 0, count: measures)]
      let sorted = (0..<measures).map { measure in
        items.map { measured.size[$0 * measures + measure] }.sorted(by: >).prefix(most)
      }
      for number in 0..<min(most, items.count) {
        result.append((0..<measures).map { result[number][$0] + sorted[$0][number] })
      }
      return result
    }
    largest = sums(packing.home.indices.filter { packing.home[$0] >= 0 }, upTo: Self.mostOut)
    pendingSums = (0...pending.count).map { position in
      let rest = pending[position...]
      let all = (0..<measures).map { measure in rest.reduce(0) { $0 + measured.size[$1 * measures + measure] } }
      return [all] + sums(rest, upTo: Self.mostOut)
    }
  }

  /// With more places among the unpacked, nothing is said of the bins that can be reached.
  private static let mostOut = 6

  mutating func answer() -> Answer {
    guard outLeft.allSatisfy({ $0 >= 0 }) else { return .impossible }
    guard let isPossible = place(0) else { return .unknown }
    return isPossible ? .packed(bins) : .impossible
  }

  /// Decides the pending items from a position on.
  private mutating func place(_ position: Int) -> Bool? {
    guard let isOpen = enter(position) else { return nil }
    guard isOpen else { return false }
    guard position < pending.count else { return eject() }
    let item = pending[position]
    // Equal items take bins in increasing order, those that are not packed last.
    let first =
      isLikeBefore[position] ? (bins[pending[position - 1]] < 0 ? binCount : bins[pending[position - 1]]) : 0
    for bin in first..<max(first, binCount) where mayGo(item, bin) {
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

  private func mayGo(_ item: Int, _ bin: Int) -> Bool {
    allowed?[item * binCount + bin] ?? packing.allows(item, in: bin)
  }

  /// Empties the overfull bins.
  private mutating func eject() -> Bool? {
    guard let isOpen = enter(pending.count) else { return nil }
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
      for other in 0..<binCount where other != bin && mayGo(item, other) {
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
  private mutating func enter(_ position: Int) -> Bool? {
    nodesLeft -= 1
    if nodesLeft < 0 || nodesLeft % 256 == 0 && shouldStop() { return nil }
    var leaving = 0
    for bin in 0..<binCount where isOverfull(bin) {
      let count = leastLeaving(bin)
      guard count < Int.max else { return false }
      leaving += count
      if cost + leaving > limit { return false }
    }
    guard cost + leaving + max(0, leaving - placesLeft) <= limit else { return false }
    return leaving == 0 && position == pending.count || canReachRoom(position)
  }

  /// Whether the bins that can be joined to the overfull ones, and to those that pending items go to, have room enough.
  private func canReachRoom(_ position: Int) -> Bool {
    let waiting = pending.count - position
    let most = min(binCount, (limit - cost) / 2 + waiting)
    guard placesLeft <= Self.mostOut, most < binCount else { return true }
    // rooms[measure]: the room of the 0, 1, ... freest bins; excess: what is too much in the overfull ones.
    var excess = [Int](repeating: 0, count: measures)
    var rooms = [Int](repeating: 0, count: measures * (most + 1))
    for bin in 0..<binCount {
      let isFull = isOverfull(bin)
      for measure in 0..<measures {
        let over = load[bin * measures + measure] - capacity[bin * measures + measure]
        if isFull {
          excess[measure] += over
        } else if over < 0 {
          // Insertion among the freest so far.
          var room = -over
          let start = measure * (most + 1) + 1
          var place = start
          while place < start + most, rooms[place] >= room { place += 1 }
          while place < start + most, room > 0 {
            swap(&rooms[place], &room)
            place += 1
          }
        }
      }
    }
    for measure in 0..<measures {
      let start = measure * (most + 1)
      for number in 0..<most { rooms[start + number + 1] += rooms[start + number] }
    }
    let sums = pendingSums[position]
    for evicted in 0...placesLeft {
      for left in 0...(placesLeft - evicted) where left <= waiting {
        let budget = limit - cost - evicted
        guard budget >= 0 else { continue }
        let joined = min(most, budget / 2 + waiting - left)
        let holds = (0..<measures).allSatisfy { measure in
          let gone = largest[min(evicted, largest.count - 1)][measure] + sums[1 + left][measure]
          return excess[measure] + sums[0][measure] - gone <= rooms[measure * (most + 1) + joined]
        }
        if holds { return true }
      }
    }
    return false
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
    for slot in bin * measures..<bin * measures + resources where load[slot] > capacity[slot] { return true }
    return false
  }

  /// How many items must at least leave an overfull bin; the largest number where all that may leave are too few.
  private func leastLeaving(_ bin: Int) -> Int {
    var most = 0
    for resource in 0..<resources {
      var excess = load[bin * measures + resource] - capacity[bin * measures + resource]
      guard excess > 0 else { continue }
      var count = 0
      for place in homeStart[bin]..<homeStart[bin + 1] {
        let item = Int(atHome[resource][place])
        if isDecided[item] { continue }
        excess -= size[item * measures + resource]
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
    for measure in 0..<measures {
      let size = size[item * measures + measure]
      if old >= 0 { load[old * measures + measure] -= size }
      if bin >= 0 { load[bin * measures + measure] += size }
    }
    bins[item] = bin
  }
}

extension Packing {
  var binsRange: Range<Int> { 0..<binCount }
}

/// Sizes and capacities in each resource, and in mixtures of each two, as shares of all bins in units of 2⁻³⁰.
private struct Measures {
  let count: Int
  private(set) var size: [Int] = []
  private(set) var capacity: [Int] = []

  init(_ packing: Packing) {
    let resources = packing.resourceCount
    let totals = (0..<resources).map { resource in
      stride(from: resource, to: packing.capacity.count, by: resources).reduce(Int128(0)) {
        $0 + Int128(packing.capacity[$1])
      }
    }
    var mixtures: [(first: Int, second: Int, weights: (Int128, Int128))] = []
    for first in 0..<min(resources, 4) {
      for second in first + 1..<max(first + 1, min(resources, 4)) where totals[first] > 0 && totals[second] > 0 {
        for weights in [(1, 1), (1, 3), (3, 1)] as [(Int128, Int128)] { mixtures.append((first, second, weights)) }
      }
    }
    count = resources + mixtures.count
    func share(_ amount: Int, _ resource: Int, _ weight: Int128, up: Bool) -> Int {
      let (quotient, rest) = (Int128(amount) * weight * (1 << 30)).quotientAndRemainder(dividingBy: totals[resource])
      return Int(clamping: quotient + (up && rest > 0 ? 1 : 0))
    }
    for item in 0..<packing.itemCount {
      let own = packing.size[item * resources..<(item + 1) * resources]
      size += own
      for mixture in mixtures {
        size.append(
          share(own[own.startIndex + mixture.first], mixture.first, mixture.weights.0, up: false)
            + share(own[own.startIndex + mixture.second], mixture.second, mixture.weights.1, up: false))
      }
    }
    for bin in 0..<packing.binCount {
      let own = packing.capacity[bin * resources..<(bin + 1) * resources]
      capacity += own
      for mixture in mixtures {
        capacity.append(
          share(own[own.startIndex + mixture.first], mixture.first, mixture.weights.0, up: true)
            + share(own[own.startIndex + mixture.second], mixture.second, mixture.weights.1, up: true))
      }
    }
  }
}
