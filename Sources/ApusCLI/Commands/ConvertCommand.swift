import ApusLinear
import ApusProblems
import ArgumentParser

/// `apus convert FILE --to FORMAT`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write an instance in another format.",
    discussion: "Every instance can be written as a plain model, the JSON that other languages read and write.")

  @Argument(help: "The instance: a path, -, or a name such as ft10.")
  var file: String

  @Option(
    name: .customLong("to"), help: ArgumentHelp("The format to write: \(FormatArgument.names).", valueName: "format"),
    transform: FormatArgument.init)
  var target: FormatArgument

  @Option(
    help: ArgumentHelp("The format of FILE. (default: recognised)", valueName: "format"), transform: FormatArgument.init
  )
  var format: FormatArgument?

  @Option(
    name: [.customShort("o", allowingJoined: true), .customLong("output")],
    help: ArgumentHelp("Write here instead of the standard output.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("For lp and mps, how the model becomes a program: \(Formulation.names).", valueName: "form"))
  var formulation = Formulation.automatic

  func run() throws {
    try finish {
      let source = try InstanceSource(file, format: format).load()
      let destination = try TextDestination(output)
      if let path = source.path, let file = destination.file, file.isSame(as: path) {
        throw Failure(.usage, "\(file.path): would be written over the instance")
      }
      let text =
        if let dialect = target.dialect, dialect == "lp" || dialect == "mps" {
          try ProgramText.write(source.instance, dialect, formulation)
        } else if let dialect = target.dialect {
          try target.family.write(source.instance, dialect)
        } else {
          try target.family.usualText(of: source.instance).text
        }
      try destination.write(text)
      return .done
    }
  }
}
