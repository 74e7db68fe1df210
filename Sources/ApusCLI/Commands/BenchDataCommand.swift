import ApusBench
import ArgumentParser
import Foundation

/// `apus bench data`.
struct BenchDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Install published instances, so that they can be solved by name.",
    discussion: """
      They are kept in the folder that APUS_DATA names, or else with the user's caches, in a folder for each problem \
      family.
      """,
    subcommands: [BenchDataListCommand.self, BenchDataGetCommand.self])
}

/// `apus bench data list`.
struct BenchDataListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Tell which data sets there are, and which of their files are installed.")

  func run() throws {
    try finish {
      let folder = DataFolder.standard
      var text = ""
      for source in try BenchmarkFolder.standard.dataSources() {
        text += """
          \(source.name): \(source.description)
            \(folder.count(of: source)) of \(source.files.count) files installed in \(folder.path(of: source))
            from \(source.address)
            licence \(source.licence)
            cite \(source.citation)

          """
      }
      try TextDestination(nil).write(text)
      return .done
    }
  }
}

/// `apus bench data get NAME`.
struct BenchDataGetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Install a data set, or what is missing of it.",
    discussion: "Every file is verified. An installation that was stopped goes on where it was.")

  @Argument(help: "The data set, as apus bench data list calls it.")
  var name: String

  @Option(help: ArgumentHelp("Copy from this folder. (default: download)", valueName: "folder"))
  var from: String?

  func run() throws {
    try finish {
      let sources = try BenchmarkFolder.standard.dataSources()
      guard let source = sources.first(where: { $0.name == name }) else {
        throw Failure(.usage, "there is no data set '\(name)', expected \(sources.map(\.name).joined(separator: ", "))")
      }
      let folder = DataFolder.standard
      if from == nil { StandardStream.error.write("getting what is missing from \(source.address)\n") }
      let done =
        if let from { try folder.install(source, from: URL(filePath: from)) } else { try folder.download(source) }
      try TextDestination(nil).write(
        "\(source.name): \(done.written) files installed, \(done.kept) kept, in \(folder.path(of: source))\n")
      return .done
    }
  }
}

extension DataFolder {
  /// Where a data set's files are, as people read it.
  fileprivate func path(of source: DataSource) -> String { url.appending(path: source.folder).path }
}
