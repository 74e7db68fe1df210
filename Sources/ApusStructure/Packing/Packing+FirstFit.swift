extension Packing {
  /// A packing with some items in their bins already and others put where they fit: tier by tier at home, then in the first bin with room, the
  /// smallest first.
  ///
  /// - Parameters:
  ///   - bins: The bins of the items that are packed already, -1 for the others; nil for none.
  ///   - tiers: What is put; items of other tiers stay as they are.
  /// - Complexity: O(items × bins × resources).
  public func firstFit(from bins: [Int]? = nil, tiers: Range<Int>) -> [Int] {
    var bins = bins ?? [Int](repeating: -1, count: itemCount)
    var free = freeRoom(bins)
    func fits(_ item: Int, _ bin: Int) -> Bool {
      (0..<resourceCount).allSatisfy { size[item * resourceCount + $0] <= free[bin * resourceCount + $0] }
    }
    func put(_ item: Int, _ bin: Int) {
      bins[item] = bin
      for resource in 0..<resourceCount {
        free[bin * resourceCount + resource] -= size[item * resourceCount + resource]
      }
    }
    let scale = scales
    for level in tiers {
      let waiting = tier.indices.filter { tier[$0] == level && bins[$0] < 0 }
      for item in waiting where home[item] >= 0 && fits(item, home[item]) { put(item, home[item]) }
      let rest = waiting.filter { bins[$0] < 0 }.map { (item: $0, weight: weight($0, scale)) }
      for (item, _) in rest.sorted(by: { ($0.weight, $0.item) < ($1.weight, $1.item) }) {
        if let bin = (0..<binCount).first(where: { allows(item, in: $0) && fits(item, $0) }) { put(item, bin) }
      }
    }
    return bins
  }

  /// What is left in each bin, by resource. O(items × resources).
  public func freeRoom(_ bins: [Int]) -> [Int] {
    var free = capacity
    for item in bins.indices where bins[item] >= 0 {
      for resource in 0..<resourceCount {
        free[bins[item] * resourceCount + resource] -= size[item * resourceCount + resource]
      }
    }
    return free
  }

  /// For each resource, one through what all bins have of it.
  public var scales: [Double] {
    (0..<resourceCount).map { resource in
      let total = stride(from: resource, to: capacity.count, by: resourceCount).reduce(0.0) {
        $0 + Double(capacity[$1])
      }
      return 1 / max(1, total)
    }
  }

  /// The size of an item as the sum of its shares of all bins.
  public func weight(_ item: Int, _ scales: [Double]) -> Double {
    var total = 0.0
    for resource in 0..<resourceCount { total += Double(size[item * resourceCount + resource]) * scales[resource] }
    return total
  }
}
