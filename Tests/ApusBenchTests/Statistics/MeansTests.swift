import ApusBench
import Foundation
import Testing

/// Whether two numbers agree to a relative (or, near zero, absolute) 1e-12.
func agree(_ a: Double?, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let a else { return false }
  return a == b || abs(a - b) <= tolerance * max(1, abs(b))
}

@Suite struct MeansTests {
  @Test func shiftedGeometricMeans() {
    #expect(agree(Statistics.shiftedGeometricMean([1, 4], shift: 0), 2))
    #expect(agree(Statistics.shiftedGeometricMean([0, 3], shift: 1), 1))
    #expect(agree(Statistics.shiftedGeometricMean([90, 0, 30], shift: 10), pow(100 * 10 * 40, 1.0 / 3) - 10))
    #expect(agree(Statistics.shiftedGeometricMean([7], shift: 10), 7))
    #expect(Statistics.shiftedGeometricMean([0, 5], shift: 0) == 0)
    #expect(Statistics.shiftedGeometricMean([], shift: 1) == nil)
    #expect(Statistics.shiftedGeometricMean([-2, 5], shift: 1) == nil)
    #expect(Statistics.shiftedGeometricMean([.nan], shift: 1) == nil)
  }

  @Test func penalisedAverages() {
    let runs: [(seconds: Double?, limit: Double)] = [(10, 60), (nil, 60), (20, 60)]
    #expect(agree(Statistics.penalisedAverage(runs, factor: 2), 50))
    #expect(agree(Statistics.penalisedAverage(runs, factor: 10), 210))
    #expect(Statistics.penalisedAverage([], factor: 2) == nil)
    #expect(Statistics.penalisedAverage([(nil, 5)], factor: 1) == 5)
  }

  @Test func excesses() {
    #expect(agree(Statistics.excess(objective: 110, best: 100, sense: .minimize), 0.1))
    #expect(agree(Statistics.excess(objective: 90, best: 100, sense: .maximize), 0.1))
    #expect(agree(Statistics.excess(objective: 95, best: 100, sense: .minimize), -0.05))
    #expect(agree(Statistics.excess(objective: -90, best: -100, sense: .minimize), 0.1))
    #expect(Statistics.excess(objective: 0, best: 0, sense: .minimize) == 0)
    #expect(Statistics.excess(objective: 1, best: 0, sense: .minimize) == nil)
    let pairs: [(objective: Double, best: Double)] = [(110, 100), (130, 100)]
    #expect(agree(Statistics.meanExcess(pairs, sense: .minimize), 0.2))
    #expect(agree(Statistics.geometricExcess(pairs), (1.1 * 1.3).squareRoot() - 1))
    #expect(Statistics.meanExcess([], sense: .minimize) == nil)
    #expect(Statistics.geometricExcess([]) == nil)
    #expect(Statistics.geometricExcess([(0, 1)]) == nil)
  }

  /// Five thousand ratios of 2 average to 2: a product would overflow, and a forgotten root would be seen.
  @Test func geometricExcessOfManyRatios() {
    #expect(agree(Statistics.geometricExcess(Array(repeating: (2, 1), count: 5000)), 1))
  }

  @Test func gaps() {
    #expect(agree(Statistics.gap(objective: 200, bound: 150), 0.25))
    #expect(agree(Statistics.gap(objective: 0.5, bound: 0.25), 0.25))
    #expect(Statistics.gap(objective: .nan, bound: 1) == nil)
    #expect(agree(Statistics.boundRatio(objective: 120, bound: 100, sense: .minimize), 1.2))
    #expect(agree(Statistics.boundRatio(objective: 100, bound: 120, sense: .maximize), 1.2))
    #expect(Statistics.boundRatio(objective: 0, bound: 0, sense: .minimize) == 1)
    #expect(Statistics.boundRatio(objective: 5, bound: 0, sense: .minimize) == nil)
    #expect(Statistics.boundedGap(100, reference: 80) == 0.2)
    #expect(Statistics.boundedGap(80, reference: 100) == 0.2)
    #expect(Statistics.boundedGap(0, reference: 0) == 0)
    #expect(Statistics.boundedGap(5, reference: 0) == 1)
    #expect(Statistics.boundedGap(5, reference: -5) == 1)
    #expect(Statistics.boundedGap(nil, reference: 3) == 1)
    #expect(Statistics.boundedGap(.infinity, reference: 3) == 1)
  }

  @Test func quantiles() {
    #expect(Statistics.median([3, 1, 2]) == 2)
    #expect(Statistics.median([4, 1, 2, 3]) == 2.5)
    #expect(Statistics.quantile([10, 20, 30, 40, 50], 0.1) == 14)
    #expect(Statistics.quantile([10, 20], 0) == 10)
    #expect(Statistics.quantile([10, 20], 1) == 20)
    #expect(Statistics.quantile([5], 0.3) == 5)
    #expect(Statistics.quantile([1, .infinity, .infinity, .infinity], 0.5) == .infinity)
    #expect(Statistics.median([]) == nil)
    #expect(Statistics.median([1, .nan]) == nil)
    #expect(Statistics.quantile([1], 1.5) == nil)
  }
}
