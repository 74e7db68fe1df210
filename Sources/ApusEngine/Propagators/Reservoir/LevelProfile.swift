// The level of a stock over time, where some steps count from given times on.
//
// Statement. level(t) = initial + Σ { amount : time <= t } over the steps that count. It is constant on segments between neighbouring times.
//
// A sweep over an order that is repaired from call to call: O(n) where little has changed, O(n log n) at worst.

struct LevelProfile: ~Copyable {
  /// How many steps there may be.
  let count: Int
  let initial: Int64
  private let order: UnsafeMutablePointer<Int32>
  /// Where segments begin. The first one has no beginning, the last no end.
  private let times: UnsafeMutablePointer<Int32>
  private let levels: UnsafeMutablePointer<Int64>
  /// The number of segments and the highest level, behind a pointer like all that changes.
  private let summary: UnsafeMutablePointer<(segmentCount: Int, highest: Int64)>

  /// In the place of the times that are not there.
  static let beginning = -Int32.max
  static let end = Int32.max

  init(count: Int, initial: Int64) {
    self.count = count
    self.initial = initial
    order = .allocate(capacity: count)
    times = .allocate(capacity: count + 1)
    levels = .allocate(capacity: count + 1)
    summary = .allocate(capacity: 1)
    summary.initialize(to: (0, initial))
    for index in 0..<count { order[index] = Int32(index) }
  }

  deinit {
    order.deallocate()
    times.deallocate()
    levels.deallocate()
    summary.deallocate()
  }

  @inline(__always) var segmentCount: Int { summary.pointee.segmentCount }
  @inline(__always) var highest: Int64 { summary.pointee.highest }
  @inline(__always) func start(_ segment: Int) -> Int32 { times[segment] }
  @inline(__always) func end(_ segment: Int) -> Int32 {
    segment &+ 1 < segmentCount ? times[segment &+ 1] : LevelProfile.end
  }
  @inline(__always) func level(_ segment: Int) -> Int64 { levels[segment] }

  /// The segment that a time lies in. Complexity: O(log *n*).
  func segment(of time: Int32) -> Int {
    var low = 0
    var high = segmentCount &- 1
    while low < high {
      let middle = (low &+ high &+ 1) >> 1
      if times[middle] <= time { low = middle } else { high = middle &- 1 }
    }
    return low
  }

  /// Makes the profile of the steps that `counts` names.
  func build(
    _ time: UnsafeMutablePointer<Int32>, _ amount: UnsafeMutablePointer<Int64>,
    where counts: UnsafeMutablePointer<Bool>
  ) {
    repairOrder(of: order, count) { time[$0] }
    var level = initial
    var highest = initial
    var segment = 0
    times[0] = LevelProfile.beginning
    levels[0] = level
    var index = 0
    while index < count {
      let now = time[Int(order[index])]
      var isChanged = false
      while index < count, time[Int(order[index])] == now {
        let step = Int(order[index])
        if counts[step] {
          level &+= amount[step]
          isChanged = true
        }
        index &+= 1
      }
      guard isChanged else { continue }
      segment &+= 1
      times[segment] = now
      levels[segment] = level
      highest = max(highest, level)
    }
    summary.pointee = (segment &+ 1, highest)
  }
}
