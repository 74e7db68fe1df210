/// Amounts of all resources in a few words, so that one subtraction compares them all.
///
/// Each resource has a field with room for its capacity and a guard bit above. With the guard bits set in what is left, subtracting a demand
/// leaves them set exactly where no field borrows: where there is enough of everything. (Lamport, "Multiple byte processing with
/// full-word instructions", Communications of the ACM 18, 1975.)
struct PackedAmounts {
  let wordCount: Int
  /// The guard bits of each word.
  let guards: [UInt64]
  /// The capacities.
  let capacity: [UInt64]
  /// By task, its demands.
  let demands: [UInt64]

  /// Complexity: O(*tasks* · *words* + *demands*).
  init(_ project: Project) {
    var field: [(word: Int, shift: Int)] = []
    var (word, used) = (0, 0)
    for capacity in project.capacity {
      let width = Int.bitWidth - capacity.leadingZeroBitCount + 1
      if used + width > 64 { (word, used) = (word + 1, 0) }
      field.append((word, used))
      used += width
    }
    wordCount = word + 1
    var guards = [UInt64](repeating: 0, count: wordCount)
    var capacity = guards
    for (resource, amount) in project.capacity.enumerated() {
      let (word, shift) = field[resource]
      let width = Int.bitWidth - amount.leadingZeroBitCount
      guards[word] |= 1 << UInt64(shift + width)
      capacity[word] |= UInt64(amount) << UInt64(shift)
    }
    var demands = [UInt64](repeating: 0, count: project.taskCount * wordCount)
    for task in 0..<project.taskCount {
      for place in project.demands.places(of: task) {
        let (word, shift) = field[Int(project.demands.resource[place])]
        demands[task * wordCount + word] |= UInt64(project.demands.amount[place]) << UInt64(shift)
      }
    }
    self.guards = guards
    self.capacity = capacity
    self.demands = demands
  }
}
