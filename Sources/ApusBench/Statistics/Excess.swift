import Foundation

extension Statistics {
  /// By how much an objective is worse than the best known, relative to it: objective / best - 1 when minimising, 1 - objective / best
  /// when maximising a positive value. Negative for a new record.
  ///
  /// - Returns: 0 where both are equal; `nil` where the best known is 0 and the objective is not.
  public static func excess(objective: Double, best: Double, sense: RunSense) -> Double? {
    if objective == best { return 0 }
    if best == 0 { return nil }
    return number((sense == .minimize ? objective - best : best - objective) / abs(best))
  }

  /// The arithmetic mean of excesses: the "average relative percentage deviation" of scheduling papers, as a fraction.
  public static func meanExcess(_ pairs: [(objective: Double, best: Double)], sense: RunSense) -> Double? {
    var excesses: [Double] = []
    for pair in pairs {
      guard let one = excess(objective: pair.objective, best: pair.best, sense: sense) else { return nil }
      excesses.append(one)
    }
    return mean(excesses)
  }

  /// The geometric mean of ratios less one: exp(mean(ln(objectiveᵢ / bestᵢ))) - 1.
  ///
  /// Taken through logarithms, so the n-th root is never forgotten and a product of hundreds of ratios never overflows.
  ///
  /// - Returns: `nil` for no pairs, or where a ratio is not positive.
  public static func geometricExcess(_ pairs: [(objective: Double, best: Double)]) -> Double? {
    guard pairs.allSatisfy({ $0.objective / $0.best > 0 }) else { return nil }
    return mean(pairs.map { log($0.objective / $0.best) }).flatMap { number(expm1($0)) }
  }
}
