/// The steps of a reservoir as plain columns. Positive ones fill it, negative ones drain it; the limit is above.
///
/// `time`, `counts` and `earliest` are snapshots that `refresh` brings up to date; inside a pass they may be older than the core, and then
/// weaker.
struct ReservoirSteps: ~Copyable {
  let count: Int
  /// The step is at the value of the variable plus `offset`.
  let variable: UnsafeMutablePointer<Int32>
  let offset: UnsafeMutablePointer<Int32>
  let amount: UnsafeMutablePointer<Int64>
  let presence: UnsafeMutablePointer<Truth>
  /// The start variable of the interval that the step belongs to.
  let start: UnsafeMutablePointer<Int32>
  /// From when on a step counts where the level is as low as it can be: a filling one at its latest, a draining one at its earliest.
  let time: UnsafeMutablePointer<Int32>
  /// Whether it counts there: a filling one where it is present for certain, a draining one unless it is absent.
  let counts: UnsafeMutablePointer<Bool>

  init(_ steps: [ReservoirStep]) {
    count = steps.count
    variable = .allocate(capacity: count)
    offset = .allocate(capacity: count)
    amount = .allocate(capacity: count)
    presence = .allocate(capacity: count)
    start = .allocate(capacity: count)
    time = .allocate(capacity: count)
    counts = .allocate(capacity: count)
    for (index, step) in steps.enumerated() {
      variable[index] = step.variable
      offset[index] = step.offset
      amount[index] = step.amount
      presence[index] = step.presence
      start[index] = step.start
    }
    time.initialize(repeating: 0, count: count)
    counts.initialize(repeating: false, count: count)
  }

  deinit {
    variable.deallocate()
    offset.deallocate()
    amount.deallocate()
    presence.deallocate()
    start.deallocate()
    time.deallocate()
    counts.deallocate()
  }

  @inline(__always) func fills(_ step: Int) -> Bool { amount[step] > 0 }

  /// Reads the bounds from the core, for the lowest level.
  func refresh(from core: borrowing Core) {
    for step in 0..<count {
      time[step] = fills(step) ? latest(step, in: core) : earliest(step, in: core)
      counts[step] = fills(step) ? core.holds(presence[step]) : !core.fails(presence[step])
    }
  }

  /// Reads the schedule of the lower bounds.
  func refreshEarliest(from core: borrowing Core) {
    for step in 0..<count {
      time[step] = earliest(step, in: core)
      counts[step] = core.holds(presence[step])
    }
  }

  @inline(__always) func earliest(_ step: Int, in core: borrowing Core) -> Int32 {
    core.lower(variable[step]) &+ offset[step]
  }

  @inline(__always) func latest(_ step: Int, in core: borrowing Core) -> Int32 {
    core.upper(variable[step]) &+ offset[step]
  }

  // MARK: Literals

  /// The literal "the step is at `time` or before".
  @inline(__always) func isBy(_ step: Int, _ time: Int32) -> Bound { Bound(2 &* variable[step], time &- offset[step]) }

  /// The literal "the step is after `time`".
  @inline(__always) func isAfter(_ step: Int, _ time: Int32) -> Bound {
    Bound(2 &* variable[step] &+ 1, offset[step] &- time &- 1)
  }

  // MARK: The past

  /// Whether the step made the level higher at a tick, by what was known: a filling one by being there, a draining one by not being.
  @inline(__always) func raises(_ step: Int, at tick: Int32, time: Int32, in core: borrowing Core) -> Bool {
    if fills(step) {
      return core.holds(presence[step], at: time)
        && core.limit(of: 2 &* variable[step], at: time) &+ offset[step] <= tick
    }
    return core.holds(presence[step] ^ 1, at: time)
      || offset[step] &- core.limit(of: 2 &* variable[step] &+ 1, at: time) > tick
  }
}

/// A step as its engine variables: at `variable + offset`, where `presence` holds.
struct ReservoirStep {
  var variable: Int32
  var offset: Int32
  var amount: Int64
  var presence: Truth
  var start: Int32
}
