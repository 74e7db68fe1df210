import Foundation

extension Comparison {
  /// Whether the new runs are a regression: worse by ``verdict``, and by more than is stated to matter, in times to proof by more than
  /// ``ComparisonSettings/timeThreshold`` or in answers by more than ``ComparisonSettings/qualityThreshold``.
  public var isRegression: Bool { verdict == .worse && (isTimeRegression || isQualityRegression) }

  private var isTimeRegression: Bool {
    guard timeVerdict == .worse, let time else { return false }
    return time.estimate > 1 + settings.timeThreshold
  }

  private var isQualityRegression: Bool {
    guard qualityVerdict == .worse, let quality else { return false }
    return quality.estimate > settings.qualityThreshold
  }

  /// Whether it is a regression and by which measure, as a line that ends in a newline.
  public var regressionText: String {
    let limits = String(
      format: "%g %% of time, %g points of distance", 100 * settings.timeThreshold, 100 * settings.qualityThreshold)
    let which = [isTimeRegression ? "times" : nil, isQualityRegression ? "answers" : nil].compactMap(\.self)
    let answer =
      if isRegression {
        "yes: \(which.joined(separator: " and ")) worse by more than that"
      } else {
        switch verdict {
        case .worse: "no: worse, but by less than that"
        case .cannotTell: "cannot tell"
        case .better, .same: "no"
        }
      }
    return "regression \(answer) (\(limits))\n"
  }
}
