/// How two sets of runs are compared.
public struct ComparisonSettings: Sendable, Hashable {
  /// The confidence of intervals and verdict. Each end of an interval is missed with a chance of (1 - confidence) / 2; as two
  /// measures are judged, no change at all is called worse with a chance of at most 1 - confidence.
  public var confidence = 0.95
  /// The relative change of times that nobody cares about: ratios from 1 / (1 + threshold) to 1 + threshold are the same.
  public var timeThreshold = 0.02
  /// The change of the mean distance from the best objective that nobody cares about, as a fraction.
  public var qualityThreshold = 0.001
  /// The shift of geometric means of times, in seconds.
  public var shift = 1.0
  /// From which ratio of times on an instance is named among the regressions.
  public var slowdown = 2.0
  /// The number of bootstrap resamples.
  public var resamples = 2000
  /// The seed of the bootstrap.
  public var seed: UInt64 = 0
  /// Best-known objectives. Where a run has a better one, or none is known, the best of all runs compared is taken.
  public var best: [InstanceName: Double] = [:]

  public init() {}

  /// The fewest instances that can support a verdict: with n instances, all of them pointing one way happens by chance
  /// with probability 2¹⁻ⁿ, which must be at most 1 - confidence. Six at 95 %.
  public var fewestInstances: Int {
    var n = 1
    var chance = 1.0
    while chance > 1 - confidence, n < 64 {
      n += 1
      chance /= 2
    }
    return n
  }
}

/// The name of an instance among all suites.
public struct InstanceName: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  public var suite, instance: String

  public init(suite: String, instance: String) {
    self.suite = suite
    self.instance = instance
  }

  public var description: String { "\(suite)/\(instance)" }

  public static func < (a: Self, b: Self) -> Bool { (a.suite, a.instance) < (b.suite, b.instance) }
}
