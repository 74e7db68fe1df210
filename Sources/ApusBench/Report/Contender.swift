/// What a report compares: the runs of one solver, from one folder.
public struct Contender: Sendable {
  /// The solver, with its backend or its folder where that is needed to tell contenders apart.
  public let label: String
  /// Its place among all contenders of the report, which its colour goes by.
  public let place: Int
  public let runs: [JudgedRun]

  /// The runs of each instance.
  var groups: [[JudgedRun]] { JudgedRun.groups(runs) }

  /// Whether any of the runs told of its progress.
  var hasEvents: Bool { runs.contains(where: \.hasEvents) }

  /// The runs that satisfy a condition, under the same name and colour.
  func filter(_ isIncluded: (JudgedRun) -> Bool) -> Contender {
    Contender(label: label, place: place, runs: runs.filter(isIncluded))
  }
}

extension Contender {
  /// The contenders of some results: Apus first and its peers by name. The runs of a solver from several folders are one contender, unless
  /// they are of the same instances and seeds; then there is one for each folder, in their order.
  static func all(in results: [RunResults], best: BestKnownLists) -> [Contender] {
    let judged = JudgedRun.all(in: results, best: best)
    let solvers = Set(results.flatMap(\.solvers)).sorted { (isPeer($0) ? 1 : 0, $0) < (isPeer($1) ? 1 : 0, $1) }
    let folders = names(results)
    var contenders: [Contender] = []
    for solver in solvers {
      let short = solver.prefix { $0 != "/" }
      let name = solvers.count { $0.prefix { $0 != "/" } == short } > 1 ? solver : String(short)
      let parts = zip(folders, judged.map { $0.filter { $0.record.solverName == solver } }).filter { !$0.1.isEmpty }
      let keys = parts.flatMap { $0.1.map { RunKey($0.record) } }
      let isOne = Set(keys).count == keys.count
      let named = isOne ? [(name, parts.flatMap(\.1))] : parts.map { ("\(name) (\($0.0))", $0.1) }
      for (label, runs) in named { contenders.append(Contender(label: label, place: contenders.count, runs: runs)) }
    }
    return contenders
  }

  /// What tells folders apart: their names, numbered where several are called the same.
  private static func names(_ results: [RunResults]) -> [String] {
    results.enumerated().map { number, result in
      results.count { $0.name == result.name } > 1 ? "\(result.name) #\(number + 1)" : result.name
    }
  }

  private static func isPeer(_ solver: String) -> Bool { solver.prefix { $0 != "/" } != "apus" }
}
