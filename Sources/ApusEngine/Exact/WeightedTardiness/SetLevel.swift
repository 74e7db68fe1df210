/// The paths that end at one time, with the least cost of each set of jobs.
///
/// Paths of one set and one cost are kept where their last jobs differ: what may follow depends on it.
struct SetLevel: ~Copyable {
  /// By path: its jobs, what they cost, what is paid for them, the path it goes on from, and its state.
  private(set) var done = Column<UInt64>()
  private(set) var cost = Column<Int>()
  private(set) var paid = Column<Double>()
  private(set) var parent = Column<Int32>()
  private(set) var state = Column<Int32>()
  /// By path: the first path with the same jobs.
  private var first = Column<Int32>()
  /// By path that is the first with its jobs: the least cost, and a state that has it.
  private var least = Column<Int>()
  private var leastState = Column<Int32>()
  /// First paths by hash; -1 is free.
  private var table = Column(repeating: Int32(-1), count: 1 << 12)
  private var used = Column<Int32>()

  var count: Int { cost.count }

  func isBest(_ path: Int) -> Bool { cost[path] == least[first[path]] }

  mutating func removeAll() {
    for index in 0..<used.count { table[used[index]] = -1 }
    used.removeAll()
    done.removeAll()
    cost.removeAll()
    paid.removeAll()
    parent.removeAll()
    state.removeAll()
    first.removeAll()
    least.removeAll()
    leastState.removeAll()
  }

  /// Adds a path unless there is a cheaper one with the same jobs.
  mutating func add(_ set: [UInt64], cost: Int, paid: Double, parent: Int32, state: Int32) {
    let path = Int32(count)
    let slot = slot(of: set)
    var found = table[slot]
    if found < 0 {
      found = path
      table[slot] = path
      used.append(Int32(slot))
    } else if cost > least[found] || cost == least[found] && leastState[found] == state {
      return
    } else {
      (least[found], leastState[found]) = (cost, state)
    }
    for word in set { done.append(word) }
    self.cost.append(cost)
    self.paid.append(paid)
    self.parent.append(parent)
    self.state.append(state)
    first.append(found)
    least.append(cost)
    leastState.append(state)
    if count * 2 > table.count { growTable(words: set.count) }
  }

  /// Where a set is in the table, or would be.
  private func slot(of set: [UInt64]) -> Int {
    var hash: UInt64 = 0
    for word in set { mix(word, into: &hash) }
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] >= 0 {
      let start = Int(table[slot]) &* set.count
      var isSame = true
      for index in 0..<set.count where done[start &+ index] != set[index] { isSame = false }
      if isSame { break }
      slot = (slot + 1) & (table.count - 1)
    }
    return slot
  }

  @inline(__always) private func mix(_ word: UInt64, into hash: inout UInt64) {
    hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
  }

  private mutating func growTable(words: Int) {
    table = Column(repeating: -1, count: 4 * table.count)
    used.removeAll()
    for path in 0..<count where first[path] == Int32(path) {
      var hash: UInt64 = 0
      for index in 0..<words { mix(done[path * words + index], into: &hash) }
      var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(path)
      used.append(Int32(slot))
    }
  }
}
