/// Solved subproblems by a hash of their jobs and time, within a limit of memory.
///
/// A subproblem is known by 96 bits of its hash: that two of a billion share them has a chance of less than 10⁻¹¹. It is kept in one of eight slots
/// behind its hash; when those are taken, the table grows, or, at its limit, forgets the one of fewest jobs, which costs least to solve again.
final class SubproblemTable {
  struct Key: BitwiseCopyable {
    var hash: UInt64
    var check: UInt32
  }

  struct Entry: BitwiseCopyable {
    var hash: UInt64 = 0
    var check: UInt32 = 0
    /// Where the longest job goes, in the order of due dates.
    var place: UInt16 = 0
    /// How many jobs; 0 for a free slot.
    var count: UInt16 = 0
    var value = 0
  }

  private static let window = 8
  private var slots: Column<Entry>
  private var mask: Int
  private let largestCount: Int

  /// - Parameter bytes: the limit.
  init(bytes: Int) {
    var largest = 1 << 10
    // While it grows, there are two.
    while 3 * largest * MemoryLayout<Entry>.stride <= bytes { largest *= 2 }
    largestCount = largest
    slots = Column(repeating: Entry(), count: (1 << 10) + Self.window)
    mask = (1 << 10) - 1
  }

  var byteCount: Int { slots.byteCount }

  func find(_ key: Key) -> (value: Int, place: Int)? {
    let first = Int(truncatingIfNeeded: key.hash) & mask
    for slot in first..<first &+ Self.window {
      let entry = slots[slot]
      if entry.hash == key.hash, entry.check == key.check, entry.count > 0 { return (entry.value, Int(entry.place)) }
    }
    return nil
  }

  /// - Parameter count: positive, the number of jobs.
  func insert(_ key: Key, value: Int, place: Int, count: Int) {
    let entry = Entry(
      hash: key.hash, check: key.check, place: UInt16(place), count: UInt16(count), value: value)
    while !put(entry, byForce: false) {
      if mask + 1 >= largestCount {
        _ = put(entry, byForce: true)
        return
      }
      grow()
    }
  }

  private func put(_ entry: Entry, byForce: Bool) -> Bool {
    let first = Int(truncatingIfNeeded: entry.hash) & mask
    var smallest = first
    for slot in first..<first &+ Self.window {
      if slots[slot].count == 0 {
        slots[slot] = entry
        return true
      }
      if slots[slot].count < slots[smallest].count { smallest = slot }
    }
    if byForce { slots[smallest] = entry }
    return byForce
  }

  private func grow() {
    let old = slots.count
    let kept = Column(repeating: Entry(), count: old)
    kept.pointer.update(from: slots.pointer, count: old)
    mask = 2 * mask + 1
    slots = Column(repeating: Entry(), count: mask + 1 + Self.window)
    for slot in 0..<old where kept[slot].count > 0 { _ = put(kept[slot], byForce: true) }
  }
}
