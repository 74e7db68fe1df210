import ApusBench
import ArgumentParser
import Foundation

/// `apus bench resume FOLDER`.
struct BenchResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume", abstract: "Go on with the runs of a folder: make those that it lacks, each once.")

  @Argument(help: "The folder that apus bench run was given.")
  var folder: String

  @Option(
    help: ArgumentHelp("Go on with one part of n, counted from 1: 2/4. (default: all)", valueName: "i/n"),
    transform: ShardArgument.init)
  var shard: ShardArgument?

  @Flag(name: [.customShort("q"), .long], help: "No log, only the summary.")
  var quiet = false

  func run() throws {
    try finish {
      let folder = RunFolder(URL(filePath: folder))
      guard folder.hasPlan else {
        throw Failure(.usage, "\(folder.url.path): has no runs to go on with, expected a folder of apus bench run")
      }
      let shard = try ShardArgument.chosen(shard)
      let programs = try folder.plan().solvers.map { try SolverProgram($0, .running) }
      return try BenchSession(folder, shard: shard, programs: programs, isQuiet: quiet).run()
    }
  }
}
