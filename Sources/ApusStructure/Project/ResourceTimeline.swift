/// What is left of all resources over time: segments in a linked list, which a task splits where it starts and ends.
///
/// Nothing depends on how long a tick is or how many there are. A schedule of *n* tasks has at most 2*n* + 1 segments, which are allocated once.
struct ResourceTimeline {
  /// The first tick of each segment, and the segment after it; the last segment goes on for ever.
  let time: UnsafeMutablePointer<Int32>
  let next: UnsafeMutablePointer<Int32>
  /// What is left during each segment, `wordCount` words each, and what was left before anything was scheduled.
  private let free: UnsafeMutablePointer<UInt64>
  private let capacity: UnsafeMutablePointer<UInt64>
  private let guards: UnsafeMutablePointer<UInt64>
  private let wordCount: Int
  private let segmentLimit: Int
  private var segmentCount: Int32 = 0
  /// Segments looked at so far.
  private(set) var effort = 0

  /// Stands behind the last segment, at the end of time.
  private static let end: Int32 = 0
  /// The first segment.
  static let first: Int32 = 1

  init(_ amounts: PackedAmounts, taskCount: Int) {
    wordCount = amounts.wordCount
    segmentLimit = 2 * taskCount + 2
    time = .allocate(capacity: segmentLimit)
    next = .allocate(capacity: segmentLimit)
    time.initialize(repeating: Int32.max, count: segmentLimit)
    next.initialize(repeating: ResourceTimeline.end, count: segmentLimit)
    free = .allocate(capacity: segmentLimit * wordCount)
    free.initialize(repeating: 0, count: segmentLimit * wordCount)
    capacity = .allocate(capacity: wordCount)
    capacity.initialize(from: amounts.capacity, count: wordCount)
    guards = .allocate(capacity: wordCount)
    guards.initialize(from: amounts.guards, count: wordCount)
  }

  func deallocate() {
    time.deallocate()
    next.deallocate()
    free.deallocate()
    capacity.deallocate()
    guards.deallocate()
  }

  /// How many segment numbers there are, the one behind the last included.
  var numberCount: Int { Int(segmentCount) + 1 }

  /// Forgets all tasks; the first segment begins at `origin`.
  mutating func reset(origin: Int32) {
    segmentCount = 1
    time[1] = origin
    next[1] = ResourceTimeline.end
    for word in 0..<wordCount { free[wordCount + word] = capacity[word] }
  }

  /// Takes `demand` for `length` ticks from the first time on, no earlier than `earliest`, from which on there is enough for so long.
  ///
  /// - Parameter hint: a segment that begins at `earliest` or before.
  /// - Returns: the segments that now begin with the task's start and with its end.
  @inline(__always) mutating func take(
    _ demand: UnsafePointer<UInt64>, earliest: Int32, length: Int32, after hint: Int32
  ) -> (start: Int32, end: Int32) {
    var steps = 1
    var first = hint
    while time[Int(next[Int(first)])] <= earliest {
      first = next[Int(first)]
      steps &+= 1
    }
    // `start` lies in `first`, and from there on there is enough up to `segment`.
    var start = earliest
    var segment = first
    while true {
      steps &+= 1
      if hasRoom(segment, demand) {
        let after = next[Int(segment)]
        if Int(time[Int(after)]) &- Int(start) >= Int(length) { break }
        segment = after
      } else {
        segment = next[Int(segment)]
        first = segment
        start = time[Int(segment)]
      }
    }
    effort &+= steps
    if time[Int(first)] < start { first = split(first, at: start) }
    let end = start &+ length
    segment = first
    while time[Int(segment)] < end {
      if time[Int(next[Int(segment)])] > end { _ = split(segment, at: end) }
      for word in 0..<wordCount { free[Int(segment) &* wordCount &+ word] &-= demand[word] }
      segment = next[Int(segment)]
    }
    return (first, segment)
  }

  /// Splits a segment at a tick within it. Returns its second part.
  @inline(__always) private mutating func split(_ segment: Int32, at tick: Int32) -> Int32 {
    segmentCount &+= 1
    let fresh = segmentCount
    assert(Int(fresh) < segmentLimit)
    time[Int(fresh)] = tick
    next[Int(fresh)] = next[Int(segment)]
    next[Int(segment)] = fresh
    for word in 0..<wordCount {
      free[Int(fresh) &* wordCount &+ word] = free[Int(segment) &* wordCount &+ word]
    }
    return fresh
  }

  @inline(__always) private func hasRoom(_ segment: Int32, _ demand: UnsafePointer<UInt64>) -> Bool {
    for word in 0..<wordCount {
      let left = (free[Int(segment) &* wordCount &+ word] | guards[word]) &- demand[word]
      if left & guards[word] != guards[word] { return false }
    }
    return true
  }
}
