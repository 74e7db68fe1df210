/// Which orders of two operations on a machine must not come back yet: those that a move has turned round.
///
/// A hashed table without lists: each pair has one slot that says until when it is forbidden. Two pairs that meet in a slot forbid
/// each other for a few iterations, which does no harm; and the memory does not grow with the square of a machine's operations.
struct TabuMemory: ~Copyable {
  private let expiry: Column<Int32>
  private static let bits: UInt32 = 15

  init() { expiry = Column(repeating: 0, count: 1 << TabuMemory.bits) }

  @inline(__always) private static func slot(_ first: Int32, _ second: Int32) -> Int {
    let key = UInt32(bitPattern: first) &* 0x9E37_79B1 &+ UInt32(bitPattern: second) &* 0x85EB_CA77
    return Int(((key ^ (key >> 15)) &* 0x2C1B_3C6D) >> (32 - bits))
  }

  /// Forbids `first` before `second` until the iteration given.
  @inline(__always) func forbid(_ first: Int32, before second: Int32, until iteration: Int32) {
    expiry[TabuMemory.slot(first, second)] = iteration
  }

  /// Whether `first` before `second` is forbidden in the iteration given.
  @inline(__always) func forbids(_ first: Int32, before second: Int32, at iteration: Int32) -> Bool {
    expiry[TabuMemory.slot(first, second)] > iteration
  }

  func clear() { expiry.pointer.update(repeating: 0, count: expiry.count) }
}
