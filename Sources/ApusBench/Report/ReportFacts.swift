/// Where, when and with what runs were made.
enum ReportFacts {
  static func list(_ contenders: [Contender]) -> [(name: String, value: String)] {
    let runs = contenders.flatMap { $0.runs.map(\.record) }
    var facts = [
      ("suite", distinct(runs) { $0.suite }),
      ("solvers", contenders.map { "\($0.label) \(versions($0))" }.joined(separator: "; ")),
      ("runs", "\(runs.count) on \(Set(runs.map(InstanceName.init)).count) instances"),
      ("limit", distinct(runs) { $0.limit.map { "\(ReportNumber.plain($0)) s" } ?? "none" }),
      ("threads", distinct(runs) { "\($0.threads)" }),
      ("seeds", distinct(runs) { "\($0.seed)" }),
      ("host", distinct(runs) { $0.host }),
      ("processor", distinct(runs) { $0.processor ?? "unknown" }),
      ("load at the start", loads(runs)),
      ("run", dates(runs)),
    ]
    let silent = contenders.filter { !$0.hasEvents }.map(\.label)
    if !silent.isEmpty { facts.append(("without events", silent.joined(separator: ", "))) }
    let errors = runs.count { $0.status == .error }
    if errors > 0 { facts.append(("errors", "\(errors) runs")) }
    let unverified = runs.count { $0.status.claimsSolution && !$0.isAnswered }
    if unverified > 0 { facts.append(("not verified", "\(unverified) runs")) }
    return facts
  }

  private static func versions(_ contender: Contender) -> String {
    distinct(contender.runs.map(\.record)) { run in
      let commit = run.commit.flatMap { $0 == run.version ? nil : "commit \($0.prefix(12))" }
      let parts = [run.version, commit].compactMap(\.self)
      return parts.isEmpty ? "of unknown version" : parts.joined(separator: ", ")
    }
  }

  private static func distinct(_ runs: [RunRecord], _ value: (RunRecord) -> String) -> String {
    Set(runs.map(value)).sorted(by: NaturalOrder.isBefore).joined(separator: ", ")
  }

  private static func loads(_ runs: [RunRecord]) -> String {
    let loads = runs.compactMap(\.load)
    guard let low = loads.min(), let high = loads.max() else { return "unknown" }
    return "\(ReportNumber.fixed(low, 2)) to \(ReportNumber.fixed(high, 2))"
  }

  private static func dates(_ runs: [RunRecord]) -> String {
    let days = runs.map { String($0.started.prefix(10)) }
    guard let first = days.min(), let last = days.max() else { return "never" }
    return first == last ? first : "\(first) to \(last)"
  }
}
