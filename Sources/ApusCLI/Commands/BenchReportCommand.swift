import ApusBench
import ArgumentParser

/// `apus bench report DIR...`.
struct BenchReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report on runs: one HTML file with tables and plots, or the tables as Markdown or CSV.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, md, csv
  }

  @Argument(help: RunsArgument.help)
  var results: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Write here. (default: the standard output)", valueName: "file"))
  var output: String?

  @Option(help: "The format. (default: by the extension of the output, else md)")
  var to: Format?

  @Option(
    help: ArgumentHelp(
      "One table alone: \(ReportTableKind.allCases.map(\.rawValue).joined(separator: ", ")). (default for csv: instances)",
      valueName: "name"))
  var table: ReportTableKind?

  /// The format that is asked for, or that the output's name ends in.
  private var format: Format {
    if let to { return to }
    let ending = output?.split(separator: ".").last.map { $0.lowercased() } ?? "md"
    return ending == "htm" ? .html : Format(rawValue: ending) ?? .md
  }

  func validate() throws {
    if format == .html, table != nil { throw ValidationError("--table: expected the format md or csv") }
  }

  func run() throws {
    try finish {
      let target = try TextDestination(output)
      let all = try results.map { try RunsArgument($0).read() }
      guard all.contains(where: { !$0.records.isEmpty }) else {
        throw Failure(.badInput, "\(results.joined(separator: ", ")): there are no runs")
      }
      let report = Report(all, best: try BestKnownLists(for: all.flatMap(\.records)))
      switch (format, table) {
      case (.html, _): try target.write(report.html())
      case (.csv, let table): try target.write(report.csv(table ?? .instances))
      case (.md, let table?): try target.write(report.markdown(table))
      case (.md, nil): try target.write(report.markdown())
      }
      return .done
    }
  }
}

extension ReportTableKind: ExpressibleByArgument {}
