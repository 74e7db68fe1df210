import ApusBench
import ApusModel
import Testing

@Suite struct BootstrapTests {
  static func mean(_ groups: [[Double]]) -> Double? {
    Statistics.mean(groups.compactMap { Statistics.mean($0) })
  }

  @Test func equalSeedsGiveEqualIntervals() {
    let groups = [[1.0, 2], [3, 4], [8, 9]]
    let one = Statistics.bootstrapInterval(groups, resamples: 300, seed: 4, statistic: Self.mean)
    #expect(one != nil)
    #expect(one == Statistics.bootstrapInterval(groups, resamples: 300, seed: 4, statistic: Self.mean))
    #expect(one != Statistics.bootstrapInterval(groups, resamples: 300, seed: 5, statistic: Self.mean))
  }

  /// With three instances of one run there are 27 equally likely resamples; with two of two runs, 64. Quantiles of resamples come
  /// close to theirs.
  @Test(arguments: [[[1.0], [2.0], [6.0]], [[1.0, 3.0], [10.0, 20.0]]])
  func againstAllResamples(groups: [[Double]]) throws {
    var all: [[[Double]]] = [[]]
    for _ in groups {
      var next: [[[Double]]] = []
      for partial in all {
        for group in groups {
          if group.count == 1 {
            next.append(partial + [group])
          } else {
            for a in group { for b in group { next.append(partial + [[a, b]]) } }
          }
        }
      }
      all = next
    }
    let exact = all.compactMap(Self.mean).sorted()
    let confidence = 0.8
    let interval = try #require(
      Statistics.bootstrapInterval(groups, confidence: confidence, resamples: 40_000, seed: 1, statistic: Self.mean))
    #expect(agree(interval.estimate, try #require(Self.mean(groups))))
    // The shares of exact outcomes below the ends agree with the levels.
    let below = Double(exact.count { $0 < interval.lower - 1e-9 }) / Double(exact.count)
    let upTo = Double(exact.count { $0 <= interval.lower + 1e-9 }) / Double(exact.count)
    #expect(below <= 0.1 + 0.01 && upTo >= 0.1 - 0.01)
    let belowUpper = Double(exact.count { $0 < interval.upper - 1e-9 }) / Double(exact.count)
    let upToUpper = Double(exact.count { $0 <= interval.upper + 1e-9 }) / Double(exact.count)
    #expect(belowUpper <= 0.9 + 0.01 && upToUpper >= 0.9 - 0.01)
  }

  /// Runs of one instance are alike: a hundred seeds on two instances say no more than two instances.
  @Test func seedsAreNotInstances() throws {
    let groups = [[Double](repeating: 0, count: 100), [Double](repeating: 1, count: 100)]
    let interval = try #require(Statistics.bootstrapInterval(groups, statistic: Self.mean))
    #expect(interval == ConfidenceInterval(estimate: 0.5, lower: 0, upper: 1))
  }

  @Test func degenerate() {
    #expect(Statistics.bootstrapInterval([[Double]](), statistic: Self.mean) == nil)
    #expect(Statistics.bootstrapInterval([[1.0], []], statistic: Self.mean) == nil)
    #expect(Statistics.bootstrapInterval([[1.0]], confidence: 1, statistic: Self.mean) == nil)
    #expect(Statistics.bootstrapInterval([[1.0]], statistic: { _ in nil }) == nil)
    #expect(
      Statistics.bootstrapInterval([[4.0]], statistic: Self.mean)
        == ConfidenceInterval(estimate: 4, lower: 4, upper: 4))
  }
}
