import Foundation

extension RunRecord {
  /// The first thing that no run can have given, as `field: what is wrong`; `nil` for a sound record.
  ///
  /// Wrong answers are not mistakes of the record: a bound beyond the objective is a finding, and is kept.
  public var mistake: String? {
    for (field, text) in [("suite", suite), ("instance", instance), ("family", family), ("solver", solver)]
    where text.isEmpty { return "\(field): expected a name, found an empty string" }
    let numbers: [(String, Double?)] = [
      ("seconds", seconds), ("cpuSeconds", cpuSeconds), ("secondsToBest", secondsToBest), ("load", load),
      ("wallSeconds", wallSeconds), ("cpuLimit", cpuLimit), ("memoryLimit", memoryLimit.map(Double.init)),
    ]
    for case (let field, let number?) in numbers where !(number >= 0 && number.isFinite) {
      return "\(field): expected a number that is not negative, found \(number)"
    }
    if let limit, !(limit > 0 && limit.isFinite) { return "limit: expected a positive number, found \(limit)" }
    if let peakMemory, peakMemory < 0 {
      return "peakMemory: expected a number that is not negative, found \(peakMemory)"
    }
    if threads < 1 { return "threads: expected at least 1, found \(threads)" }
    if status.claimsSolution, sense != nil, objective == nil {
      return "objective: expected a number, because the status is \(status.rawValue)"
    }
    if verified, !status.claimsSolution { return "verified: expected false, because the status is \(status.rawValue)" }
    if !Self.isTime(started) {
      return "started: expected a time as in 2026-03-01T12:00:00Z, found \"\(started)\""
    }
    return nil
  }

  private static func isTime(_ text: String) -> Bool {
    let style = Date.ISO8601FormatStyle()
    return (try? style.parse(text)) != nil
      || (try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text)) != nil
  }
}
