/// How much of a resource there is at every tick, as plain columns: a level before the first step, and one from each step on.
struct CapacitySteps: ~Copyable {
  let base: Int64
  let count: Int
  /// The ticks at which the level changes, strictly increasing.
  let times: UnsafeMutablePointer<Int32>
  let levels: UnsafeMutablePointer<Int64>

  init(_ base: Int64, _ steps: [(from: Int32, level: Int64)] = []) {
    self.base = base
    count = steps.count
    times = .allocate(capacity: steps.count)
    levels = .allocate(capacity: steps.count)
    for (index, step) in steps.enumerated() {
      times[index] = step.from
      levels[index] = step.level
    }
  }

  deinit {
    times.deallocate()
    levels.deallocate()
  }

  /// The level at a tick. Complexity: O(log *steps*).
  func level(at tick: Int32) -> Int64 {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) >> 1
      if times[middle] <= tick { low = middle &+ 1 } else { high = middle }
    }
    return low == 0 ? base : levels[low &- 1]
  }

  /// The levels of all ticks from the first to the last but `end`, added up. Complexity: O(*steps*).
  func sum(from start: Int32, to end: Int32) -> Int64 {
    var sum: Int64 = 0
    var tick = start
    var level = base
    for step in 0..<count {
      let next = min(times[step], end)
      if next > tick {
        sum += level * (Int64(next) - Int64(tick))
        tick = next
      }
      level = levels[step]
    }
    return sum + level * max(0, Int64(end) - Int64(tick))
  }
}
