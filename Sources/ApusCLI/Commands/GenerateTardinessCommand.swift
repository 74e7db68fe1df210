import ApusProblems
import ArgumentParser

/// `apus generate tardiness`.
struct GenerateTardinessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tardiness",
    abstract: "Jobs on one machine in the manner of Potts and Van Wassenhove (1982): processing times 1 to 100.")

  @Option(help: ArgumentHelp("The number of jobs.", valueName: "n"))
  var jobs = SingleMachine.Recipe().jobs

  @Option(
    name: .customLong("tf"), help: ArgumentHelp("Tardiness factor: how early due dates are, 0 to 1.", valueName: "x"))
  var tardinessFactor = SingleMachine.Recipe().tardinessFactor

  @Option(name: .customLong("rdd"), help: ArgumentHelp("Relative range of due dates, 0 to 1.", valueName: "x"))
  var dueDateRange = SingleMachine.Recipe().dueDateRange

  @Flag(help: "Draw weights from 1 to 10.")
  var weighted = false

  @Option(help: ArgumentHelp("The seed of all numbers.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The format to write: blocks, orlib or csv. (default: what fits)", valueName: "format"))
  var format: SingleMachine.Format?

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write here instead of the standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    try finish {
      var recipe = SingleMachine.Recipe()
      (recipe.jobs, recipe.tardinessFactor, recipe.dueDateRange) = (jobs, tardinessFactor, dueDateRange)
      if weighted { recipe.weights = 1...10 }
      let text: String
      do {
        text = try SingleMachine.random(recipe, seed: seed).text(in: format ?? (weighted ? .orlib : .blocks))
      } catch let error as InputError {
        // No file is at fault but an argument.
        throw Failure(.usage, error.message)
      }
      try TextDestination(output).write(text)
      return .done
    }
  }
}

extension SingleMachine.Format: ExpressibleByArgument {}
