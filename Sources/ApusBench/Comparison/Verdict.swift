/// What a comparison comes to.
public enum Verdict: String, Sendable, Hashable, Codable {
  /// Better, with the stated confidence.
  case better
  /// Worse, with the stated confidence.
  case worse
  /// Whatever the difference is, it is within the threshold, with the stated confidence.
  case same
  /// The runs do not decide it: too few, too noisy, or pointing both ways.
  case cannotTell

  /// The verdict on an interval of a measure of which less is better.
  ///
  /// - Parameters:
  ///   - neutral: the measure's value where nothing changed.
  ///   - threshold: the values about `neutral` that nobody cares about. An interval inside is `same`, even if it leaves out `neutral`.
  init(_ interval: ConfidenceInterval, neutral: Double, threshold: ClosedRange<Double>) {
    if threshold.contains(interval.lower), threshold.contains(interval.upper) {
      self = .same
    } else if interval.lower > neutral {
      self = .worse
    } else if interval.upper < neutral {
      self = .better
    } else {
      self = .cannotTell
    }
  }

  /// The verdict, if the signed-rank test of instances agrees with it in direction and at the confidence; else `cannotTell`.
  ///
  /// A percentile interval covers less than it says where there are few instances or a few of them carry the whole difference; the test
  /// asks whether instances moved together.
  func confirmed(by test: Statistics.SignedRank?, confidence: Double) -> Verdict {
    guard self == .better || self == .worse else { return self }
    guard let test, test.p <= 1 - confidence else { return .cannotTell }
    return (test.positive > test.negative) == (self == .worse) ? self : .cannotTell
  }

  /// Two measures together: one that is better or worse decides, unless the other says the opposite; `same` takes both.
  func combined(with other: Verdict) -> Verdict {
    switch (self, other) {
    case (.better, .worse), (.worse, .better): .cannotTell
    case (.better, _), (_, .better): .better
    case (.worse, _), (_, .worse): .worse
    case (.same, .same): .same
    default: .cannotTell
    }
  }
}
