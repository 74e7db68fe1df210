/// A change of one block of a critical path: the operation at one end of a part of the block goes to its other end.
///
/// The neighbourhood N7 of C. Y. Zhang, P. G. Li, Z. L. Guan and Y. Q. Rao, "A tabu search algorithm with a new neighborhood
/// structure for the job shop scheduling problem", Computers & Operations Research 34 (2007): an operation of the block goes to
/// the block's front or back, or the operation at the front or back goes inside. All else leaves the path as long as it is.
struct BlockMove: BitwiseCopyable {
  /// The part of the block, as positions in the path.
  var first: Int32
  var last: Int32
  /// Whether the operation at `first` goes behind the one at `last`; otherwise the one at `last` goes before the one at `first`.
  var isForward: Bool

  /// Calls `body` with every move of N7 of a critical path that ends with the makespan.
  ///
  /// - Parameter isTailFree: whether the order at the end of the last block matters too, which it does not for a makespan.
  @inline(__always) static func forEach(
    in path: borrowing CriticalPath, isTailFree: Bool, _ body: (BlockMove) -> Void
  ) {
    var front = path.start
    let end = path.end
    while front < end {
      var back = front
      while back &+ 1 < end, path.isLinked[back &+ 1] { back &+= 1 }
      if back > front {
        let changesFront = front > path.start || !path.beginsAtRelease
        let changesBack = back &+ 1 < end || isTailFree
        let a = Int32(truncatingIfNeeded: front)
        let b = Int32(truncatingIfNeeded: back)
        if changesBack {
          var index = a
          while index < b {
            body(BlockMove(first: index, last: b, isForward: true))
            // Neighbours change places either way.
            if index < b &- 1 { body(BlockMove(first: index, last: b, isForward: false)) }
            index &+= 1
          }
        }
        if changesFront {
          let limit = changesBack ? b &- 1 : b
          var index = a &+ 1
          while index <= limit {
            body(BlockMove(first: a, last: index, isForward: false))
            if index > a &+ 1 { body(BlockMove(first: a, last: index, isForward: true)) }
            index &+= 1
          }
        }
      }
      front = back &+ 1
    }
  }
}
