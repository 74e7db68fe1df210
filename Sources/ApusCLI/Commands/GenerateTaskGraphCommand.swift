import ApusProblems
import ArgumentParser

/// `apus generate task-graph`.
struct GenerateTaskGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task-graph",
    abstract: "A task graph on unlike processors by the parameters of Topcuoglu, Hariri and Wu (2002).")

  @Option(help: ArgumentHelp("The number of tasks.", valueName: "n"))
  var tasks = TaskGraphRecipe().tasks

  @Option(help: ArgumentHelp("The number of processors.", valueName: "n"))
  var processors = TaskGraphRecipe().processors

  @Option(help: ArgumentHelp("Shape: small for high graphs, large for broad ones.", valueName: "x"))
  var alpha = TaskGraphRecipe().alpha

  @Option(help: ArgumentHelp("The most arcs out of a task.", valueName: "n"))
  var outDegree = TaskGraphRecipe().outDegree

  @Option(help: ArgumentHelp("The mean delay of data over the mean time of a task.", valueName: "x"))
  var ccr = TaskGraphRecipe().ccr

  @Option(help: ArgumentHelp("How unlike processors are: 0 for all alike, to 2.", valueName: "x"))
  var beta = TaskGraphRecipe().beta

  @Option(help: ArgumentHelp("The mean time of a task.", valueName: "n"))
  var meanTime = TaskGraphRecipe().meanTime

  @Option(help: ArgumentHelp("The seed of all random choices.", valueName: "n"))
  var seed: UInt64 = 0

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write here instead of the standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    try finish {
      var recipe = TaskGraphRecipe()
      recipe.tasks = tasks
      recipe.processors = processors
      recipe.alpha = alpha
      recipe.outDegree = outDegree
      recipe.ccr = ccr
      recipe.beta = beta
      recipe.meanTime = meanTime
      let graph: TaskGraphScheduling
      do {
        graph = try TaskGraphScheduling.random(recipe, seed: seed)
      } catch let error as InputError {
        // No file is at fault but an argument.
        throw Failure(.usage, error.message)
      }
      try TextDestination(output).write(try graph.text(in: .json))
      return .done
    }
  }
}
