import ApusBench
import ArgumentParser

/// `apus bench records DIR...`.
struct BenchRecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "Hold runs against the best-known bounds: which are met, improved or contradicted?",
    discussion: """
      Solutions count where they were verified; bounds are the solver's claim. The exit status is 1 where a run contradicts \
      the list: one of the two is wrong.
      """)

  @Argument(help: RunsArgument.help)
  var results: [String]

  @Flag(help: "Name the instances whose best-known solution is met, too.")
  var met = false

  func run() throws {
    try finish {
      let runs = try results.flatMap { try RunsArgument($0).read().records }
      let records = Records(runs, best: try BestKnownLists(for: runs))
      try TextDestination(nil).write(records.text(namesMet: met))
      return records.isContradicted ? .wrong : .done
    }
  }
}
