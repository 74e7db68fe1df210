/// The Booleans of each pair of tasks: which of the two goes first.
///
/// Two tasks that are both present for certain share one Boolean. Otherwise there are two, "both are present and this one goes
/// first", so that a literal of order implies the presences and difference edges can be guarded by it alone. The Booleans
/// of a long resource are made only when search asks for them.
final class NoOverlapPairs {
  private let count: Int
  /// Whether every pair has its Booleans from the start.
  let isEager: Bool
  /// For a short resource: by direction, task and other task, the literal "other goes before task" in that direction of time.
  private let predecessors: UnsafeMutablePointer<Truth>
  /// For a long one: by first * count + second, the literal "first goes before second".
  private var made: [Int: Truth] = [:]

  static let none: Truth = -1

  init(count: Int, isEager: Bool) {
    self.count = count
    self.isEager = isEager
    let size = isEager ? 2 * count * count : 0
    predecessors = .allocate(capacity: size)
    predecessors.initialize(repeating: NoOverlapPairs.none, count: size)
  }

  deinit { predecessors.deallocate() }

  /// The literals "other goes before `task`" in a direction of time, by other task.
  @inline(__always) func predecessors(of task: Int, _ direction: Int) -> UnsafeMutablePointer<Truth> {
    predecessors + (direction &* count &+ task) &* count
  }

  /// The literal "`first` goes before `second`", or `none` where it has not been made.
  func before(_ first: Int, _ second: Int) -> Truth {
    isEager ? predecessors(of: second, 0)[first] : (made[first * count + second] ?? NoOverlapPairs.none)
  }

  func set(_ first: Int, _ second: Int, _ truth: Truth) {
    if isEager {
      predecessors(of: second, 0)[first] = truth
      predecessors(of: first, 1)[second] = truth
    } else {
      made[first * count + second] = truth
    }
  }

  /// The pairs made so far.
  var all: [(first: Int, second: Int, truth: Truth)] {
    if !isEager { return made.sorted { $0.key < $1.key }.map { ($0.key / count, $0.key % count, $0.value) } }
    var result: [(first: Int, second: Int, truth: Truth)] = []
    for first in 0..<count {
      for second in 0..<count where first != second { result.append((first, second, before(first, second))) }
    }
    return result
  }
}
