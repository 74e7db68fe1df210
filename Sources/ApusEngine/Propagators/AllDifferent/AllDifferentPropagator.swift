// Bounds consistency of "all different" by Hall intervals.
//
// Statement. No two of n views have the same value.
//   Rule 1. More than b - a + 1 views within [a, b] are a conflict.
//   Rule 2. Where exactly b - a + 1 views lie within [a, b], any other that is at least a is at least b + 1.
// Explanation. The views within: at least a and at most b each; for rule 2 also that the other one is at least a. A weaker literal follows from the same.
//
// (Puget, "A fast algorithm for the bound consistency of alldiff constraints", AAAI 1998; explanations as in Downing, Feydy and Stuckey, "Explaining
// alldifferent", ACSC 2012.) Written for lower bounds and run on the views and on their negations. O(n) for each lower bound in use and O(n) for each
// Hall interval, so O(n²) a run on most.

final class AllDifferentPropagator: Propagator {
  /// The views, and their negations.
  let views: [[IntegerView]]

  init(_ views: [IntegerView]) { self.views = [views, views.map(\.mirrored)] }

  override func attach(_ core: inout Core) {
    for view in views[0] {
      core.wake(number, on: view.signed, flags: 1)
      core.wake(number, on: view.signed ^ 1, flags: 1)
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    propagate(&core, direction: 0) && propagate(&core, direction: 1)
  }

  private func propagate(_ core: inout Core, direction: Int) -> Bool {
    let views = views[direction]
    let lows = views.map { $0.lower(in: core) }
    let highs = views.map { $0.upper(in: core) }
    let order = views.indices.sorted { (highs[$0], $0) < (highs[$1], $1) }
    core.work &+= views.count
    for start in Set(lows).sorted(by: >) {
      var count: Int32 = 0
      for view in order where lows[view] >= start {
        count += 1
        let end = highs[view]
        if count > end - start + 1 {
          core.conflict = Column(within(start, end, direction, at: Int32(core.trail.count), in: core))
          return false
        }
        guard count == end - start + 1 else { continue }
        for other in order where highs[other] > end && lows[other] >= start && lows[other] <= end {
          let reason = reason(Int32(2 * other + direction), start, end)
          if !core.set(views[other].atLeast(end + 1), reason) { return false }
        }
      }
    }
    return true
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    let direction = Int(reason.a & 1)
    for bound in within(reason.b, reason.c, direction, at: time, in: core) { premises.append(bound) }
    premises.append(views[direction][Int(reason.a >> 1)].atLeast(reason.b))
  }

  /// That all views which do lie within an interval.
  private func within(
    _ start: Int32, _ end: Int32, _ direction: Int, at time: Int32, in core: borrowing Core
  ) -> [Bound] {
    var premises: [Bound] = []
    for view in views[direction]
    where view.lower(at: time, in: core) >= start && view.upper(at: time, in: core) <= end {
      premises.append(view.atLeast(start))
      premises.append(view.atMost(end))
    }
    return premises
  }

  override func unsettled(in core: borrowing Core) -> [Int32] {
    let values = views[0].map { $0.lower(in: core) }
    return Set(values).count == values.count ? [] : views[0].map(\.variable)
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    // Values in increasing order, each to the view that must be served first: finds different values if there are any.
    let limits = root.limits(given: premises, butNot: conclusion)
    var waiting = views[0].map { $0.range(limits) }.sorted { $0.low < $1.low }
    var value = Int32.min
    while !waiting.isEmpty {
      value = max(value, waiting[0].low)
      let open = waiting.prefix { $0.low <= value }
      guard let next = open.indices.min(by: { open[$0].high < open[$1].high }) else { return .notImplied }
      if open[next].high < value { return .implied }
      waiting.remove(at: next)
      value += 1
    }
    return .notImplied
  }
}
