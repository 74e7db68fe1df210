import ArgumentParser

/// `apus bench`.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Published instances, and measurements over them.",
    subcommands: [
      BenchRunCommand.self, BenchResumeCommand.self, BenchCompareCommand.self, BenchReportCommand.self,
      BenchRecordsCommand.self, BenchRulesCommand.self, BenchDataCommand.self,
    ])
}
