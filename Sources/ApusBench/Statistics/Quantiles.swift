extension Statistics {
  /// The quantile at `level` in 0...1, with linear interpolation between the closest ranks: type 7, as NumPy, R and Excel have it.
  ///
  /// With the values sorted and counted from 0, it lies at rank (n - 1) · level. Infinite values are allowed.
  ///
  /// R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996) 361-365.
  ///
  /// - Returns: `nil` for no values, for one that is not a number, and for a level outside 0...1.
  public static func quantile(_ values: [Double], _ level: Double) -> Double? {
    values.contains(where: \.isNaN) ? nil : quantile(sorted: values.sorted(), level)
  }

  /// The middle value, or the mean of the two middle values.
  public static func median(_ values: [Double]) -> Double? { quantile(values, 0.5) }

  /// ``quantile(_:_:)`` of values that are sorted already.
  static func quantile(sorted values: [Double], _ level: Double) -> Double? {
    guard !values.isEmpty, level >= 0, level <= 1 else { return nil }
    let rank = Double(values.count - 1) * level
    let lower = Int(rank)
    let part = rank - Double(lower)
    let low = values[lower]
    if part == 0 { return low }
    let high = values[lower + 1]
    return low == high ? low : number(low + part * (high - low))
  }
}
