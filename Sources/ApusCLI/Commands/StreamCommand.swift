import Apus
import ApusBench
import ApusHeuristics
import ApusProblems
import ApusStructure
import ArgumentParser

/// `apus stream JOB...`.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Let jobs arrive at a platform at random and compare who places their tasks, over paired seeds.",
    discussion: """
      Each JOB is a task graph, all on the same processors; jobs of all kinds are equally likely. Policies: met, etf and stf place what \
      is ready; heft plans all that has not begun whenever a job comes or a task does not end as planned; plan has the native engine \
      improve that plan, for the least sum of the ends of jobs.
      """)

  @Argument(help: "The kinds of jobs: paths or names such as topcuoglu10.")
  var jobs: [String]

  @Option(help: ArgumentHelp("The mean ticks between arrivals.", valueName: "x"))
  var gap = 50.0

  @Option(help: ArgumentHelp("Jobs arrive for so many ticks.", valueName: "n"))
  var length = 5000

  @Option(help: ArgumentHelp("The most jobs in the system; others wait outside.", valueName: "n"))
  var queue = 3

  @Option(help: ArgumentHelp("The standard deviation of times, as a share of them.", valueName: "x"))
  var noise = 0.0

  @Option(help: ArgumentHelp("How many seeds, from 0 on.", valueName: "n"))
  var seeds = 30

  @Option(help: ArgumentHelp("The work of the engine for each plan, as of apus solve --work.", valueName: "n"))
  var work = 1_000_000

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    try finish {
      for (name, value, isRight) in [
        ("--gap", gap, (1...1e6).contains(gap)), ("--length", Double(length), (1...10_000_000).contains(length)),
        ("--queue", Double(queue), (1...1000).contains(queue)), ("--noise", noise, (0...1).contains(noise)),
        ("--seeds", Double(seeds), (1...10_000).contains(seeds)), ("--work", Double(work), work > 0),
      ] where !isRight { throw Failure(.usage, "\(name) is \(value), which is out of range") }
      let graphs = try graphs()
      var rows: [StreamPolicy: [StreamResult]] = [:]
      for seed in 0..<UInt64(seeds) {
        let stream = TaskStream(of: graphs, gap: gap, length: length, limit: queue, noise: noise, seed: seed)
        for policy in StreamPolicy.allCases {
          rows[policy, default: []].append(try stream.run(policy) { try solve($0, from: $1) })
        }
      }
      try TextDestination(nil).write(json ? jsonText(rows) : plainText(rows))
      return .done
    }
  }

  /// The jobs as solvers see them.
  private func graphs() throws -> [TaskGraph] {
    var graphs: [TaskGraph] = []
    for name in jobs {
      guard let instance = try InstanceSource(name).load().instance as? TaskGraphScheduling else {
        throw InputError(file: name, message: "is no task graph, expected jobs of the family task-graph")
      }
      guard let graph = TaskGraph(recognizing: instance.model().data),
        !instance.tasks.contains(where: { $0.durations.contains(0) })
      else {
        throw InputError(
          file: name, message: "cannot be streamed, expected times of 1 or more and a choice of processors")
      }
      if let first = graphs.first, first.processorCount != graph.processorCount {
        throw InputError(
          file: name,
          message: "has \(graph.processorCount) processors, expected \(first.processorCount) as the jobs before it")
      }
      graphs.append(graph)
    }
    return graphs
  }

  private func solve(_ model: ModelData, from start: Solution) throws -> Solution? {
    var options = SolveOptions()
    options.workers = 1
    options.work = work
    options.start = .solutions([start])
    return try SolveRun(model, options).run().result.solution
  }

  private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// How many seeds the policy is better, equal and worse on than HEFT, by mean latency.
  private func againstHEFT(_ policy: StreamPolicy, _ rows: [StreamPolicy: [StreamResult]]) -> (Int, Int, Int) {
    let pairs = zip(rows[policy] ?? [], rows[.heft] ?? []).map { ($0.meanLatency, $1.meanLatency) }
    return (pairs.count { $0 < $1 }, pairs.count { $0 == $1 }, pairs.count { $0 > $1 })
  }

  private func plainText(_ rows: [StreamPolicy: [StreamResult]]) -> String {
    var text = "policy  mean latency  mean queue  seeds better, equal, worse than heft\n"
    for policy in StreamPolicy.allCases {
      let results = rows[policy] ?? []
      let (better, equal, worse) = againstHEFT(policy, rows)
      let latency = TimeText.fixed(Self.mean(results.map(\.meanLatency)), 2)
      let queue = TimeText.fixed(Self.mean(results.map(\.meanQueue)), 3)
      func padded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
      }
      text += policy.rawValue + String(repeating: " ", count: 8 - policy.rawValue.count) + padded(latency, 12)
      text += padded(queue, 12) + "  \(better), \(equal), \(worse)\n"
    }
    return text
  }

  private func jsonText(_ rows: [StreamPolicy: [StreamResult]]) -> String {
    let policies = StreamPolicy.allCases.map { policy in
      let results = rows[policy] ?? []
      return JSONText.object([
        ("policy", JSONText.string(policy.rawValue)),
        ("latency", JSONText.array(results.map { JSONText.number($0.meanLatency) })),
        ("queue", JSONText.array(results.map { JSONText.number($0.meanQueue) })),
        ("jobs", JSONText.array(results.map { "\($0.latencies.count)" })),
      ])
    }
    return JSONText.object([
      ("version", "1"), ("gap", JSONText.number(gap)), ("length", "\(length)"), ("queue", "\(queue)"),
      ("noise", JSONText.number(noise)), ("seeds", "\(seeds)"), ("work", "\(work)"),
      ("policies", JSONText.array(policies)),
    ]) + "\n"
  }
}
