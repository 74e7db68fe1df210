/// The runs of one suite in a report.
public struct ReportSection: Sendable {
  public let suite: String
  /// Those that have runs of the suite.
  public let contenders: [Contender]

  /// The suite's series of instances with the runs of each, and last the suite as a whole, unless one series is all of it.
  var sets: [(name: String, contenders: [Contender])] {
    func series(_ run: JudgedRun) -> String {
      InstanceSeries.name(of: run.record.instance, family: run.record.family)
    }
    let names = Set(contenders.flatMap { $0.runs.map(series) }).sorted(by: NaturalOrder.isBefore)
    let sets = names.map { name in
      (name, contenders.map { $0.filter { series($0) == name } }.filter { !$0.runs.isEmpty })
    }
    return names.count == 1 ? sets : sets + [("all", contenders)]
  }
}

extension ReportSection {
  /// Whether instances were run with several seeds.
  var hasSeeds: Bool { Set(contenders.flatMap { $0.runs.map(\.record.seed) }).count > 1 }

  /// What plots call a run.
  func name(of run: JudgedRun) -> String {
    hasSeeds ? "\(run.record.instance) seed \(run.record.seed)" : run.record.instance
  }
}
