/// Runs against the best-known bounds: what they improve, meet and contradict.
public struct Records: Sendable {
  /// Contradictions first; in each kind by instance, for an instance the best run of each kind, and all that contradict.
  public let findings: [RecordFinding]
  /// Instances with runs that have best-known bounds, and those that have none.
  public let listed, unlisted: Int

  public init(_ records: [RunRecord], best: BestKnownLists) {
    var findings: [RecordFinding] = []
    var listed = 0
    let groups = Dictionary(grouping: records, by: InstanceName.init)
    for (_, runs) in groups {
      guard let known = runs.lazy.compactMap(best.entry).first else { continue }
      listed += 1
      findings += runs.compactMap { Self.contradiction($0, known) }
      findings += [Self.upper(runs, known), Self.lower(runs, known)].compactMap(\.self)
    }
    self.findings = findings.sorted {
      $0.kind != $1.kind ? $0.kind < $1.kind : NaturalOrder.isBefore($0.text, $1.text)
    }
    self.listed = listed
    unlisted = groups.count - listed
  }

  /// Whether a run and the list cannot both be right.
  public var isContradicted: Bool { findings.contains { $0.kind == .contradiction } }

  private static func contradiction(_ run: RunRecord, _ known: BestKnown.Entry) -> RecordFinding? {
    if let answer = run.answer, let lower = known.lowerBound, answer < Double(lower) - slack(lower) {
      let text = "the verified objective \(ReportNumber.plain(answer)) is below the best-known lower bound \(lower)"
      return RecordFinding(.contradiction, run, text)
    }
    guard let upper = known.upperBound else { return nil }
    if run.status == .infeasible {
      return RecordFinding(.contradiction, run, "said to have no solution, and one of \(upper) is known")
    }
    if let bound = bound(run), bound > Double(upper) + slack(upper) {
      let text = "the bound \(ReportNumber.plain(bound)) is above the best-known upper bound \(upper)"
      return RecordFinding(.contradiction, run, text)
    }
    return nil
  }

  /// The best verified solution, where it is as good as the best known or better.
  private static func upper(_ runs: [RunRecord], _ known: BestKnown.Entry) -> RecordFinding? {
    let answered = runs.compactMap { run in run.answer.map { (run: run, answer: $0) } }
    guard let (run, answer) = answered.min(by: { ($0.answer, $0.run.seconds) < ($1.answer, $1.run.seconds) }) else {
      return nil
    }
    let text = ReportNumber.plain(answer)
    guard let upper = known.upperBound else {
      return RecordFinding(.betterUpper, run, "new solution \(text), none was known")
    }
    let isBelowBound = known.lowerBound.map { answer < Double($0) - slack($0) } ?? false
    if answer < Double(upper) - slack(upper) {
      return isBelowBound ? nil : RecordFinding(.betterUpper, run, "new best solution \(text), best known was \(upper)")
    }
    guard answer <= Double(upper) + slack(upper) else { return nil }
    let proven = answered.contains { $0.run.isProven && $0.answer == answer } ? ", proven" : ""
    return RecordFinding(.meets, run, "\(text) meets the best known\(proven)")
  }

  /// The best bound, where it is better than the best known and no contradiction.
  private static func lower(_ runs: [RunRecord], _ known: BestKnown.Entry) -> RecordFinding? {
    let limit = known.upperBound.map { Double($0) + slack($0) } ?? .infinity
    let bounded = runs.compactMap { run in bound(run).map { (run: run, bound: $0) } }.filter { $0.bound <= limit }
    guard let best = bounded.max(by: { $0.bound < $1.bound }) else { return nil }
    let text = "new best lower bound \(ReportNumber.plain(best.bound))"
    guard let lower = known.lowerBound else {
      return RecordFinding(.betterLower, best.run, "\(text), none was known")
    }
    guard best.bound > Double(lower) + slack(lower) else { return nil }
    return RecordFinding(.betterLower, best.run, "\(text), best known was \(lower)")
  }

  /// What the run claims that no solution is better than.
  private static func bound(_ run: RunRecord) -> Double? {
    let claims = [run.bound, run.status == .optimal ? run.objective : nil].compactMap(\.self)
    return claims.filter(\.isFinite).max()
  }

  /// Bounds come from floating-point arithmetic in some solvers.
  private static func slack(_ value: Int) -> Double { 1e-6 * max(1, abs(Double(value))) }
}
