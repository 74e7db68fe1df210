/// The Boolean of each pair of tasks: which of the two goes first.
///
/// Two tasks that are both present for certain share one Boolean. Otherwise there are two, "both are present and this one goes
/// first", so that a literal of order implies the presences and difference edges can be guarded by it alone. The Booleans
/// of a long resource are made only when search asks for them.
struct NoOverlapPairs: ~Copyable {
  private let count: Int
  /// For a short resource: by first and second task.
  private var matrix: Column<Truth>
  /// For a long one: by first * count + second.
  private var made: [Int: Truth] = [:]
  let isEager: Bool

  /// Up to this many tasks all Booleans are made at once.
  static let longestEager = 120

  static let none: Truth = -1

  init(count: Int) {
    self.count = count
    isEager = count <= NoOverlapPairs.longestEager
    matrix = Column(repeating: NoOverlapPairs.none, count: isEager ? count * count : 0)
  }

  /// The literal "`first` goes before `second`", or `none` where it has not been made.
  @inline(__always) func before(_ first: Int, _ second: Int) -> Truth {
    isEager ? matrix[first &* count &+ second] : (made[first * count + second] ?? NoOverlapPairs.none)
  }

  mutating func set(_ first: Int, _ second: Int, _ truth: Truth) {
    if isEager {
      matrix[first * count + second] = truth
    } else {
      made[first * count + second] = truth
    }
  }

  /// The pairs made so far.
  var all: [(first: Int, second: Int, truth: Truth)] {
    if !isEager { return made.sorted { $0.key < $1.key }.map { ($0.key / count, $0.key % count, $0.value) } }
    var result: [(first: Int, second: Int, truth: Truth)] = []
    for first in 0..<count {
      for second in 0..<count where before(first, second) != NoOverlapPairs.none {
        result.append((first, second, before(first, second)))
      }
    }
    return result
  }
}
