/// Items of several sizes to be packed into bins, as plain arrays: as many as possible tier by tier, then near to where they are.
///
/// An item has a size in each of several resources and may go into some of the bins; the items in a bin need no more of any resource than it has.
/// Packings are compared by the number of packed items of tier 0, then of tier 1 and so on, and last by their disturbance: 0 for an item
/// that stays in its home, 1 for one that leaves it and is not packed, 2 for one that goes to another bin. Items without a home cost nothing.
///
/// Sizes and capacities are of 64 bits; the sizes of all items together fit in them for every resource.
public struct Packing: Sendable, Hashable {
  /// The number of resources.
  public let resourceCount: Int
  /// The number of tiers.
  public let tierCount: Int
  /// What each bin has, resource by resource within a bin.
  public let capacity: [Int]
  /// What each item needs, resource by resource within an item.
  public let size: [Int]
  /// The tier of each item, the smaller the more important.
  public let tier: [Int]
  /// The bin that each item is in, -1 for none.
  public let home: [Int]
  /// The row of each item in ``admits``.
  public let kind: [Int]
  /// For each kind of item whether it may go into each bin. An item may stay at home in any case.
  public let admits: [Bool]

  public var itemCount: Int { tier.count }
  public var binCount: Int { resourceCount == 0 ? 0 : capacity.count / resourceCount }

  /// - Precondition: the arrays have the lengths that follow from each other; there is a resource; sizes are not negative.
  public init(
    resourceCount: Int, tierCount: Int, capacity: [Int], size: [Int], tier: [Int], home: [Int], kind: [Int],
    admits: [Bool]
  ) {
    precondition(resourceCount > 0 && capacity.count % resourceCount == 0, "a capacity for each bin and resource")
    precondition(size.count == tier.count * resourceCount, "a size for each item and resource")
    precondition(home.count == tier.count && kind.count == tier.count, "a home and a kind for each item")
    self.resourceCount = resourceCount
    self.tierCount = tierCount
    self.capacity = capacity
    self.size = size
    self.tier = tier
    self.home = home
    self.kind = kind
    self.admits = admits
  }

  /// Whether an item may go into a bin. O(1).
  @inlinable public func allows(_ item: Int, in bin: Int) -> Bool {
    bin == home[item] || admits[kind[item] * (capacity.count / resourceCount) + bin]
  }

  /// What it costs that an item is in a bin, or in none (-1). O(1).
  @inlinable public func disturbance(_ item: Int, in bin: Int) -> Int {
    let home = home[item]
    return home < 0 || bin == home ? 0 : bin < 0 ? 1 : 2
  }

  /// The disturbance of a packing. O(items).
  public func disturbance(of bins: [Int]) -> Int {
    bins.indices.reduce(0) { $0 + disturbance($1, in: bins[$1]) }
  }

  /// How many items of each tier a packing packs. O(items).
  public func counts(of bins: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: tierCount)
    for item in bins.indices where bins[item] >= 0 { counts[tier[item]] += 1 }
    return counts
  }

  /// Whether every bin has room for what is in it and every item may be where it is. O(items × resources).
  public func isFeasible(_ bins: [Int]) -> Bool {
    var free = capacity
    for item in bins.indices where bins[item] >= 0 {
      guard allows(item, in: bins[item]) else { return false }
      for resource in 0..<resourceCount {
        free[bins[item] * resourceCount + resource] -= size[item * resourceCount + resource]
      }
    }
    return free.allSatisfy { $0 >= 0 }
  }
}
