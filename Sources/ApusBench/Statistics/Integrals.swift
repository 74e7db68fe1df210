extension Statistics {
  /// The primal integral: the distance of the best solution so far from `reference`, integrated over time from 0 to `end`, in seconds.
  ///
  /// P(T) = ∫₀ᵀ p(t) dt, where p is ``boundedGap(_:reference:)`` of the incumbent, and 1 before the first. Divided by T it is the
  /// average distance. Small where good solutions come early; the reference (optimum or best known) belongs beside the number.
  ///
  /// T. Berthold, "Measuring the impact of primal heuristics", Operations Research Letters 41 (2013) 611-614, equations (2), (3).
  ///
  /// - Returns: `nil` where `end` is negative or not finite.
  public static func primalIntegral(
    _ events: [RunEvent], reference: Double, end: Double, sense: RunSense
  ) -> Double? {
    integral(events, end, sense) { objective, _ in boundedGap(objective, reference: reference) }
  }

  /// The gap integral: as the primal integral, with the best bound so far in the place of the reference, and 1 while there is no
  /// solution or no bound. It needs no reference; both better solutions and better bounds lower it.
  public static func gapIntegral(_ events: [RunEvent], end: Double, sense: RunSense) -> Double? {
    integral(events, end, sense) { objective, bound in boundedGap(objective, reference: bound) }
  }

  /// The integral of a step function of the best objective and the best bound so far. Events may come in any order.
  private static func integral(
    _ events: [RunEvent], _ end: Double, _ sense: RunSense, height: (_ objective: Double?, _ bound: Double?) -> Double
  ) -> Double? {
    guard end >= 0, end.isFinite else { return nil }
    var objective: Double?
    var bound: Double?
    var now = 0.0
    var area = 0.0
    for event in events.sorted(by: { $0.t < $1.t }) where event.t < end {
      let t = max(0, event.t)
      area += (t - now) * height(objective, bound)
      now = t
      if let new = event.objective { objective = objective.map { sense.better($0, new) } ?? new }
      // A bound improves in the direction in which objectives grow worse.
      if let new = event.bound { bound = bound.map { sense.isBetter(new, than: $0) ? $0 : new } ?? new }
    }
    return area + (end - now) * height(objective, bound)
  }
}
