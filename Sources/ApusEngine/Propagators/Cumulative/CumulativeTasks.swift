/// The tasks of a resource as plain columns, seen in one of two directions of time.
///
/// As for ``NoOverlapTasks``, direction 0 is time as it runs and direction 1 runs backwards: a start there is an end here with the sign
/// changed. A task *covers* a tick t where it has started by t and ends after it; `est`, `ect` and `demand` are snapshots that `refresh`
/// brings up to date, and inside a pass they may be older than the core, and then weaker.
///
///     est_d(i) = -(limit[low_d(i)] + offset_d(i))                lct_d(i) = -est_{1-d}(i)
///     ect_d(i) = -(limit[low_{1-d}(i) ^ 1] - offset_{1-d}(i))    lst_d(i) = -ect_{1-d}(i)
struct CumulativeTasks: ~Copyable {
  let count: Int
  /// By direction and task: the signed variable whose limit is the earliest start, negated and shifted by `offset`.
  let low: UnsafeMutablePointer<SignedVariable>
  let offset: UnsafeMutablePointer<Int32>
  /// The shortest length of each task at the root.
  let length: UnsafeMutablePointer<Int32>
  let presence: UnsafeMutablePointer<Truth>
  /// The variable of the demand, -1 where it is constant.
  let demandVariable: UnsafeMutablePointer<Int32>
  /// By direction and task.
  let est: UnsafeMutablePointer<Int32>
  let ect: UnsafeMutablePointer<Int32>
  /// The latest start.
  let lst: UnsafeMutablePointer<Int32>
  /// The least demand.
  let demand: UnsafeMutablePointer<Int64>
  /// Whether the task covers a tick for certain and uses something there: it is then in the profile from `lst` to `ect`.
  let isMandatory: UnsafeMutablePointer<Bool>

  init(_ tasks: [CumulativeTask]) {
    count = tasks.count
    low = .allocate(capacity: 2 * count)
    offset = .allocate(capacity: 2 * count)
    length = .allocate(capacity: count)
    presence = .allocate(capacity: count)
    demandVariable = .allocate(capacity: count)
    est = .allocate(capacity: 2 * count)
    ect = .allocate(capacity: 2 * count)
    lst = .allocate(capacity: count)
    demand = .allocate(capacity: count)
    isMandatory = .allocate(capacity: count)
    for (index, task) in tasks.enumerated() {
      low[index] = 2 * task.start + 1
      low[count + index] = 2 * task.end
      offset[index] = 0
      offset[count + index] = task.endOffset
      length[index] = task.length
      presence[index] = task.presence
      switch task.demand {
      case .constant(let amount):
        demandVariable[index] = -1
        demand[index] = amount
      case .variable(let variable):
        demandVariable[index] = variable
        demand[index] = 0
      }
      lst[index] = 0
      isMandatory[index] = false
    }
    est.initialize(repeating: 0, count: 2 * count)
    ect.initialize(repeating: 0, count: 2 * count)
  }

  deinit {
    low.deallocate()
    offset.deallocate()
    length.deallocate()
    presence.deallocate()
    demandVariable.deallocate()
    est.deallocate()
    ect.deallocate()
    lst.deallocate()
    demand.deallocate()
    isMandatory.deallocate()
  }

  /// Reads the bounds from the core.
  func refresh(from core: borrowing Core) {
    for index in 0..<2 &* count {
      est[index] = -(core.limit[low[index]] &+ offset[index])
      let other = index < count ? index &+ count : index &- count
      ect[index] = -(core.limit[low[other] ^ 1] &- offset[other])
    }
    for task in 0..<count {
      if demandVariable[task] >= 0 { demand[task] = Int64(core.lower(demandVariable[task])) }
      lst[task] = -ect[count &+ task]
      isMandatory[task] = lst[task] < ect[task] && demand[task] > 0 && core.holds(presence[task])
    }
  }

  /// The start variable of a task.
  @inline(__always) func start(_ task: Int) -> Int32 { low[task] >> 1 }

  /// Whether start and end are one variable.
  @inline(__always) func hasFixedLength(_ task: Int) -> Bool { low[task] >> 1 == low[count &+ task] >> 1 }

  /// The part of the profile that is the task's own, in a direction of time.
  @inline(__always) func ownPart(_ task: Int, _ direction: Int) -> Range<Int32> {
    if !isMandatory[task] { return 0..<0 }
    return direction == 0 ? lst[task]..<ect[task] : -ect[task]..<(-lst[task])
  }
}

/// A task as its engine variables: it runs from `start` to `end + endOffset` where `presence` holds, and uses its demand all along.
struct CumulativeTask {
  enum Demand {
    case constant(Int64)
    /// An integer variable that is never negative.
    case variable(Int32)
  }

  var start: Int32
  var end: Int32
  var endOffset: Int32
  /// The shortest length.
  var length: Int32
  var presence: Truth
  var demand: Demand
}
