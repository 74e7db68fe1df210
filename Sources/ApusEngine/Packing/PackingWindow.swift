import ApusStructure

/// Exact repacking of a few bins while all others stay as they are.
///
/// The items in the bins of the window, and some that are unpacked, are packed anew by ``DisturbanceSearch``, at least as many of each
/// tier as before. Items whose home is outside the window may be anywhere in it.
struct PackingWindow {
  private let packing: Packing
  private let bins: [Int]
  /// The window, and the items in it or waiting for it.
  private let window: [Int]
  private let items: [Int]
  private let local: Packing
  private let counts: [Int]
  /// What the items cost where they are.
  let cost: Int

  /// - Parameters:
  ///   - bins: The packing.
  ///   - window: Bins, each once.
  ///   - waiting: Unpacked items that may be packed.
  init(_ packing: Packing, _ bins: [Int], window: [Int], members: [[Int32]], waiting: [Int]) {
    self.packing = packing
    self.bins = bins
    self.window = window
    let resources = packing.resourceCount
    let items = window.flatMap { members[$0].map { Int($0) } } + waiting
    self.items = items
    var place = [Int: Int]()
    for (position, bin) in window.enumerated() { place[bin] = position }
    var counts = [Int](repeating: 0, count: packing.tierCount)
    for item in items where bins[item] >= 0 { counts[packing.tier[item]] += 1 }
    self.counts = counts
    // Kinds by the bins of the window alone, so that items from other nodes are alike here.
    var kinds: [[Bool]: Int] = [:]
    var admits: [Bool] = []
    let kind = items.map { item -> Int in
      let row = window.map { packing.allows(item, in: $0) }
      if let known = kinds[row] { return known }
      kinds[row] = kinds.count
      admits += row
      return kinds.count - 1
    }
    let local = Packing(
      resourceCount: resources, tierCount: packing.tierCount,
      capacity: window.flatMap { packing.capacity[$0 * resources..<($0 + 1) * resources] },
      size: items.flatMap { packing.size[$0 * resources..<($0 + 1) * resources] },
      tier: items.map { packing.tier[$0] }, home: items.map { place[packing.home[$0]] ?? -1 }, kind: kind,
      admits: admits)
    self.local = local
    cost = items.indices.reduce(0) { total, index in
      total + local.disturbance(index, in: bins[items[index]] < 0 ? -1 : place[bins[items[index]]] ?? -1)
    }
  }

  /// A packing with more items of a tier, or of less disturbance, within a limit on the disturbance of the window's items.
  ///
  /// - Parameter extra: The tier of which one item more is to be packed, nil for none.
  func repacked(extra: Int? = nil, limit: Int, nodes: Int) -> (bins: [Int]?, nodes: Int) {
    var counts = counts
    if let extra { counts[extra] += 1 }
    var search = DisturbanceSearch(local, counts: counts, limit: limit, nodes: nodes) { false }
    guard case .packed(let found) = search.answer() else { return (nil, search.nodesUsed) }
    var result = bins
    for (item, bin) in zip(items, found) { result[item] = bin < 0 ? -1 : window[bin] }
    return (result, search.nodesUsed)
  }
}
