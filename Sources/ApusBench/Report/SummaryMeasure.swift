import Foundation

/// What a summary says about a set of runs: one number each. Instances weigh equally, however many seeds they have.
public enum SummaryMeasure: CaseIterable, Sendable {
  /// Runs with a checked solution, or a proof that there is none.
  case solved
  /// Runs with a proof.
  case proven
  /// Mean excess of the answers, in percent.
  case excess
  /// exp(mean(ln(answer / reference))) - 1, in percent: as jsplib.org prints it.
  case geometricExcess
  /// Geometric mean of proven bound over best-known lower bound: 1 where all best-known bounds are reached.
  case boundRatio
  /// Shifted geometric mean of seconds to the proof, shifted by 1 s; a run without a proof counts its limit.
  case seconds
  /// Mean seconds to the proof; a run without a proof counts twice its limit.
  case par2
  /// Mean primal integral, in seconds: its share of the limit is the mean distance from the best known while time goes by. Runs without
  /// any events have none.
  case primalIntegral

  /// The heading of its column, with the unit.
  var title: String {
    switch self {
    case .solved: "solved"
    case .proven: "proven"
    case .excess: "excess %"
    case .geometricExcess: "geometric excess %"
    case .boundRatio: "bound / best known"
    case .seconds: "seconds (geometric)"
    case .par2: "PAR2 s"
    case .primalIntegral: "primal integral s"
    }
  }

  /// Whether less is better.
  var isLessBetter: Bool {
    switch self {
    case .solved, .proven, .boundRatio: false
    case .excess, .geometricExcess, .seconds, .par2, .primalIntegral: true
    }
  }

  /// Whether runs without an answer, or without a bound, are left out of it.
  var isOfAnswersOnly: Bool {
    switch self {
    case .excess, .geometricExcess, .boundRatio: true
    case .solved, .proven, .seconds, .par2, .primalIntegral: false
    }
  }

  /// Its value as reports print it, without the unit.
  func text(_ value: Double) -> String {
    switch self {
    case .solved, .proven: ReportNumber.plain(value)
    case .boundRatio: ReportNumber.fixed(value, 4)
    case .excess, .geometricExcess, .seconds, .par2, .primalIntegral: ReportNumber.fixed(value, 2)
    }
  }

  /// Its value for the runs of each instance; nil where no run has one. Excess and bound ratio are those of the runs that have one, so
  /// they are to be read beside ``solved``.
  func value(_ groups: [[JudgedRun]]) -> Double? {
    switch self {
    case .solved: Double(groups.reduce(0) { $0 + $1.count(where: \.record.isSolved) })
    case .proven: Double(groups.reduce(0) { $0 + $1.count(where: \.record.isProven) })
    case .excess: Self.mean(groups) { $0.excess }.map { 100 * $0 }
    case .geometricExcess: Self.mean(groups, Self.logarithmOfExcess).map { 100 * expm1($0) }
    case .boundRatio: Self.mean(groups, Self.logarithmOfBound).map { exp($0) }
    case .seconds: Self.mean(groups) { log1p($0.chargedSeconds) }.map { expm1($0) }
    case .par2: Self.mean(groups) { $0.secondsToProof ?? 2 * $0.chargedSeconds }
    case .primalIntegral:
      groups.contains { $0.contains(where: \.hasEvents) } ? Self.mean(groups) { $0.primalIntegral } : nil
    }
  }

  /// The bootstrap interval of the value, instances drawn with their seeds nested.
  func interval(_ groups: [[JudgedRun]], _ settings: ComparisonSettings) -> ConfidenceInterval? {
    Statistics.bootstrapInterval(
      groups, confidence: settings.confidence, resamples: settings.resamples, seed: settings.seed, statistic: value)
  }

  /// The mean over instances of the means over their runs, of those runs that have the value.
  private static func mean(_ groups: [[JudgedRun]], _ value: (JudgedRun) -> Double?) -> Double? {
    Statistics.mean(groups.compactMap { Statistics.mean($0.compactMap(value)) })
  }

  private static func logarithmOfExcess(_ run: JudgedRun) -> Double? {
    guard let answer = run.record.answer, let reference = run.reference, answer > 0, reference > 0 else { return nil }
    return run.record.sense == .maximize ? log(reference / answer) : log(answer / reference)
  }

  private static func logarithmOfBound(_ run: JudgedRun) -> Double? {
    guard let bound = run.bound, let best = run.known?.lowerBound, bound > 0, best > 0 else { return nil }
    return log(bound / Double(best))
  }
}
