import ApusModel

/// The child of two lists: a window of the father's, and before and behind it what the father has before and behind it, in the
/// mother's order.
///
/// So the child is a list again, and what the father does in the window is left as it is (Debels and Vanhoucke, "A decomposition-based
/// genetic algorithm for the resource-constrained project-scheduling problem", Operations Research 55, 2007, where lists are keys).
struct ListCrossover: ~Copyable {
  /// By task, its part of the father's list: before, in or behind the window.
  private let part: Column<UInt8>
  private let count: Int

  init(taskCount: Int) {
    count = taskCount
    part = Column(repeating: 0, count: taskCount)
  }

  /// Complexity: O(*tasks*).
  func merge(
    _ mother: UnsafePointer<Int32>, _ father: UnsafePointer<Int32>, window: Range<Int>,
    into child: borrowing Column<Int32>
  ) {
    for place in 0..<count { part[father[place]] = place < window.lowerBound ? 0 : place < window.upperBound ? 1 : 2 }
    var (before, behind) = (0, window.upperBound)
    for place in 0..<count {
      let task = mother[place]
      switch part[task] {
      case 0:
        child[before] = task
        before &+= 1
      case 2:
        child[behind] = task
        behind &+= 1
      default: break
      }
    }
    for place in window { child[place] = father[place] }
  }
}
