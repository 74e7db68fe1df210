import ApusGLPK
import ApusHeuristics
import ApusLinear
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

  @Flag(help: "Solve the linear relaxation, by GLPK, for one more bound.")
  var lpBound = false

  @Option(help: ArgumentHelp("Its formulation: \(Formulation.names).", valueName: "form"))
  var formulation = Formulation.automatic

  func run() throws {
    try finish {
      let source = try InstanceSource(file, format: format).load()
      let facts = InstanceFacts(source, relaxation: try lpBound ? relaxationBound(of: source) : nil)
      try TextDestination(nil).write(json ? facts.jsonText : facts.plainText)
      return .done
    }
  }

  private func relaxationBound(of source: LoadedInstance) throws -> RelaxationBound {
    do {
      return try ModelSearch.relaxationBound(of: source.instance.model().data, formulation)
    } catch {
      throw Failure(.badInput, "\(source.path ?? source.title): has no linear relaxation: \(error)")
    }
  }
}
