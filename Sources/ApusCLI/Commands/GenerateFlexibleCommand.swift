import ApusProblems
import ArgumentParser

/// `apus generate flexible-jobshop`.
struct GenerateFlexibleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flexible-jobshop",
    abstract: "A flexible job shop in the manner of Li, Ouyang, Ma and Wu (2025): durations uniform in 1 to 99.",
    discussion: "Each operation can be done by 1 to all machines, and takes another time on each.")

  @Option(help: ArgumentHelp("The number of jobs.", valueName: "n"))
  var jobs: Int

  @Option(help: ArgumentHelp("The number of machines.", valueName: "n"))
  var machines: Int

  @Option(help: ArgumentHelp("The number of operations of each job. (default: as many as machines)", valueName: "n"))
  var operations: Int?

  @Option(
    help: ArgumentHelp("The most machines that can do an operation; the least is 1. (default: all)", valueName: "n"))
  var alternatives: Int?

  @Option(help: ArgumentHelp("The seed of all random choices.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The format to write: fjs, fjs0 or assembly.", valueName: "format"))
  var format = FlexibleJobShop.Format.fjs

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write here instead of the standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    try finish {
      if let alternatives, alternatives < 1 {
        throw Failure(.usage, "--alternatives is \(alternatives), expected 1 or more")
      }
      let shop: FlexibleJobShop
      do {
        shop = try FlexibleJobShop.random(
          jobs: jobs, operations: operations ?? machines, machines: machines, alternatives: alternatives.map { 1...$0 },
          seed: seed)
      } catch let error as InputError {
        // No file is at fault but an argument.
        throw Failure(.usage, error.message)
      }
      try TextDestination(output).write(try shop.text(in: format))
      return .done
    }
  }
}

extension FlexibleJobShop.Format: ExpressibleByArgument {}
