import ApusModel

/// A child of two schedules: from one end to the other, the next operation not yet taken of one parent or the other, at random.
///
/// The parents are given as orders of all operations that keep jobs and machines, and so is the child; it keeps every order of two
/// operations that both parents agree on, so it lies on a path between them, in the sense of B. Peng, Z. Lü and T. C. E. Cheng,
/// "A tabu search/path relinking algorithm to solve the job shop scheduling problem", Computers & Operations Research 53 (2015).
/// It is never circular and needs no repair. Complexity: O(*operations*).
struct OrderMerge: ~Copyable {
  private let isTaken: Column<Bool>

  init(nodeCount: Int) { isTaken = Column(repeating: false, count: nodeCount) }

  /// - Parameter share: how often the first parent is asked, 0 to 1.
  func merge(
    _ first: [Int32], _ second: [Int32], share: Double, into child: borrowing Column<Int32>, _ random: inout SplitMix64
  ) {
    isTaken.pointer.update(repeating: false, count: isTaken.count)
    let threshold = UInt64(share * Double(UInt32.max))
    var nextOfFirst = 0
    var nextOfSecond = 0
    for index in 0..<child.count {
      let node: Int32
      if random.next() >> 32 < threshold {
        while isTaken[first[nextOfFirst]] { nextOfFirst += 1 }
        node = first[nextOfFirst]
      } else {
        while isTaken[second[nextOfSecond]] { nextOfSecond += 1 }
        node = second[nextOfSecond]
      }
      isTaken[node] = true
      child[index] = node
    }
  }
}
