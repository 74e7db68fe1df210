import ApusBench
import ApusModel
import Foundation
import Testing

/// Changes that are planted in noisy runs: found where they are, and not where they are not.
@Suite struct PlantedChangeTests {
  static func verdicts(
    _ count: Int, slowdown: Double, spread: Double = 0, change: (inout ComparisonSettings) -> Void = { _ in }
  ) throws -> [Verdict: Int] {
    var random = SplitMix64(seed: UInt64(slowdown * 1000))
    var counts: [Verdict: Int] = [:]
    for round in 0..<count {
      let runs = Runs.synthetic(
        instances: 30, seeds: 2, slowdown: slowdown, noise: 0.05, spread: spread, random: &random)
      var settings = ComparisonSettings()
      settings.resamples = 300
      settings.seed = UInt64(round)
      change(&settings)
      counts[try Comparison(base: runs.base, new: runs.new, settings: settings).verdict, default: 0] += 1
    }
    return counts
  }

  @Test(arguments: [1.05, 1.1, 1.2])
  func slowdownsAreFound(slowdown: Double) throws {
    let counts = try Self.verdicts(60, slowdown: slowdown)
    #expect(counts[.worse, default: 0] >= 57, "\(counts)")
    #expect(counts[.better] == nil)
  }

  @Test(arguments: [0.8, 0.9, 0.95])
  func speedupsAreFound(speedup: Double) throws {
    let counts = try Self.verdicts(60, slowdown: speedup)
    #expect(counts[.better, default: 0] >= 57, "\(counts)")
    #expect(counts[.worse] == nil)
  }

  /// No change at all is called worse no more often than the confidence allows, be it in noise alone or where instances go up and down.
  @Test(arguments: [0, 0.1])
  func nothingIsNoRegression(spread: Double) throws {
    let counts = try Self.verdicts(200, slowdown: 1, spread: spread) { $0.timeThreshold = 0 }
    #expect(counts[.worse, default: 0] <= 10, "\(counts)")
    #expect(counts[.better, default: 0] <= 10, "\(counts)")
  }

  /// The same where both measures have their noise: some instances proven in noisy times, others stopped with noisy answers.
  @Test func nothingInTwoMeasuresIsNoRegression() throws {
    var random = SplitMix64(seed: 42)
    var counts: [Verdict: Int] = [:]
    for round in 0..<200 {
      var runs = Runs.synthetic(instances: 15, seeds: 2, slowdown: 1, noise: 0.1, random: &random)
      for instance in 15..<30 {
        for seed in 0..<2 {
          let name = "i\(instance)"
          runs.base.append(Runs.stopped(name, seed: seed, objective: 100 + (4 * random.normal()).rounded()))
          runs.new.append(Runs.stopped(name, seed: seed, objective: 100 + (4 * random.normal()).rounded()))
        }
      }
      var settings = ComparisonSettings()
      settings.timeThreshold = 0
      settings.qualityThreshold = 0
      settings.resamples = 300
      settings.seed = UInt64(round)
      counts[try Comparison(base: runs.base, new: runs.new, settings: settings).verdict, default: 0] += 1
    }
    #expect(counts[.worse, default: 0] <= 10, "\(counts)")
    #expect(counts[.better, default: 0] <= 10, "\(counts)")
  }

  /// Within a threshold that the noise allows, nothing is the same.
  @Test func nothingIsTheSame() throws {
    let counts = try Self.verdicts(60, slowdown: 1) { $0.timeThreshold = 0.05 }
    #expect(counts[.same, default: 0] >= 57, "\(counts)")
  }

  /// The interval holds the true ratio about as often as it says.
  @Test func intervalsCover() throws {
    var random = SplitMix64(seed: 77)
    var covered = 0
    for round in 0..<200 {
      let runs = Runs.synthetic(instances: 25, seeds: 2, slowdown: 1.1, noise: 0.1, spread: 0.1, random: &random)
      var settings = ComparisonSettings()
      settings.shift = 0
      settings.resamples = 300
      settings.seed = UInt64(round)
      let time = try #require(try Comparison(base: runs.base, new: runs.new, settings: settings).time)
      if time.lower <= 1.1, 1.1 <= time.upper { covered += 1 }
    }
    #expect(covered >= 180 && covered <= 199, "\(covered) of 200")
  }
}
