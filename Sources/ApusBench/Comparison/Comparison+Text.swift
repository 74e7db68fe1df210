import Foundation

extension Comparison {
  /// The comparison in ten lines, each ending in a newline.
  public var text: String {
    let confidence = String(format: "%g %%", 100 * settings.confidence)
    let lines = [
      "compared   \(circumstances.base) -> \(circumstances.new): \(pairs) pairs of runs on \(instances) instances, "
        + "intervals at \(confidence)",
      "solved     \(Self.change(solved))",
      "proven     \(Self.change(proven))",
      String(format: "pairs      %ld won, %ld lost, %ld tied (sign test p = %.3g)", wins, losses, ties, winTest),
      "time       \(timeText)",
      "excess     \(Self.points(excess)), where both runs have an answer",
      "distance   \(Self.points(quality)), a missing answer being 100 points away",
      "worse      \(Self.list(regressions.map(\.description)))",
      "doubtful   \(doubtfulText)",
      "verdict    \(verdictText(confidence))",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private var timeText: String {
    guard let time else { return "nothing to compare" }
    let test = timeTest.map { String(format: ", Wilcoxon p = %.3g", $0.p) } ?? ""
    return String(format: "x%.3f [%.3f, %.3f]", time.estimate, time.lower, time.upper)
      + String(format: ", geometric mean shifted by %g s", settings.shift) + test
  }

  private var doubtfulText: String {
    var parts: [String] = []
    if !contradictions.isEmpty { parts.append(Self.list(contradictions, shown: 2, separator: "; ")) }
    if !onlyBase.isEmpty { parts.append("\(onlyBase.count) runs in base only (\(onlyBase[0]))") }
    if !onlyNew.isEmpty { parts.append("\(onlyNew.count) runs in new only (\(onlyNew[0]))") }
    parts += circumstances.differences.map { "not the same " + $0 }
    return parts.isEmpty ? "nothing" : parts.joined(separator: "; ")
  }

  private func verdictText(_ confidence: String) -> String {
    switch verdict {
    case .cannotTell: "cannot tell: \(doubt ?? "")"
    case .same:
      String(format: "the same within %g %% of time, at ", 100 * settings.timeThreshold) + confidence + " confidence"
    case .better, .worse:
      "\(verdict.rawValue) at \(confidence) confidence (time \(Self.word(timeVerdict)), answers \(Self.word(qualityVerdict)))"
    }
  }

  private static func word(_ verdict: Verdict) -> String { verdict == .cannotTell ? "undecided" : verdict.rawValue }

  private static func change(_ count: Count) -> String {
    String(format: "%ld -> %ld (%+ld)", count.base, count.new, count.new - count.base)
  }

  private static func points(_ interval: ConfidenceInterval?) -> String {
    guard let interval else { return "nothing to compare" }
    return String(
      format: "%+.3f [%+.3f, %+.3f] points", 100 * interval.estimate, 100 * interval.lower, 100 * interval.upper)
  }

  private static func list(_ items: [String], shown: Int = 5, separator: String = ", ") -> String {
    if items.isEmpty { return "nothing" }
    let more = items.count > shown ? "\(separator)and \(items.count - shown) more" : ""
    return items.prefix(shown).joined(separator: separator) + more
  }
}
