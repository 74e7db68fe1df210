import ApusProblems
import ArgumentParser

/// `apus generate FAMILY`.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make a random instance, the same for the same seed on every machine.",
    subcommands: [
      GenerateJobShopCommand.self, GenerateFlexibleCommand.self, GenerateProjectCommand.self,
      GenerateTardinessCommand.self, GenerateTaskGraphCommand.self, GeneratePodsCommand.self,
    ])
}

/// `apus generate jobshop`.
struct GenerateJobShopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobshop", abstract: "A job shop in the manner of Taillard (1993): durations uniform in 1 to 99.",
    discussion: "With --taillard, exactly the instance that Taillard's generator makes of these two seeds.")

  @Option(help: ArgumentHelp("The number of jobs.", valueName: "n"))
  var jobs: Int

  @Option(help: ArgumentHelp("The number of machines.", valueName: "n"))
  var machines: Int

  @Option(help: ArgumentHelp("The seed of both durations and machine orders.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp("Taillard's own two seeds, in place of --seed.", valueName: "timeseed,machineseed"),
    transform: SeedPair.init)
  var taillard: SeedPair?

  @Option(help: ArgumentHelp("The format to write: standard or taillard.", valueName: "format"))
  var format = JobShop.Format.standard

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write here instead of the standard output.", valueName: "file"))
  var output: String?

  /// Two seeds with a comma between them.
  struct SeedPair {
    let time: Int
    let machine: Int

    init(_ text: String) throws {
      let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let time = parts[0], let machine = parts[1] else {
        throw ValidationError("expected two seeds such as 840612802,398197754")
      }
      self.time = time
      self.machine = machine
    }
  }

  func run() throws {
    try finish {
      let shop: JobShop
      do {
        shop =
          if let taillard {
            try JobShop.taillard(
              jobs: jobs, machines: machines, timeSeed: taillard.time, machineSeed: taillard.machine, name: "taillard")
          } else {
            try JobShop.random(jobs: jobs, machines: machines, seed: seed)
          }
      } catch let error as InputError {
        // No file is at fault but an argument.
        throw Failure(.usage, error.message)
      }
      try TextDestination(output).write(try shop.text(in: format))
      return .done
    }
  }
}

extension JobShop.Format: ExpressibleByArgument {}
