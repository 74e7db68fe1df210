extension Statistics {
  /// The gap |objective - bound| / max(1, |objective|), as `apus solve` reports it.
  public static func gap(objective: Double, bound: Double) -> Double? {
    number(abs(objective - bound) / max(1, abs(objective)))
  }

  /// How many times the bound the objective is, at least 1 for a right bound: objective / bound when minimising, bound / objective
  /// when maximising.
  ///
  /// - Returns: 1 where both are equal; `nil` unless both are positive.
  public static func boundRatio(objective: Double, bound: Double, sense: RunSense) -> Double? {
    if objective == bound { return 1 }
    guard objective > 0, bound > 0 else { return nil }
    return number(sense == .minimize ? objective / bound : bound / objective)
  }

  /// The distance of a value from a reference, from 0 to 1: |reference - value| / max(|reference|, |value|), 0 where both are
  /// equal, and 1 where their signs differ or there is no value.
  ///
  /// T. Berthold, "Measuring the impact of primal heuristics", Operations Research Letters 41 (2013) 611-614, equation (1).
  public static func boundedGap(_ value: Double?, reference: Double?) -> Double {
    guard let value, let reference, !value.isNaN, !reference.isNaN else { return 1 }
    if value == reference { return 0 }
    guard value.isFinite, reference.isFinite, value * reference >= 0 else { return 1 }
    return abs(reference - value) / max(abs(reference), abs(value))
  }
}
