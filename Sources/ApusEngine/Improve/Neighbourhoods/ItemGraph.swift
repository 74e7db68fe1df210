import ApusModel

/// Which intervals and integer variables of a model occur together: a graph whose edges join any number of them.
///
/// An *item* is an interval, by its index, or an integer variable, by its index after the intervals.
struct ItemGraph: Sendable {
  /// The edges' members one after the other, and where those of each edge begin.
  private var members: [Int32] = []
  private var memberStart: [Int32] = [0]
  /// The edges of each item in the same form.
  private var edges: [Int32] = []
  private var edgeStart: [Int32]

  /// Complexity: linear in the number of members.
  init(itemCount: Int, edges sets: [[Int32]]) {
    var degree = [Int32](repeating: 0, count: itemCount + 1)
    for set in sets {
      members += set
      memberStart.append(Int32(members.count))
      for item in set { degree[Int(item) + 1] += 1 }
    }
    for item in 0..<itemCount { degree[item + 1] += degree[item] }
    edgeStart = degree
    edges = [Int32](repeating: 0, count: members.count)
    for (edge, set) in sets.enumerated() {
      for item in set {
        edges[Int(degree[Int(item)])] = Int32(edge)
        degree[Int(item)] += 1
      }
    }
  }

  func edges(of item: Int32) -> ArraySlice<Int32> { edges[Int(edgeStart[Int(item)])..<Int(edgeStart[Int(item) + 1])] }

  func members(of edge: Int32) -> ArraySlice<Int32> {
    members[Int(memberStart[Int(edge)])..<Int(memberStart[Int(edge) + 1])]
  }

  /// Whether any edge joins the item with another.
  func isConnected(_ item: Int32) -> Bool { edges(of: item).contains { members(of: $0).count > 1 } }

  /// Chooses `seed` and what is connected with it, nearest first and equally near in random order, until `count` are chosen in all or
  /// nothing more is connected.
  ///
  /// Complexity: linear in the members of the edges that are looked at.
  func grow(from seed: Int32, into chosen: inout ItemSet, upTo count: Int, using random: inout SplitMix64) {
    guard chosen.count < count, chosen.insert(seed) else { return }
    var next = chosen.count - 1
    var seen: Set<Int32> = []
    while next < chosen.count {
      for edge in edges(of: chosen.items[next]).shuffled(using: &random) where seen.insert(edge).inserted {
        for member in members(of: edge).shuffled(using: &random) {
          if chosen.count >= count { return }
          chosen.insert(member)
        }
      }
      next += 1
    }
  }
}

/// A set of items that keeps the order in which they came.
struct ItemSet: Sendable {
  private(set) var items: [Int32] = []
  private var isMember: [Bool]

  init(itemCount: Int) { isMember = [Bool](repeating: false, count: itemCount) }

  var count: Int { items.count }

  func contains(_ item: Int32) -> Bool { isMember[Int(item)] }

  /// Returns whether the item is new.
  @discardableResult
  mutating func insert(_ item: Int32) -> Bool {
    if isMember[Int(item)] { return false }
    isMember[Int(item)] = true
    items.append(item)
    return true
  }
}
