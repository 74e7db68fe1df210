// The profile of a resource: how much room is left at every tick once some parts of tasks are known to be there.
//
// Statement. For parts [from, to) with demands, room(t) = capacity(t) - Σ { demand : from <= t < to }. It is constant on segments
// between neighbouring events: where a part begins or ends, or the capacity changes.
//
// Beldiceanu and Carlsson, "A new multi-resource cumulatives constraint with negative heights", CP 2002; Gay, Hartert and Schaus, "Simple
// and scalable time-table filtering for the cumulative constraint", CP 2015. A sweep over two orders that are repaired from call to
// call: O(n) where little has changed, O(n log n) at worst.

struct ResourceProfile: ~Copyable {
  let capacity: CapacitySteps
  /// How many parts there may be.
  let count: Int
  /// The parts by where they begin and by where they end.
  private let byStart: UnsafeMutablePointer<Int32>
  private let byEnd: UnsafeMutablePointer<Int32>
  /// By direction of time: where segments begin; one more than there are segments. In direction 1 time runs backwards: the segment
  /// [a, b) is [-b, -a) there.
  private let times: UnsafeMutablePointer<Int32>
  /// By direction: the room of each segment.
  private let rooms: UnsafeMutablePointer<Int64>
  private let stride: Int
  /// The number of segments and the least room, behind a pointer like all that changes.
  private let summary: UnsafeMutablePointer<(segmentCount: Int, leastRoom: Int64)>

  /// The first segment begins here, and the last one ends at the same distance.
  static let beginning = -Int32.max

  init(count: Int, capacity: consuming CapacitySteps) {
    self.count = count
    stride = 2 * count + capacity.count + 2
    self.capacity = capacity
    byStart = .allocate(capacity: count)
    byEnd = .allocate(capacity: count)
    times = .allocate(capacity: 2 * stride)
    rooms = .allocate(capacity: 2 * stride)
    summary = .allocate(capacity: 1)
    summary.initialize(to: (0, 0))
    for index in 0..<count {
      byStart[index] = Int32(index)
      byEnd[index] = Int32(index)
    }
  }

  deinit {
    byStart.deallocate()
    byEnd.deallocate()
    times.deallocate()
    rooms.deallocate()
    summary.deallocate()
  }

  @inline(__always) var segmentCount: Int { summary.pointee.segmentCount }
  /// The least room of any segment: what needs no more fits everywhere.
  @inline(__always) var leastRoom: Int64 { summary.pointee.leastRoom }

  // MARK: Segments, by direction of time

  @inline(__always) func start(_ segment: Int, _ direction: Int) -> Int32 { times[direction &* stride &+ segment] }
  @inline(__always) func end(_ segment: Int, _ direction: Int) -> Int32 { times[direction &* stride &+ segment &+ 1] }
  @inline(__always) func room(_ segment: Int, _ direction: Int) -> Int64 { rooms[direction &* stride &+ segment] }

  /// The segment that a tick lies in. Complexity: O(log *n*).
  func segment(of tick: Int32, _ direction: Int) -> Int {
    var low = 0
    var high = segmentCount &- 1
    while low < high {
      let middle = (low &+ high) >> 1
      if end(middle, direction) <= tick { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The first segment from the given one on that begins before `limit`, has less room than `demand`, and does not lie within `own`, the
  /// task's own part; -1 for none.
  @inline(__always) func firstTight(
    from first: Int, before limit: Int32, _ demand: Int64, outside own: Range<Int32>, _ direction: Int
  ) -> Int {
    var segment = first
    while segment < segmentCount, start(segment, direction) < limit {
      if room(segment, direction) < demand, !own.contains(start(segment, direction)) { return segment }
      segment &+= 1
    }
    return -1
  }

  // MARK: Sweep

  /// Makes the profile of the parts that `counts` names.
  func build(
    from: UnsafeMutablePointer<Int32>, to: UnsafeMutablePointer<Int32>, _ demand: UnsafeMutablePointer<Int64>,
    where counts: UnsafeMutablePointer<Bool>
  ) {
    repairOrder(of: byStart, count) { from[$0] }
    repairOrder(of: byEnd, count) { to[$0] }
    var (first, last, step) = (0, 0, 0)
    var room = capacity.base
    var level = capacity.base
    var segment = 0
    var leastRoom = Int64.max
    times[0] = ResourceProfile.beginning
    while true {
      while first < count, !counts[Int(byStart[first])] { first &+= 1 }
      while last < count, !counts[Int(byEnd[last])] { last &+= 1 }
      var next = Int32.max
      if first < count { next = from[Int(byStart[first])] }
      if last < count { next = min(next, to[Int(byEnd[last])]) }
      if step < capacity.count { next = min(next, capacity.times[step]) }
      if times[segment] < next {
        rooms[segment] = room
        leastRoom = min(leastRoom, room)
        segment &+= 1
        times[segment] = next
      }
      if next == Int32.max { break }
      while first < count, !counts[Int(byStart[first])] || from[Int(byStart[first])] == next {
        if counts[Int(byStart[first])] { room &-= demand[Int(byStart[first])] }
        first &+= 1
      }
      while last < count, !counts[Int(byEnd[last])] || to[Int(byEnd[last])] == next {
        if counts[Int(byEnd[last])] { room &+= demand[Int(byEnd[last])] }
        last &+= 1
      }
      if step < capacity.count, capacity.times[step] == next {
        room &+= capacity.levels[step] &- level
        level = capacity.levels[step]
        step &+= 1
      }
    }
    summary.pointee = (segment, leastRoom)
    mirror()
  }

  private func mirror() {
    let segmentCount = segmentCount
    for segment in 0...segmentCount { times[stride &+ segment] = -times[segmentCount &- segment] }
    for segment in 0..<segmentCount { rooms[stride &+ segment] = rooms[segmentCount &- 1 &- segment] }
  }
}
