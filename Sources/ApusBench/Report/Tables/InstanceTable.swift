/// A line for each instance and seed: what is known, and what each contender found.
enum InstanceTable {
  static func make(_ sections: [ReportSection], _ contenders: [Contender]) -> ReportTable {
    let runs = contenders.map { Dictionary($0.runs.map { (RunKey($0.record), $0) }) { first, _ in first } }
    let keys = Set(runs.flatMap(\.keys)).sorted {
      $0.instance == $1.instance
        ? $0.seed < $1.seed : NaturalOrder.isBefore($0.instance.description, $1.instance.description)
    }
    let hasSuites = sections.count > 1
    let hasSeeds = Set(keys.map(\.seed)).count > 1
    var columns = [ReportTable.Column(title: "instance", isNumber: false)]
    if hasSuites { columns.insert(.init(title: "suite", isNumber: false), at: 0) }
    if hasSeeds { columns.append(.init(title: "seed")) }
    columns += [.init(title: "known lower"), .init(title: "known upper")]
    for contender in contenders {
      columns += ["objective", "bound", "excess %", "seconds"].map { .init(group: contender.label, title: $0) }
      columns.append(.init(group: contender.label, title: "status", isNumber: false))
    }
    let rows = keys.map { key in
      let known = runs.lazy.compactMap { $0[key]?.known }.first
      var row = hasSuites ? [ReportTable.Cell.text(key.instance.suite)] : []
      row.append(.text(key.instance.instance))
      if hasSeeds { row.append(.count(key.seed)) }
      row += [known?.lowerBound, known?.upperBound].map { .number($0.map(Double.init), ReportNumber.plain) }
      return row + runs.flatMap { cells($0[key]) }
    }
    return ReportTable(columns: columns, rows: rows)
  }

  private static func cells(_ run: JudgedRun?) -> [ReportTable.Cell] {
    guard let run else { return Array(repeating: .none, count: 5) }
    return [
      .number(run.record.objective, ReportNumber.plain), .number(run.bound, ReportNumber.plain),
      .number(run.excess.map { 100 * $0 }) { ReportNumber.fixed($0, 2) },
      .number(run.record.seconds) { ReportNumber.fixed($0, 2) }, .text(status(run.record)),
    ]
  }

  /// How a run ended, with what its claims are worth.
  static func status(_ run: RunRecord) -> String {
    switch run.status {
    case .infeasible: "infeasible"
    case .error: "error"
    case .unknown: "no answer"
    case .optimal, .feasible:
      if !run.isAnswered { "not verified" } else { run.isProven ? "proven" : "verified" }
    }
  }
}
