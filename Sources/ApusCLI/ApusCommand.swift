import ArgumentParser

/// The command line. Each subcommand has a file of its own in `Commands`.
@main
struct ApusCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "apus",
    abstract: "Solves scheduling problems: finds good schedules, proves how good they are, checks and draws them.",
    discussion: """
      FILE is a path, - for the standard input, or the name of an instance that Apus carries or can generate: ft06, ft10, \
      ft20, la01 to la05, ta01 to ta80; or one that apus bench data get has installed. A path \
      wins over a name. FILE#3 is the third instance of a file that holds several.

        apus solve ft10                              solve to the proof, with a picture at the end
        apus solve plant.txt -t 60s -o plan.json     at most a minute; write the schedule
        apus check plant.txt plan.json               is it right?
      """,
    version: "apus \(version)",
    subcommands: [
      SolveCommand.self, CheckCommand.self, InfoCommand.self, GenerateCommand.self, ConvertCommand.self,
      PlotCommand.self, PlanCommand.self, StreamCommand.self, FlowCommand.self, ExplainCommand.self,
      BenchCommand.self,
    ])

  static func main() {
    // Before anything else, so that no moment is without them.
    Signals.install()
    _ = ProcessClock.begin
    main(nil)
  }
}
