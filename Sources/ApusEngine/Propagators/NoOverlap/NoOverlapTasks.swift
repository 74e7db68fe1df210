/// The tasks of a no-overlap constraint as plain columns, seen in one of two directions of time.
///
/// Direction 0 is time as it runs. In direction 1 it runs backwards: a task's earliest start there is its latest completion here with
/// the sign changed. Each filtering rule is written once, for direction 0, and run in both.
///
///     est_d(i) = -(limit[low_d(i)] + offset_d(i))        lct_d(i) = -est_{1-d}(i)
///
/// `est` and `order` are snapshots that `refresh` brings up to date; inside a pass they may be older than the core, and then weaker.
struct NoOverlapTasks: ~Copyable {
  let count: Int
  /// By direction and task: the signed variable whose limit is the earliest start, negated and shifted by `offset`.
  let low: UnsafeMutablePointer<SignedVariable>
  let offset: UnsafeMutablePointer<Int32>
  /// The shortest length of each task at the root.
  let length: UnsafeMutablePointer<Int32>
  let presence: UnsafeMutablePointer<Truth>
  /// The start variable of each task.
  let start: UnsafeMutablePointer<Int32>
  /// By direction and task.
  let est: UnsafeMutablePointer<Int32>
  /// By direction: the tasks by ascending `est`.
  let order: UnsafeMutablePointer<Int32>

  init(_ tasks: [NoOverlapTask]) {
    count = tasks.count
    low = .allocate(capacity: 2 * count)
    offset = .allocate(capacity: 2 * count)
    length = .allocate(capacity: count)
    presence = .allocate(capacity: count)
    start = .allocate(capacity: count)
    est = .allocate(capacity: 2 * count)
    order = .allocate(capacity: 2 * count)
    for (index, task) in tasks.enumerated() {
      low[index] = 2 * task.start + 1
      low[count + index] = 2 * task.end
      offset[index] = 0
      offset[count + index] = task.endOffset
      length[index] = task.length
      presence[index] = task.presence
      start[index] = task.start
      order[index] = Int32(index)
      order[count + index] = Int32(index)
    }
    est.initialize(repeating: 0, count: 2 * count)
  }

  deinit {
    low.deallocate()
    offset.deallocate()
    length.deallocate()
    presence.deallocate()
    start.deallocate()
    est.deallocate()
    order.deallocate()
  }

  /// Reads the bounds from the core and repairs the orders; nearly sorted already, they cost little.
  func refresh(from core: borrowing Core) {
    for direction in 0..<2 {
      let base = direction * count
      for index in base..<(base + count) { est[index] = -(core.limit[low[index]] &+ offset[index]) }
      let est = self.est + base
      repairOrder(of: order + base, count) { est[$0] }
    }
  }

  // MARK: Literals, by direction

  /// The literal "task starts no earlier than `time`".
  @inline(__always) func starts(_ task: Int, noEarlierThan time: Int32, _ direction: Int) -> Bound {
    let index = direction * count + task
    return Bound(low[index], -time &- offset[index])
  }

  /// The literal "task is over by `time`".
  @inline(__always) func ends(_ task: Int, by time: Int32, _ direction: Int) -> Bound {
    starts(task, noEarlierThan: -time, 1 - direction)
  }

  /// The time that a literal of the form of `starts(_:noEarlierThan:_:)` speaks of.
  @inline(__always) func startTime(of bound: Bound, _ task: Int, _ direction: Int) -> Int32 {
    -(bound.limit &+ offset[direction * count + task])
  }

  /// The latest completion, as of the last refresh.
  @inline(__always) func lct(_ task: Int, _ direction: Int) -> Int32 { -est[(1 &- direction) &* count &+ task] }

  // MARK: Bounds of the past

  @inline(__always) func est(_ task: Int, _ direction: Int, at time: Int32, in core: borrowing Core) -> Int32 {
    let index = direction * count + task
    return -(core.limit(of: low[index], at: time) &+ offset[index])
  }

  @inline(__always) func lct(_ task: Int, _ direction: Int, at time: Int32, in core: borrowing Core) -> Int32 {
    -est(task, 1 - direction, at: time, in: core)
  }

  @inline(__always) func isPresent(_ task: Int, in core: borrowing Core) -> Bool { core.holds(presence[task]) }
  @inline(__always) func isAbsent(_ task: Int, in core: borrowing Core) -> Bool { core.fails(presence[task]) }
}

/// A task as its engine variables: it runs from `start` to `end + endOffset` where `presence` holds.
struct NoOverlapTask {
  var start: Int32
  var end: Int32
  var endOffset: Int32
  /// The shortest length.
  var length: Int32
  var presence: Truth
}

/// Sorts tasks by a key. Nearly sorted already, as they are from one call to the next, they cost little more than a look at
/// each; where insertion has moved too much, all are sorted anew, so that it never costs more than O(n log n).
@inline(__always)
func repairOrder(of order: UnsafeMutablePointer<Int32>, _ count: Int, by key: (Int) -> Int32) {
  var movesLeft = 16 &* count
  var index = 1
  while index < count {
    let task = order[index]
    let value = key(Int(task))
    var place = index
    while place > 0, key(Int(order[place &- 1])) > value {
      order[place] = order[place &- 1]
      place &-= 1
    }
    order[place] = task
    movesLeft &-= index &- place
    if movesLeft < 0 {
      var all = UnsafeMutableBufferPointer(start: order, count: count)
      all.sort { (key(Int($0)), $0) < (key(Int($1)), $1) }
      return
    }
    index &+= 1
  }
}
