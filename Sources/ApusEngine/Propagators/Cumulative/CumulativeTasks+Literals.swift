// What is said of a task, as literals of the engine, and what held in the past. The end of a task is the start of it in the other direction of
// time with the sign changed, so two forms of literals are enough.

extension CumulativeTasks {
  /// The literal "task starts no earlier than `time`".
  @inline(__always) func starts(_ task: Int, noEarlierThan time: Int32, _ direction: Int) -> Bound {
    let index = direction &* count &+ task
    return Bound(low[index], -time &- offset[index])
  }

  /// The literal "task ends no earlier than `time`".
  @inline(__always) func ends(_ task: Int, noEarlierThan time: Int32, _ direction: Int) -> Bound {
    let index = (1 &- direction) &* count &+ task
    return Bound(low[index] ^ 1, -time &+ offset[index])
  }

  /// The literal "task has started by `time`".
  @inline(__always) func starts(_ task: Int, by time: Int32) -> Bound { ends(task, noEarlierThan: -time, 1) }

  /// The time that a literal of the form of `starts(_:noEarlierThan:_:)` speaks of.
  @inline(__always) func startTime(of bound: Bound, _ task: Int, _ direction: Int) -> Int32 {
    -(bound.limit &+ offset[direction &* count &+ task])
  }

  // MARK: Now

  /// The earliest completion as of now.
  @inline(__always) func ect(_ task: Int, _ direction: Int, in core: borrowing Core) -> Int32 {
    let index = (1 &- direction) &* count &+ task
    return -(core.limit[low[index] ^ 1] &- offset[index])
  }

  // MARK: The past

  @inline(__always) func ect(_ task: Int, _ direction: Int, at time: Int32, in core: borrowing Core) -> Int32 {
    let index = (1 &- direction) &* count &+ task
    return -(core.limit(of: low[index] ^ 1, at: time) &- offset[index])
  }

  @inline(__always) func est(_ task: Int, _ direction: Int, at time: Int32, in core: borrowing Core) -> Int32 {
    let index = direction &* count &+ task
    return -(core.limit(of: low[index], at: time) &+ offset[index])
  }

  /// Whether the task covered all ticks from `first` to `last` for certain.
  @inline(__always) func covers(
    _ task: Int, from first: Int32, to last: Int32, at time: Int32, in core: borrowing Core
  ) -> Bool {
    core.holds(presence[task], at: time) && -ect(task, 1, at: time, in: core) <= first
      && ect(task, 0, at: time, in: core) > last
  }

  @inline(__always) func demand(_ task: Int, at time: Int32, in core: borrowing Core) -> Int64 {
    let variable = demandVariable[task]
    return variable < 0 ? demand[task] : -Int64(core.limit(of: 2 &* variable &+ 1, at: time))
  }
}
