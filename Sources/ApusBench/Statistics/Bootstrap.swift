import ApusModel

/// A range that holds a true value with the stated confidence, and the estimate from the sample itself.
public struct ConfidenceInterval: Sendable, Hashable, Codable {
  public var estimate, lower, upper: Double

  public init(estimate: Double, lower: Double, upper: Double) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
  }
}

extension Statistics {
  /// The percentile bootstrap interval of any statistic of runs that are grouped by instance, seeds nested.
  ///
  /// Instances are the sample, not runs: each resample draws as many instances as there are, with replacement, and for each drawn instance as
  /// many of its runs as it has, with replacement. The interval is from the (1 - c) / 2 to the (1 + c) / 2 quantile of the statistic.
  /// Runs within instances being resampled as well, it is a little wider than need be, never narrower. With few instances (below some
  /// twenty) a percentile interval covers less than it says.
  ///
  /// B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13; nesting: A. C. Davison, D. V. Hinkley, "Bootstrap
  /// Methods and their Application", 1997, section 3.8.
  ///
  /// - Complexity: `resamples` evaluations, each of as many elements as there are.
  /// - Returns: `nil` where there is no group, a group is empty, or the statistic has no value for the sample or for more than half of
  ///   the resamples.
  public static func bootstrapInterval<Element>(
    _ groups: [[Element]], confidence: Double = 0.95, resamples: Int = 2000, seed: UInt64 = 0,
    statistic: ([[Element]]) -> Double?
  ) -> ConfidenceInterval? {
    guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty }), confidence > 0, confidence < 1 else { return nil }
    guard let estimate = statistic(groups) else { return nil }
    var random = SplitMix64(seed: seed)
    var values: [Double] = []
    var resample = groups
    for _ in 0..<resamples {
      for place in resample.indices {
        let drawn = groups[random.index(below: groups.count)]
        resample[place] = drawn.count == 1 ? drawn : drawn.map { _ in drawn[random.index(below: drawn.count)] }
      }
      if let value = statistic(resample).flatMap(number) { values.append(value) }
    }
    guard 2 * values.count > resamples else { return nil }
    values.sort()
    guard let lower = quantile(sorted: values, (1 - confidence) / 2),
      let upper = quantile(sorted: values, (1 + confidence) / 2)
    else { return nil }
    return ConfidenceInterval(estimate: estimate, lower: lower, upper: upper)
  }
}

extension SplitMix64 {
  /// A number drawn evenly from 0..<count, the same on every platform: the high half of a product (D. Lemire 2019, without his rejection,
  /// whose absence shifts no chance by more than count / 2⁶⁴).
  mutating func index(below count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }
}
