import ApusStructure

/// A lower bound on the disturbance of packings that pack every item.
///
/// Take the bins as points and every item that moves as a line between its home and its bin. In a connected set of bins the waiting items that come
/// to it need no more than what is free in these bins together, whatever moves among them; and *v* bins are connected by *v* - 1 moves at least.
/// So the waiting items are split into sets, each with enough bins for it, and all together with enough bins for all: the least number of bins
/// less the number of sets, over all splits, is a number of moves that no packing goes below. How many bins a set needs is bounded for
/// each of the weights of ``CountBound``, by those with most room. O(3^waiting + weights × bins log bins); nothing is said of more than 12 waiting items.
struct MergeBound {
  private static let mostWaiting = 12

  private let packing: Packing
  /// For each weight, what the first bins have free, the freest first; and the weights.
  private let rooms: [[Int128]]
  private let weights: [[Int128]]
  private let waiting: [Int]

  init(_ packing: Packing) {
    self.packing = packing
    let weights = CountBound.weights(packing)
    self.weights = weights
    waiting = packing.home.indices.filter { packing.home[$0] < 0 }
    let free = packing.freeRoom(packing.home)
    let resources = packing.resourceCount
    rooms = weights.map { weight in
      let each = packing.binsRange.map { bin in
        (0..<resources).reduce(Int128(0)) { $0 + Int128(free[bin * resources + $1]) * weight[$1] }
      }
      var total = Int128(0)
      return [0]
        + each.sorted(by: >).map { room in
          total += room
          return total
        }
    }
  }

  /// The least disturbance; 0 where nothing can be said.
  var value: Int {
    guard !waiting.isEmpty, waiting.count <= Self.mostWaiting, packing.binCount > 0 else { return 0 }
    let full = (1 << waiting.count) - 1
    let needed = (0...full).map(binsNeeded)
    guard needed[full] <= packing.binCount else { return 0 }
    // least[s][c]: the fewest bins for the items of s in c sets.
    var least = Array(repeating: [Int](repeating: Int.max / 2, count: waiting.count + 1), count: full + 1)
    least[0][0] = 0
    for set in 1...full {
      // The set of the first item of those.
      let first = set & -set
      let rest = set ^ first
      var part = rest
      while true {
        let chosen = part | first
        if needed[chosen] <= packing.binCount {
          for count in 1...waiting.count {
            least[set][count] = min(least[set][count], least[set ^ chosen][count - 1] + needed[chosen])
          }
        }
        if part == 0 { break }
        part = (part - 1) & rest
      }
    }
    let moves = (1...waiting.count).map { max(least[full][$0], needed[full]) - $0 }.min() ?? 0
    return 2 * max(0, moves)
  }

  /// How many bins must at least be joined for a set of waiting items; more than there are where all do not suffice.
  private func binsNeeded(_ set: Int) -> Int {
    let resources = packing.resourceCount
    let members = waiting.indices.filter { set >> $0 & 1 == 1 }.map { waiting[$0] }
    guard !members.isEmpty else { return 0 }
    var most = 1
    for (weight, rooms) in zip(weights, rooms) {
      var size = Int128(0)
      for item in members {
        for resource in 0..<resources { size += Int128(packing.size[item * resources + resource]) * weight[resource] }
      }
      while most < rooms.count, rooms[most] < size { most += 1 }
      if most == rooms.count { return most }
    }
    // A few bins are tried one by one.
    while most <= min(3, packing.binCount), !canHold(members, most) { most += 1 }
    return most
  }

  /// Whether some set of so many bins, 1 to 3, has room for the items in each resource.
  private func canHold(_ members: [Int], _ count: Int) -> Bool {
    let resources = packing.resourceCount
    let bins = packing.binCount
    guard bins <= 128 else { return true }
    let free = packing.freeRoom(packing.home)
    let size = (0..<resources).map { resource in
      members.reduce(0) { $0 + packing.size[$1 * resources + resource] }
    }
    func holds(_ chosen: Int...) -> Bool {
      (0..<resources).allSatisfy { resource in
        chosen.reduce(0) { $0 + free[$1 * resources + resource] } >= size[resource]
      }
    }
    for a in 0..<bins {
      if count == 1, holds(a) { return true }
      guard count > 1 else { continue }
      for b in a + 1..<max(a + 1, bins) {
        if count == 2, holds(a, b) { return true }
        guard count > 2 else { continue }
        for c in b + 1..<max(b + 1, bins) where holds(a, b, c) { return true }
      }
    }
    return false
  }
}
