import ApusBench
import ApusHeuristics
import ApusProblems
import ArgumentParser

/// `apus flow FILE`.
struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract: "Compare who gets one machine where jobs may be interrupted: the mean time from release to end.",
    discussion: """
      FILE is an instance of the family tardiness, of which releases and processing times count. Each job is cut at random into up to so \
      many operations, which become known one at a time. SRPT, which knows all, is optimal and so a bound for the others.
      """)

  @Argument(help: "The jobs: a path, - or a name.")
  var file: String

  @Option(help: ArgumentHelp("The most operations of a job.", valueName: "n"))
  var operations = 4

  @Option(help: ArgumentHelp("The ticks of a turn of round robin.", valueName: "n"))
  var quantum = 10

  @Option(help: ArgumentHelp("How many seeds, from 0 on.", valueName: "n"))
  var seeds = 30

  @Option(
    help: ArgumentHelp("The format of FILE. (default: recognised)", valueName: "format"), transform: FormatArgument.init
  )
  var format: FormatArgument?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    try finish {
      for (name, value) in [("--operations", operations), ("--quantum", quantum), ("--seeds", seeds)]
      where !(1...10_000).contains(value) {
        throw Failure(.usage, "\(name) is \(value), which is out of range")
      }
      let source = try InstanceSource(file, format: format).load()
      guard let instance = source.instance as? SingleMachine else {
        throw Failure(.badInput, "\(file): is of the family \(source.instance.family), expected tardiness")
      }
      guard instance.setups == nil else {
        throw Failure(.badInput, "\(file): has setup times, expected jobs that may be interrupted at will")
      }
      let policies: [PreemptivePolicy] = [.srpt, .operationSRPT, .fifo, .roundRobin(quantum: quantum)]
      var sums = [Int](repeating: 0, count: policies.count)
      var worst = [Double](repeating: 0, count: policies.count)
      for seed in 0..<UInt64(seeds) {
        let jobs = PreemptiveJobs(
          release: instance.jobs.map(\.release), durations: instance.jobs.map(\.processing), most: operations,
          seed: seed)
        let flows = policies.map { jobs.flowTime(under: $0) }
        for index in policies.indices {
          sums[index] += flows[index]
          worst[index] = max(worst[index], Double(flows[index]) / Double(flows[0]))
        }
      }
      let rows = policies.indices.map { index in
        (
          name: policies[index].name, mean: Double(sums[index]) / Double(seeds * instance.jobs.count),
          ratio: Double(sums[index]) / Double(sums[0]), worst: worst[index]
        )
      }
      try TextDestination(nil).write(json ? jsonText(rows, source) : plainText(rows))
      return .done
    }
  }

  private typealias Row = (name: String, mean: Double, ratio: Double, worst: Double)

  private func plainText(_ rows: [Row]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    return "policy              mean flow  to SRPT    worst\n"
      + rows.map { row in
        row.name + String(repeating: " ", count: max(0, 17 - row.name.count)) + padded(TimeText.fixed(row.mean, 2), 12)
          + padded(TimeText.fixed(row.ratio, 3), 9) + padded(TimeText.fixed(row.worst, 3), 9) + "\n"
      }.joined()
  }

  private func jsonText(_ rows: [Row], _ source: LoadedInstance) -> String {
    JSONText.object([
      ("version", "1"), ("instance", JSONText.string(source.name)), ("operations", "\(operations)"),
      ("quantum", "\(quantum)"), ("seeds", "\(seeds)"),
      (
        "policies",
        JSONText.array(
          rows.map { row in
            JSONText.object([
              ("policy", JSONText.string(row.name)), ("meanFlow", JSONText.number(row.mean)),
              ("ratio", JSONText.number(row.ratio)), ("worst", JSONText.number(row.worst)),
            ])
          })
      ),
    ]) + "\n"
  }
}
