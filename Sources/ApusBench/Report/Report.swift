/// What results of benchmarks come to: tables and plots, as one HTML file, Markdown or CSV.
///
/// Answers count where they were verified. Excess is measured from the best-known objective; for an instance that has none, from the
/// best verified answer of the report.
public struct Report: Sendable {
  public let contenders: [Contender]
  /// A section for each suite, by name.
  public let sections: [ReportSection]
  /// What the runs were made with, as pairs of name and value.
  public let facts: [(name: String, value: String)]

  /// The report of some results; solvers that are in several of them are told apart by the folder's name.
  public init(_ results: [RunResults], best: BestKnownLists) {
    let contenders = Contender.all(in: results, best: best)
    self.contenders = contenders
    let suites = Set(results.flatMap { $0.records.map(\.suite) }).sorted(by: NaturalOrder.isBefore)
    sections = suites.map { suite in
      let own = contenders.map { $0.filter { $0.record.suite == suite } }
      return ReportSection(suite: suite, contenders: own.filter { !$0.runs.isEmpty })
    }
    facts = ReportFacts.list(contenders)
  }

  /// Its title: what was measured, and who.
  public var title: String {
    let suites = sections.map(\.suite).joined(separator: ", ")
    return "\(suites): " + contenders.map(\.label).joined(separator: ", ")
  }
}

/// A table of a report by itself.
public enum ReportTableKind: String, Sendable, CaseIterable {
  /// A line for each suite and solver.
  case suites
  /// A line for each series of instances and solver.
  case sets
  /// A line for each instance and seed.
  case instances
}

extension Report {
  func table(_ kind: ReportTableKind) -> ReportTable {
    switch kind {
    case .suites: SummaryTable.ofSuites(sections)
    case .sets: SummaryTable.ofSets(sections)
    case .instances: InstanceTable.make(sections, contenders)
    }
  }

  /// One table as comma-separated values.
  public func csv(_ kind: ReportTableKind) -> String { table(kind).csv }

  /// One table in Markdown.
  public func markdown(_ kind: ReportTableKind) -> String { table(kind).markdown }

  /// The whole report in Markdown, without its plots.
  public func markdown() -> String {
    var out = "# \(ReportTable.escaped(title))\n\n"
    out += facts.map { "- \($0.name): \(ReportTable.escaped($0.value))\n" }.joined()
    out += "\n## Summary\n\n\(ReportNotes.summary)\n\n\(markdown(.sets))"
    out += "\n## Instances\n\n\(ReportNotes.instances)\n\n\(markdown(.instances))"
    return out
  }
}
