import ApusModel

/// How a task is chosen among those that might go next.
struct PriorityChooser {
  let keys: [Int]
  /// Draws by regret where it is there.
  private(set) var generator: SplitMix64?

  init(keys: [Int], generator: SplitMix64? = nil) {
    self.keys = keys
    self.generator = generator
  }

  /// The place of the choice among candidates, of which there is at least one.
  ///
  /// The least key, and of equal ones the smaller number; or, at random, each with a chance proportional to its regret plus 1: by how much its
  /// key is less than the largest (regret-based biased random sampling: Drexl, Management Science 37, 1991, with α = ε = 1).
  /// Complexity: O(*candidates*).
  mutating func choose(among candidates: [Int32]) -> Int {
    guard generator != nil else {
      return candidates.indices.min {
        (keys[Int(candidates[$0])], candidates[$0]) < (keys[Int(candidates[$1])], candidates[$1])
      }!
    }
    var largest = Int.min
    for task in candidates { largest = max(largest, keys[Int(task)]) }
    var total = 0
    for task in candidates { total += largest - keys[Int(task)] + 1 }
    var rest = Int.random(in: 0..<total, using: &generator!)
    for (place, task) in candidates.enumerated() {
      rest -= largest - keys[Int(task)] + 1
      if rest < 0 { return place }
    }
    return candidates.count - 1
  }
}
