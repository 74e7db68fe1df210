/// Two sets of runs, usually before and after a change, and whether the new one is better.
///
/// Only pairs of runs of the same instance with the same seed count. Instances weigh equally, however many seeds they have. Two measures are
/// judged: times to proof, and the distance of answers from the best objective.
public struct Comparison: Sendable {
  /// A count in both sets.
  public struct Count: Sendable, Hashable {
    public let base, new: Int

    public init(base: Int, new: Int) {
      self.base = base
      self.new = new
    }
  }

  public let settings: ComparisonSettings
  /// What the runs were made with.
  public let circumstances: Circumstances
  /// Instances, and pairs of runs, that were compared.
  public let instances, pairs: Int
  /// Runs with a checked solution or a proof that there is none.
  public let solved: Count
  /// Runs with a proof.
  public let proven: Count
  /// Pairs that the new run won or lost: by answer, objective, proof, then time.
  public let wins, losses, ties: Int
  /// Shifted geometric mean time of the new runs over that of the base: below 1 is faster. Runs without a proof count their limit.
  public let time: ConfidenceInterval?
  /// The Wilcoxon signed-rank test of instances' mean differences of ln(seconds + shift).
  public let timeTest: Statistics.SignedRank?
  /// The same test of instances' mean differences of the distance from the best objective.
  public let qualityTest: Statistics.SignedRank?
  /// The sign test's probability of the pairs' wins and losses. Seeds of an instance being alike, it is a hint and no more.
  public let winTest: Double
  /// Mean excess over the best objective, new minus base, where both runs have an answer.
  public let excess: ConfidenceInterval?
  /// Mean distance of answers from the best objective (``Statistics/boundedGap(_:reference:)``, 1 without an answer), new minus base.
  public let quality: ConfidenceInterval?
  /// Instances that grew worse, the worst first.
  public let regressions: [Regression]
  /// Runs whose proof another run refutes.
  public let contradictions: [String]
  /// Runs that are in one set only.
  public let onlyBase, onlyNew: [String]

  /// Compares two sets of runs.
  ///
  /// - Throws: ``RunPairingError`` where the sets cannot be paired.
  public init(
    base: [RunRecord], new: [RunRecord], settings: ComparisonSettings = ComparisonSettings()
  ) throws(RunPairingError) {
    let pairing = try RunPairing(base: base, new: new)
    let all = pairing.pairs.flatMap(\.pairs)
    let longest = all.flatMap { [$0.base.seconds, $0.new.seconds] }.max() ?? 0
    let groups = pairing.pairs.map { name, pairs in
      (name: name, pairs: pairs, measure: RunMeasure(pairs, known: settings.best[name], longest: longest))
    }
    let orders = groups.flatMap { group in
      group.pairs.map { group.measure.order($0, shift: settings.shift, threshold: settings.timeThreshold) }
    }
    let intervals = ComparisonIntervals(groups.map { ($0.pairs, $0.measure) }, settings)

    self.settings = settings
    circumstances = Circumstances(all)
    instances = groups.count
    pairs = all.count
    solved = Count(base: all.count(where: \.base.isSolved), new: all.count(where: \.new.isSolved))
    proven = Count(base: all.count(where: \.base.isProven), new: all.count(where: \.new.isProven))
    wins = orders.count { $0 < 0 }
    losses = orders.count { $0 > 0 }
    ties = orders.count { $0 == 0 }
    winTest = Statistics.signTest(wins: wins, losses: losses)
    time = intervals.time
    timeTest = intervals.timeTest
    qualityTest = intervals.qualityTest
    excess = intervals.excess
    quality = intervals.quality
    regressions = groups.compactMap { Regression($0.name, $0.pairs, $0.measure, settings) }
      .sorted(by: Regression.isWorse)
    contradictions = groups.flatMap { Contradictions.find($0.name, $0.pairs) }
    onlyBase = pairing.onlyBase
    onlyNew = pairing.onlyNew
  }
}
