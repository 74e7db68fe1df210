import ApusHeuristics
import ApusProblems
import ApusStructure
import ArgumentParser

/// `apus bench rules FILE...`.
struct BenchRulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "What rules of one machine come to on many instances, and how long each takes alone.",
    discussion: """
      One line of JSON for each FILE, in which every rule has its objective and its seconds: from the jobs as plain arrays to their \
      order, without reading and without building a model.
      """)

  @Argument(help: "The instances: paths or names, perhaps with #3.")
  var files: [String]

  @Option(
    help: ArgumentHelp("The rules, as of apus solve --from.", valueName: "rules"),
    transform: { text in
      try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
        guard let rule = OneMachineHeuristic(name: String(name)) else {
          throw ValidationError("\(name) is no rule of one machine")
        }
        return (String(name), rule)
      }
    })
  var from: [(name: String, rule: OneMachineHeuristic)]

  @Option(help: ArgumentHelp("The seed of those that draw.", valueName: "n"))
  var seed: UInt64 = 0

  func run() throws {
    try finish {
      for file in files {
        let source = try InstanceSource(file).load()
        guard let machine = OneMachine(recognizing: source.instance.model().data) else {
          throw Failure(.badInput, "\(file): is no single machine of weighted tardiness")
        }
        let clock = ContinuousClock()
        let rows = from.map { name, rule in
          var schedule: OneMachineSchedule?
          let spent = clock.measure { schedule = machine.schedule(by: rule, seed: seed) }
          let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
          return (
            name,
            JSONText.object([
              ("objective", JSONText.number(schedule?.objective)), ("seconds", JSONText.number(seconds)),
            ])
          )
        }
        let line = JSONText.object([
          ("instance", JSONText.string(file)), ("jobs", "\(machine.jobCount)"), ("rules", JSONText.object(rows)),
        ])
        try TextDestination(nil).write(line + "\n")
      }
      return .done
    }
  }
}
