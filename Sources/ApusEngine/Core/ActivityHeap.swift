/// The Booleans that search may branch on, most active first: a binary heap (VSIDS, Moskewicz and others 2001).
struct ActivityHeap: ~Copyable {
  private var activity = Column<Double>()
  /// The place in the heap of each variable; `outside` where it is not in it now, `never` where search does not branch on it.
  private var place = Column<Int32>()
  private var heap = Column<Int32>()
  private var increment = 1.0
  private static let outside: Int32 = -1
  private static let never: Int32 = -2

  /// How much older bumps count at each conflict.
  var decayFactor = 0.95

  mutating func add(_ variable: Int32) {
    place.extend(to: Int(variable) + 1, with: ActivityHeap.never)
    activity.extend(to: Int(variable) + 1, with: 0)
    place[variable] = ActivityHeap.outside
    insert(variable)
  }

  /// Whether search branches on the variable.
  func includes(_ variable: Int32) -> Bool {
    Int(variable) < place.count && place[variable] != ActivityHeap.never
  }

  /// Gives a variable a head start, for the order of the first descent.
  mutating func seed(_ variable: Int32, _ value: Double) {
    if Int(variable) >= place.count || place[variable] == ActivityHeap.never { return }
    activity[variable] = value
    if place[variable] >= 0 { siftUp(place[variable]) }
  }

  @inline(__always) mutating func bump(_ variable: Int32) {
    if Int(variable) >= place.count || place[variable] == ActivityHeap.never { return }
    activity[variable] += increment
    if activity[variable] > 1e100 { rescale() }
    if place[variable] >= 0 { siftUp(place[variable]) }
  }

  mutating func decay() { increment /= decayFactor }

  /// Puts a variable back that has been taken out. Called for every event that is undone.
  @inline(__always) mutating func reopen(_ variable: Int32) {
    if Int(variable) < place.count && place[variable] == ActivityHeap.outside { insert(variable) }
  }

  /// Takes the most active variable out of the heap.
  mutating func pop() -> Int32? {
    if heap.isEmpty { return nil }
    let top = heap[0]
    place[top] = ActivityHeap.outside
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      place[last] = 0
      siftDown(0)
    }
    return top
  }

  private mutating func rescale() {
    for index in 0..<activity.count { activity[index] *= 1e-100 }
    increment *= 1e-100
  }

  @inline(never) private mutating func insert(_ variable: Int32) {
    place[variable] = Int32(heap.count)
    heap.append(variable)
    siftUp(place[variable])
  }

  private mutating func siftUp(_ start: Int32) {
    var index = start
    let variable = heap[index]
    let key = activity[variable]
    while index > 0 {
      let parent = (index &- 1) >> 1
      let other = heap[parent]
      if activity[other] >= key { break }
      heap[index] = other
      place[other] = index
      index = parent
    }
    heap[index] = variable
    place[variable] = index
  }

  private mutating func siftDown(_ start: Int32) {
    var index = start
    let variable = heap[index]
    let key = activity[variable]
    let count = Int32(heap.count)
    while true {
      var child = 2 &* index &+ 1
      if child >= count { break }
      if child &+ 1 < count, activity[heap[child &+ 1]] > activity[heap[child]] { child &+= 1 }
      let other = heap[child]
      if activity[other] <= key { break }
      heap[index] = other
      place[other] = index
      index = child
    }
    heap[index] = variable
    place[variable] = index
  }
}
