// Bounds propagation of a product.
//
// Statement. z = x * y.
//   Rule 1. z lies between the least and the greatest of the four products of bounds.
//   Rule 2. x lies between the least and the greatest quotient of a value of z by one of y that is not 0; where z and y may both be 0, nothing
//           is said. The same for y.
//   Rule 3. Where no value is left, there is a conflict.
// Explanation. The four bounds of the other two; one after the other is given up for that of the root where the conclusion still follows.
//
// (Apt and Zoeteweij, "An analysis of arithmetic constraints on integer intervals", Constraints 12, 2007.) O(1) a run.

final class ProductPropagator: Propagator {
  /// z, x and y.
  let views: [IntegerView]

  init(_ x: IntegerView, _ y: IntegerView, is z: IntegerView) { views = [z, x, y] }

  override func attach(_ core: inout Core) {
    for view in views {
      core.wake(number, on: view.signed, flags: 1)
      core.wake(number, on: view.signed ^ 1, flags: 1)
    }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    core.work &+= 4
    for target in 0..<3 {
      let ranges = views.map { (low: Int64($0.lower(in: core)), high: Int64($0.upper(in: core))) }
      guard let hull = hull(of: target, ranges) else { continue }
      if hull.low > hull.high {
        var premises = Column<Bound>(capacity: 8)
        appendPremises(of: target, at: Int32(core.trail.count), in: core, into: &premises) { $0.low > $0.high }
        core.conflict = premises
        return false
      }
      let (view, index) = (views[target], Int32(truncatingIfNeeded: target))
      if hull.high < ranges[target].high {
        // What lies below every value stays below it by the clamp, and crosses the lower bound all the same.
        let value = Int32(clamping: max(hull.high, ranges[target].low - 1))
        if !core.set(view.atMost(value), reason(index)) { return false }
      }
      if hull.low > Int64(view.lower(in: core)) {
        let value = Int32(clamping: min(hull.low, ranges[target].high + 1))
        if !core.set(view.atLeast(value), reason(index)) { return false }
      }
    }
    return true
  }

  /// What the other two say of one; nil where that is nothing.
  private func hull(of target: Int, _ ranges: [ProductBounds.Range]) -> ProductBounds.Range? {
    switch target {
    case 0: ProductBounds.product(ranges[1], ranges[2])
    case 1: ProductBounds.factor(of: ranges[0], by: ranges[2])
    default: ProductBounds.factor(of: ranges[0], by: ranges[1])
    }
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    let view = views[Int(reason.a)]
    appendPremises(of: Int(reason.a), at: time, in: core, into: &premises) { hull in
      hull.low > hull.high
        || (asked.signed == view.signed
          ? hull.high <= Int64(view.offset) + Int64(asked.limit) : hull.low >= Int64(view.offset) - Int64(asked.limit))
    }
  }

  /// Appends bounds of the other two by which the hull is good enough.
  private func appendPremises(
    of target: Int, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>,
    _ isEnough: (ProductBounds.Range) -> Bool
  ) {
    var ranges = views.map { (low: Int64($0.lower(at: time, in: core)), high: Int64($0.upper(at: time, in: core))) }
    func follows() -> Bool { hull(of: target, ranges).map(isEnough) ?? false }
    for other in 0..<3 where other != target {
      let view = views[other]
      let kept = ranges[other]
      ranges[other].low = Int64(view.offset &- core.rootLimit(of: view.signed ^ 1))
      if !follows() {
        ranges[other].low = kept.low
        premises.append(view.atLeast(Int32(kept.low)))
      }
      ranges[other].high = Int64(view.offset &+ core.rootLimit(of: view.signed))
      if !follows() {
        ranges[other].high = kept.high
        premises.append(view.atMost(Int32(kept.high)))
      }
    }
  }

  override func unsettled(in core: borrowing Core) -> [Int32] {
    let values = views.map { Int64($0.lower(in: core)) }
    return values[0] == values[1] * values[2] ? [] : views.map(\.variable)
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    // Every pair of factors is tried.
    let ranges = views.map { $0.range(root.limits(given: premises, butNot: conclusion)) }
    if ranges.contains(where: { $0.low > $0.high }) { return .implied }
    guard (Int(ranges[1].high) - Int(ranges[1].low) + 1) * (Int(ranges[2].high) - Int(ranges[2].low) + 1) < 100_000
    else {
      return .undecided
    }
    for x in ranges[1].low...ranges[1].high {
      for y in ranges[2].low...ranges[2].high {
        let isSame = views[1] == views[2] && x != y
        if !isSame, (Int64(ranges[0].low)...Int64(ranges[0].high)).contains(Int64(x) * Int64(y)) { return .notImplied }
      }
    }
    return .implied
  }
}
