import ApusStructure

/// Decides whether given numbers of items of each tier can be packed, bin by bin.
///
/// Bin completion (S. Martello and P. Toth 1990; R. Korf 2002) over groups of interchangeable items: a bin gets a number of each group, and the rest
/// is asked of the bins behind it. Two rules lose nothing. (1) A bin's content is maximal: an item of a later bin, or one that is not packed, that
/// would fit can be moved there. (2) Of two neighbouring bins that are equal, the first has the lexicographically larger content.
/// Both hold for the lexicographically largest packing. (3) Where all bins that are left are equal, groups that the first of them has none of are in
/// none of the others, by (2); so it has its share of the first group that cannot be left out any more. A branch is cut where the items that are still needed, the smallest of each tier, are
/// together larger than all bins that are left, in one resource or in the sum of all by their shares. Exponential; ends at a number of nodes.
struct BinCompletion {
  enum Answer: Equatable {
    /// A bin for each item, -1 for none.
    case packed([Int])
    case impossible
    case unknown
  }

  private let packing: Packing
  private let groups: [[Int]]
  private let groupTier: [Int]
  /// Sizes of groups by measure, and of bins: the resources and their weighted sum.
  private let groupMeasure: [[Int128]]
  private let roomBehind: [[Int128]]
  /// The groups of each tier by size, for each measure.
  private let smallest: [[[Int]]]
  private let order: [Int]
  private let isLikeBefore: [Bool]
  /// The first place from which on all bins are equal.
  private let uniformFrom: Int

  private var left: [Int]
  private var content: [[Int]]
  private var need: [Int]
  private var nodesLeft: Int
  private let nodeLimit: Int
  var nodesUsed: Int { nodeLimit - nodesLeft }
  private let shouldStop: () -> Bool

  init(_ packing: Packing, need: [Int], nodes: Int, shouldStop: @escaping () -> Bool) {
    self.packing = packing
    self.shouldStop = shouldStop
    let resources = packing.resourceCount
    let bins = packing.binCount
    struct Key: Hashable {
      let tier: Int
      let sizes: [Int]
      let bins: [Bool]
    }
    var members: [Key: [Int]] = [:]
    for item in 0..<packing.itemCount where packing.tier[item] < need.count {
      let sizes = Array(packing.size[item * resources..<(item + 1) * resources])
      let key = Key(tier: packing.tier[item], sizes: sizes, bins: (0..<bins).map { packing.allows(item, in: $0) })
      members[key, default: []].append(item)
    }
    let totals = (0..<resources).map { resource in
      stride(from: resource, to: packing.capacity.count, by: resources).reduce(Int128(0)) {
        $0 + Int128(packing.capacity[$1])
      }
    }
    func measures(_ amounts: ArraySlice<Int>) -> [Int128] {
      let each = amounts.map { Int128($0) }
      // Shares of the totals in units of 2⁻⁴⁰, rounded the same way for items and bins by exact products where they are small.
      let weighted = zip(each, totals).reduce(Int128(0)) { sum, pair in
        sum + pair.0 * max(1, (Int128(1) << 40) / max(1, pair.1))
      }
      return each + [weighted]
    }
    let sorted = members.sorted { a, b in
      let (x, y) = (measures(a.key.sizes[...]), measures(b.key.sizes[...]))
      return x[resources] != y[resources] ? x[resources] > y[resources] : a.value[0] < b.value[0]
    }
    groups = sorted.map(\.value)
    groupTier = sorted.map(\.key.tier)
    let groupMeasure = sorted.map { measures($0.key.sizes[...]) }
    self.groupMeasure = groupMeasure
    let groupTier = groupTier
    smallest = (0...resources).map { measure in
      need.indices.map { tier in
        groupTier.indices.filter { groupTier[$0] == tier }
          .sorted { groupMeasure[$0][measure] < groupMeasure[$1][measure] }
      }
    }
    // Equal bins side by side.
    func profile(_ bin: Int) -> ([Int], [Bool]) {
      (
        Array(packing.capacity[bin * resources..<(bin + 1) * resources]),
        sorted.map { packing.allows($0.value[0], in: bin) }
      )
    }
    let profiles = (0..<bins).map(profile)
    var order: [Int] = []
    for bin in 0..<bins where !order.contains(bin) {
      order += (bin..<bins).filter { profiles[$0] == profiles[bin] && !order.contains($0) }
    }
    self.order = order
    isLikeBefore = order.indices.map { $0 > 0 && profiles[order[$0]] == profiles[order[$0 - 1]] }
    uniformFrom = (isLikeBefore.lastIndex(of: false) ?? 0)
    var behind = Array(repeating: [Int128](repeating: 0, count: resources + 1), count: bins + 1)
    for place in order.indices.reversed() {
      let measure = measures(profiles[order[place]].0[...])
      behind[place] = zip(behind[place + 1], measure).map { $0 + $1 }
    }
    roomBehind = behind
    left = groups.map(\.count)
    content = Array(repeating: [Int](repeating: 0, count: sorted.count), count: bins)
    self.need = need
    nodesLeft = nodes
    nodeLimit = nodes
  }

  mutating func answer() -> Answer {
    guard let isPossible = fill(0) else { return .unknown }
    guard isPossible else { return .impossible }
    var bins = [Int](repeating: -1, count: packing.itemCount)
    var next = groups.map { $0[...] }
    for place in order.indices {
      for group in groups.indices {
        for _ in 0..<content[place][group] { bins[next[group].removeFirst()] = order[place] }
      }
    }
    return .packed(bins)
  }

  /// Whether what is needed fits into the bins from a place on; nil where the nodes run out.
  private mutating func fill(_ place: Int) -> Bool? {
    if need.allSatisfy({ $0 <= 0 }) { return true }
    guard place < order.count, canFit(place) else { return false }
    let resources = packing.resourceCount
    let bin = order[place]
    let room = Array(packing.capacity[bin * resources..<(bin + 1) * resources])
    var spare: [Int] = []
    if place >= uniformFrom {
      spare = need.map { -$0 }
      for group in groups.indices { spare[groupTier[group]] += left[group] }
    }
    return choose(0, place, room, isTight: isLikeBefore[place], spare: spare)
  }

  /// Decides the number of a group, and of those behind it, in the bin at a place.
  ///
  /// - Parameter spare: How many items of each tier need not be packed, as long as the bin has none of any group and all bins that are left are
  ///   equal; then empty.
  private mutating func choose(
    _ group: Int, _ place: Int, _ room: [Int], isTight: Bool, spare: [Int]
  ) -> Bool? {
    guard group < groups.count else { return close(place, room) }
    nodesLeft -= 1
    if nodesLeft < 0 || nodesLeft % 1024 == 0 && shouldStop() { return nil }
    let resources = packing.resourceCount
    var most = left[group]
    let item = groups[group][0]
    if !packing.allows(item, in: order[place]) { most = 0 }
    if isTight { most = min(most, content[place - 1][group]) }
    for resource in 0..<resources {
      let size = packing.size[item * resources + resource]
      if size > 0 { most = min(most, room[resource] / size) }
    }
    var least = 0
    if !spare.isEmpty {
      let forced = left[group] - max(0, spare[groupTier[group]])
      let places = order.count - place
      if forced > 0 { least = (forced + places - 1) / places }
    }
    var count = most
    while count >= least {
      var spare = spare
      if !spare.isEmpty {
        if count > 0 { spare = [] } else { spare[groupTier[group]] -= left[group] }
      }
      var rest = room
      for resource in 0..<resources { rest[resource] -= count * packing.size[item * resources + resource] }
      left[group] -= count
      need[groupTier[group]] -= count
      content[place][group] = count
      let result = choose(group + 1, place, rest, isTight: isTight && count == content[place - 1][group], spare: spare)
      if result != false { return result }
      left[group] += count
      need[groupTier[group]] += count
      content[place][group] = 0
      count -= 1
    }
    return false
  }

  /// Goes on to the next bin where nothing more fits into this one.
  private mutating func close(_ place: Int, _ room: [Int]) -> Bool? {
    let resources = packing.resourceCount
    for group in groups.indices where left[group] > 0 {
      let item = groups[group][0]
      guard packing.allows(item, in: order[place]) else { continue }
      if (0..<resources).allSatisfy({ packing.size[item * resources + $0] <= room[$0] }) { return false }
    }
    return fill(place + 1)
  }

  private func canFit(_ place: Int) -> Bool {
    for measure in smallest.indices {
      var room = roomBehind[place][measure]
      for tier in need.indices where need[tier] > 0 {
        var wanted = need[tier]
        for group in smallest[measure][tier] where wanted > 0 {
          let count = min(wanted, left[group])
          room -= Int128(count) * groupMeasure[group][measure]
          wanted -= count
        }
        if wanted > 0 { return false }
      }
      if room < 0 { return false }
    }
    return true
  }
}
