import ApusProblems
import ArgumentParser

/// `apus generate pod-packing`.
struct GeneratePodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pod-packing",
    abstract: "A cluster of the paper Priority Matters (2025): the same as its authors' generator for the same seed.",
    discussion: "The pods are where the default scheduler puts them.")

  @Option(help: ArgumentHelp("The number of identical nodes.", valueName: "n"))
  var nodes = PodPacking.Recipe().nodes

  @Option(help: ArgumentHelp("The number of pods.", valueName: "n"))
  var pods = PodPacking.Recipe().pods

  @Option(help: ArgumentHelp("The number of priorities.", valueName: "n"))
  var priorities = PodPacking.Recipe().priorities

  @Option(
    name: .customLong("util"), help: ArgumentHelp("What all pods ask for, as a share of the nodes.", valueName: "x"))
  var utilisation = PodPacking.Recipe().utilisation

  @Option(help: ArgumentHelp("The seed, as in the paper's lists.", valueName: "n"))
  var seed: UInt64 = 0

  @Flag(help: "Let all pods wait.")
  var unplaced = false

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write here instead of the standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    try finish {
      var recipe = PodPacking.Recipe()
      recipe.nodes = nodes
      recipe.pods = pods
      recipe.priorities = priorities
      recipe.utilisation = utilisation
      let cluster: PodPacking
      do {
        cluster = try PodPacking.priorityMatters(recipe, seed: seed, isPlaced: !unplaced)
      } catch let error as InputError {
        // No file is at fault but an argument.
        throw Failure(.usage, error.message)
      }
      try TextDestination(output).write(cluster.compactText)
      return .done
    }
  }
}
