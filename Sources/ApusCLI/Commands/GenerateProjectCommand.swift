import ApusProblems
import ArgumentParser

/// `apus generate rcpsp`.
struct GenerateProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rcpsp",
    abstract: "A project in the manner of ProGen, by Kolisch, Sprecher and Drexl (1995): durations and demands 1 to 10."
  )

  @Option(help: ArgumentHelp("The number of tasks, without the dummies at either end.", valueName: "n"))
  var tasks = ProjectScheduling.Recipe().tasks

  @Option(help: ArgumentHelp("The number of renewable resources.", valueName: "n"))
  var resources = ProjectScheduling.Recipe().resources

  @Option(name: .customLong("nc"), help: ArgumentHelp("Network complexity: precedences per task.", valueName: "x"))
  var networkComplexity = ProjectScheduling.Recipe().networkComplexity

  @Option(
    name: .customLong("rf"), help: ArgumentHelp("Resource factor: the share of resources a task needs.", valueName: "x")
  )
  var resourceFactor = ProjectScheduling.Recipe().resourceFactor

  @Option(
    name: .customLong("rs"),
    help: ArgumentHelp("Resource strength: 0 for the scarcest capacities, 1 for no conflict.", valueName: "x"))
  var resourceStrength = ProjectScheduling.Recipe().resourceStrength

  @Option(help: ArgumentHelp("The seed of network, durations and demands.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(help: ArgumentHelp("The format to write: psplib, patterson, mm, max or reservoir.", valueName: "format"))
  var format = ProjectScheduling.Format.psplib

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write here instead of the standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    try finish {
      var recipe = ProjectScheduling.Recipe()
      (recipe.tasks, recipe.resources) = (tasks, resources)
      recipe.networkComplexity = networkComplexity
      (recipe.resourceFactor, recipe.resourceStrength) = (resourceFactor, resourceStrength)
      let project: ProjectScheduling
      do {
        project = try ProjectScheduling.random(recipe, seed: seed)
      } catch let error as InputError {
        // No file is at fault but an argument.
        throw Failure(.usage, error.message)
      }
      try TextDestination(output).write(try project.text(in: format))
      return .done
    }
  }
}

extension ProjectScheduling.Format: ExpressibleByArgument {}
