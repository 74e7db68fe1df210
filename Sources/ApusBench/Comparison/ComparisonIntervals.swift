import Foundation

/// The intervals of a comparison, from the pairs of each instance.
struct ComparisonIntervals {
  let time, excess, quality: ConfidenceInterval?
  let timeTest, qualityTest: Statistics.SignedRank?

  init(_ groups: [(pairs: [RunPair], measure: RunMeasure)], _ settings: ComparisonSettings) {
    let shift = settings.shift
    // Shifted logarithms are taken once; resampling then only adds.
    let logarithms = groups.map { pairs, measure in
      pairs.map { Change(base: log(measure.seconds($0.base) + shift), new: log(measure.seconds($0.new) + shift)) }
    }
    time = Self.interval(logarithms, settings, neutral: 1) { base, new in
      let (before, after) = (exp(base) - shift, exp(new) - shift)
      return before == after ? 1 : after / before
    }
    timeTest = Self.test(logarithms)
    let excesses = groups.map { pairs, measure in
      pairs.compactMap { pair -> Change? in
        guard let base = measure.excess(pair.base), let new = measure.excess(pair.new) else { return nil }
        return Change(base: base, new: new)
      }
    }
    excess = Self.interval(excesses.filter { !$0.isEmpty }, settings, neutral: 0) { $1 - $0 }
    let distances = groups.map { pairs, measure in
      pairs.map { Change(base: measure.quality($0.base), new: measure.quality($0.new)) }
    }
    quality = Self.interval(distances, settings, neutral: 0) { $1 - $0 }
    qualityTest = Self.test(distances)
  }

  /// One measure of the two runs of a pair.
  private struct Change {
    var base, new: Double
  }

  /// Whether instances' mean changes lie evenly about zero.
  private static func test(_ groups: [[Change]]) -> Statistics.SignedRank? {
    Statistics.signedRank(groups.compactMap { Statistics.mean($0.map { $0.new - $0.base }) })
  }

  /// The bootstrap interval of a function of both sets' means over instances of the means over seeds.
  private static func interval(
    _ groups: [[Change]], _ settings: ComparisonSettings, neutral: Double,
    _ statistic: (_ base: Double, _ new: Double) -> Double
  ) -> ConfidenceInterval? {
    guard !groups.isEmpty else { return nil }
    if groups.allSatisfy({ $0.allSatisfy { $0.base == $0.new } }) {
      return ConfidenceInterval(estimate: neutral, lower: neutral, upper: neutral)
    }
    return Statistics.bootstrapInterval(
      groups, confidence: settings.confidence, resamples: settings.resamples, seed: settings.seed
    ) { groups in
      var base = 0.0
      var new = 0.0
      for group in groups {
        let weight = 1 / Double(group.count)
        for change in group {
          base += weight * change.base
          new += weight * change.new
        }
      }
      return Statistics.number(statistic(base / Double(groups.count), new / Double(groups.count)))
    }
  }
}
