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
  func value(_ groups: [[JudgedRun]]) -> Double? { value(contributions(groups)) }

  /// The bootstrap interval of the value, instances drawn with their seeds nested.
  func interval(_ groups: [[JudgedRun]], _ settings: ComparisonSettings) -> ConfidenceInterval? {
    Statistics.bootstrapInterval(
      contributions(groups), confidence: settings.confidence, resamples: settings.resamples, seed: settings.seed,
      statistic: value)
  }

  /// What each run adds to the value, computed once for all resamples.
  private func contributions(_ groups: [[JudgedRun]]) -> [[Double?]] {
    if self == .primalIntegral, !groups.contains(where: { $0.contains(where: \.hasEvents) }) {
      return groups.map { $0.map { _ in nil } }
    }
    return groups.map { $0.map(contribution) }
  }

  private func contribution(_ run: JudgedRun) -> Double? {
    switch self {
    case .solved: run.record.isSolved ? 1 : 0
    case .proven: run.record.isProven ? 1 : 0
    case .excess: run.excess
    case .geometricExcess: Self.logarithmOfExcess(run)
    case .boundRatio: Self.logarithmOfBound(run)
    case .seconds: log1p(run.chargedSeconds)
    case .par2: run.secondsToProof ?? 2 * run.chargedSeconds
    case .primalIntegral: run.primalIntegral
    }
  }

  private func value(_ contributions: [[Double?]]) -> Double? {
    switch self {
    case .solved, .proven: contributions.reduce(0) { $0 + $1.reduce(0) { $0 + ($1 ?? 0) } }
    case .excess: Self.mean(contributions).map { 100 * $0 }
    case .geometricExcess: Self.mean(contributions).map { 100 * expm1($0) }
    case .boundRatio: Self.mean(contributions).map { exp($0) }
    case .seconds: Self.mean(contributions).map { expm1($0) }
    case .par2, .primalIntegral: Self.mean(contributions)
    }
  }

  /// The mean over instances of the means over their runs, of those runs that have a value.
  private static func mean(_ groups: [[Double?]]) -> Double? {
    Statistics.mean(groups.compactMap { Statistics.mean($0.compactMap(\.self)) })
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
