import Foundation

extension Statistics {
  /// The shifted geometric mean exp(mean(ln(xᵢ + s))) - s.
  ///
  /// Ratios of large values count as in the geometric mean; differences far below the shift hardly count. Times in seconds are
  /// usually shifted by 1 or 10; the shift belongs beside the number. With a shift of 0 it is the geometric mean.
  ///
  /// T. Achterberg, "Constraint Integer Programming", dissertation, TU Berlin 2007, section A.3.
  ///
  /// - Returns: `nil` for no values, or where a shifted value is negative.
  public static func shiftedGeometricMean(_ values: [Double], shift: Double) -> Double? {
    guard let logarithm = mean(values.map { log($0 + shift) }) else { return nil }
    return number(exp(logarithm) - shift)
  }

  /// The penalised average runtime PAR-k: the mean of times in which a run without a proof counts `factor` times its limit.
  ///
  /// F. Hutter, H. H. Hoos, K. Leyton-Brown, T. Stützle, "ParamILS: an automatic algorithm configuration framework", JAIR 36
  /// (2009). Usual factors are 2 and 10.
  ///
  /// - Parameter runs: the time of a run, or `nil` where it reached no proof, and its limit.
  public static func penalisedAverage(_ runs: [(seconds: Double?, limit: Double)], factor: Double) -> Double? {
    mean(runs.map { $0.seconds ?? factor * $0.limit })
  }
}
