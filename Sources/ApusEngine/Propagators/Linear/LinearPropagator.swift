// Bounds propagation of a linear inequality.
//
// Statement. Σ cᵢ·xᵢ <= limit, with positive coefficients over signed variables (a negative coefficient flips the sign).
//   Rule 1. Where the sum of the least values exceeds the limit, there is a conflict.
//   Rule 2. xᵢ <= lower(xᵢ) + ⌊(limit - least sum) / cᵢ⌋.
// Explanation. The lower bounds of the other variables. What they exceed the need by is slack, spent greedily: a bound is weakened
// as far as slack / coefficient allows, and left out where that reaches its root bound.
//
// Sums are 64-bit; the compiler has proven that they fit. O(n) a run.

final class LinearPropagator: Propagator {
  struct Term {
    var coefficient: Int64
    var signed: SignedVariable
  }

  let terms: [Term]
  /// May be lowered at the root, as better solutions are found.
  private(set) var limit: Int64

  /// - Precondition: coefficients are positive and signed variables differ in more than their sign.
  init(_ terms: [Term], atMost limit: Int64) {
    self.terms = terms
    self.limit = limit
  }

  /// Asks for a lower sum from now on.
  func tighten(to newLimit: Int64, _ core: inout Core) {
    guard newLimit < limit else { return }
    limit = newLimit
    core.enqueue(number, flags: 1)
  }

  override func attach(_ core: inout Core) {
    // The least value of x is the limit of its opposite.
    for term in terms { core.wake(number, on: term.signed ^ 1, flags: 1) }
  }

  override func propagate(_ core: inout Core, changes: Int32) -> Bool {
    core.work &+= terms.count >> 2
    var least: Int64 = 0
    for term in terms { least &-= term.coefficient &* Int64(core.limit[term.signed ^ 1]) }
    let room = limit &- least
    if room < 0 {
      var premises = Column<Bound>(capacity: 32)
      appendLeastSum(above: limit, except: nil, at: Int32(core.trail.count), in: core, into: &premises)
      core.conflict = premises
      return false
    }
    for (index, term) in terms.enumerated() {
      let lower = -Int64(core.limit[term.signed ^ 1])
      let upper = Int64(core.limit[term.signed])
      if (upper &- lower) &* term.coefficient <= room { continue }
      let bound = Bound(term.signed, Int32(truncatingIfNeeded: lower &+ room / term.coefficient))
      if !core.set(bound, reason(Int32(truncatingIfNeeded: index))) { return false }
    }
    return true
  }

  override func explain(
    _ asked: Bound, _ reason: Reason, at time: Int32, in core: borrowing Core, into premises: inout Column<Bound>
  ) {
    // x <= a follows where the others sum to more than limit - c·(a + 1).
    let coefficient = terms[Int(reason.a)].coefficient
    let needed = limit - coefficient * (Int64(asked.limit) + 1)
    appendLeastSum(above: needed, except: Int(reason.a), at: time, in: core, into: &premises)
  }

  /// Lower bounds at `time` of the terms but one that sum to more than `needed`.
  private func appendLeastSum(
    above needed: Int64, except skipped: Int?, at time: Int32, in core: borrowing Core,
    into premises: inout Column<Bound>
  ) {
    var sum: Int64 = 0
    for (index, term) in terms.enumerated() where index != skipped {
      sum -= term.coefficient * Int64(core.limit(of: term.signed ^ 1, at: time))
    }
    var slack = sum - needed - 1
    assert(slack >= 0)
    for (index, term) in terms.enumerated() where index != skipped {
      let opposite = term.signed ^ 1
      let held = core.limit(of: opposite, at: time)
      let root = core.rootLimit(of: opposite)
      if held == root { continue }
      let weakened = min(Int64(root), Int64(held) + slack / term.coefficient)
      slack -= (weakened - Int64(held)) * term.coefficient
      if weakened < Int64(root) { premises.append(Bound(opposite, Int32(weakened))) }
    }
  }

  override func judge(_ premises: [Bound], _ conclusion: Bound?, root: RootDomains) -> Judgement {
    // Independent of the rule: with the premises and the conclusion's opposite, no value of the sum is low enough.
    let limits = root.limits(given: premises, butNot: conclusion)
    var least: Int64 = 0
    for term in terms { least -= term.coefficient * Int64(limits[Int(term.signed ^ 1)]) }
    return least > limit ? .implied : .notImplied
  }
}
