extension Comparison {
  /// Whether the times to proof are better, worse or the same: by the interval, confirmed by the signed-rank test.
  public var timeVerdict: Verdict {
    guard isEnough, let time else { return .cannotTell }
    let limit = 1 + settings.timeThreshold
    return Verdict(time, neutral: 1, threshold: (1 / limit)...limit)
      .confirmed(by: timeTest, confidence: settings.confidence)
  }

  /// Whether the answers are better, worse or the same. A run without an answer counts as far as can be from the best.
  public var qualityVerdict: Verdict {
    guard isEnough, let quality else { return .cannotTell }
    return Verdict(quality, neutral: 0, threshold: -settings.qualityThreshold...settings.qualityThreshold)
      .confirmed(by: qualityTest, confidence: settings.confidence)
  }

  /// What the comparison comes to, at the confidence and thresholds of its settings.
  ///
  /// `cannotTell` where runs contradict each other, since then one of the solvers is wrong; where there are fewer instances than
  /// ``ComparisonSettings/fewestInstances``; where no run solved anything; and where times and answers point opposite ways.
  public var verdict: Verdict { contradictions.isEmpty ? timeVerdict.combined(with: qualityVerdict) : .cannotTell }

  /// Why there is no verdict; `nil` where there is one.
  public var doubt: String? {
    guard verdict == .cannotTell else { return nil }
    if !contradictions.isEmpty { return "answers contradict each other" }
    if pairs == 0 { return "no instance and seed is in both sets" }
    if solved.base == 0, solved.new == 0 { return "no run solved anything" }
    if instances < settings.fewestInstances {
      return "\(instances) instances are too few, \(settings.fewestInstances) needed"
    }
    let opposite = Set([timeVerdict, qualityVerdict]) == [.better, .worse]
    return opposite ? "times and answers point opposite ways" : "the differences are within the noise"
  }

  private var isEnough: Bool {
    instances >= settings.fewestInstances && (solved.base > 0 || solved.new > 0)
  }
}
