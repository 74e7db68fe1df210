import ApusProblems
import ArgumentParser

/// `apus plan FILE SOLUTION.json`.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The steps that lead from where pods run to a placement, checked one by one.",
    discussion: """
      No step overfills a node. A pod of which others wait in a circle is evicted and started anew. Budgets of disruption \
      are not read, so they are not kept.
      """)

  /// How the plan is printed.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case table, kubectl, json
  }

  @Argument(help: "The cluster: a path or -.")
  var file: String

  @Argument(help: ArgumentHelp("The solution file.", valueName: "solution.json"))
  var solution: String

  @Option(name: .customLong("as"), help: ArgumentHelp("table, kubectl (commands) or json.", valueName: "form"))
  var form = Form.table

  @Option(
    help: ArgumentHelp("The format of FILE. (default: recognised)", valueName: "format"), transform: FormatArgument.init
  )
  var format: FormatArgument?

  func run() throws {
    try finish {
      let source = try InstanceSource(file, format: format).load()
      guard let cluster = source.instance as? PodPacking else {
        throw Failure(.badInput, "\(file): is of the family \(source.instance.family), expected pod-packing")
      }
      let claimed = try SolutionFile(named: solution)
      if let violation = source.violations(of: claimed).first {
        throw Failure(.wrong, "\(solution) is wrong: \(violation)")
      }
      let steps = claimed.plan ?? []
      let text =
        switch form {
        case .table: cluster.planTable(steps)
        case .kubectl: cluster.planCommands(steps)
        case .json:
          JSONText.array(
            steps.map {
              JSONText.object([
                ("pod", JSONText.string($0.pod)), ("from", JSONText.string($0.from)), ("to", JSONText.string($0.to)),
              ])
            }) + "\n"
        }
      try TextDestination(nil).write(text)
      return .done
    }
  }
}
