@testable import ApusBench

/// Runs of two solvers, as tests of reports need them: names that markup must escape, a miss, an unverified claim, and progress.
enum ReportRuns {
  static let suite = "s<1> & \"more\""

  static func run(_ instance: String, _ solver: String, _ run: RunRecord) -> RunRecord {
    var run = run
    run.suite = suite
    run.instance = instance
    run.family = "jobshop"
    run.solver = solver
    return run
  }

  static var results: RunResults {
    var unverified = Runs.stopped("x", objective: 940)
    unverified.verified = false
    let records = [
      run("ft06", "apus", Runs.proven("", 0.25, objective: 55)),
      run("ft06", "cp|sat", Runs.proven("", 2, objective: 55)),
      run("ft10", "apus", Runs.proven("", 4, objective: 930)), run("ft10", "cp|sat", Runs.stopped("", objective: 1000)),
      run("la01", "apus", Runs.stopped("", objective: nil)), run("la01", "cp|sat", unverified),
      run("a<b>&\"c\",d", "apus", Runs.stopped("", objective: 110)),
      run("a<b>&\"c\",d", "cp|sat", Runs.stopped("", objective: 100)),
    ]
    let first = records[2].id
    let events = [(1.0, 1116.0), (2.0, 1023.0), (3.0, 930.0)].map { RunEvent(run: first, t: $0.0, objective: $0.1) }
    return RunResults(name: "r", records: records, events: events)
  }

  static var best: BestKnownLists {
    get throws { BestKnownLists(["jobshop": try packageBenchmarks.bestKnown(family: "jobshop")]) }
  }

  static var report: Report { get throws { Report([results], best: try best) } }
}
