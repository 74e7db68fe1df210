import ApusModel
import ApusStructure

/// An operation that waits, with the key by which it does; of equal keys the job with the smaller index goes first, which is
/// also the operation with the smaller number.
struct Candidate: Comparable {
  var key: Double
  var operation: Int32

  static func < (left: Candidate, right: Candidate) -> Bool {
    left.key == right.key ? left.operation < right.operation : left.key < right.key
  }
}

/// The operations that wait for one machine: a heap where keys stand still, otherwise a list that is looked through.
struct ReadyPool {
  private var heap = BinaryHeap<Candidate>()
  private var list: [Candidate] = []
  /// Operations that are in the heap but have been started.
  private var discarded: Set<Int32> = []

  /// Adds an operation that became ready at `ready`. Complexity: O(log *waiting*).
  mutating func insert(_ operation: Int32, ready: Int, _ chooser: borrowing Chooser) {
    let candidate = Candidate(key: chooser.keys.key(Int(operation), ready: ready, time: ready), operation: operation)
    if chooser.looksAtAll { list.append(candidate) } else { heap.insert(candidate) }
  }

  /// The operation to start at `time`, or nil where none waits. It goes on waiting until ``removeChoice(_:)``.
  mutating func choose(at time: Int, _ chooser: inout Chooser) -> Candidate? {
    if chooser.looksAtAll {
      if chooser.keys.dependOnTime {
        for index in list.indices {
          list[index].key = chooser.keys.key(Int(list[index].operation), ready: time, time: time)
        }
      }
      chooser.moveChoiceToEnd(of: &list)
      return list.last
    }
    while !discarded.isEmpty, let first = heap.first, discarded.remove(first.operation) != nil { _ = heap.popFirst() }
    return heap.first
  }

  /// Removes the last choice. Nothing may have been inserted since.
  mutating func removeChoice(_ chooser: borrowing Chooser) {
    if chooser.looksAtAll { list.removeLast() } else { _ = heap.popFirst() }
  }

  /// Removes an operation that waits.
  mutating func remove(_ operation: Int32, _ chooser: borrowing Chooser) {
    if chooser.looksAtAll {
      list.removeAll { $0.operation == operation }
    } else {
      discarded.insert(operation)
    }
  }
}
