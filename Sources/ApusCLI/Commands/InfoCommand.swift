import ApusHeuristics
import ApusProblems
import ApusStructure
import ArgumentParser

/// `apus info FILE`.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Tell what is known of an instance without search.")

  @Argument(help: "The instance: a path, -, or a name such as ft10.")
  var file: String

  @Option(
    help: ArgumentHelp("The format of FILE. (default: recognised)", valueName: "format"), transform: FormatArgument.init
  )
  var format: FormatArgument?

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    try finish {
      let facts = InstanceFacts(try InstanceSource(file, format: format).load())
      try TextDestination(nil).write(json ? facts.jsonText : facts.plainText)
      return .done
    }
  }
}
