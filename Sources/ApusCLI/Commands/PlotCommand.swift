import ApusProblems
import ArgumentParser

/// `apus plot SOLUTION.json`.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draw a solution: in the terminal, or as an SVG or HTML file.")

  @Argument(help: ArgumentHelp("The solution file.", valueName: "solution.json"))
  var solution: String

  @Option(help: ArgumentHelp("Draw here, as .svg or .html, instead of on the standard output.", valueName: "file"))
  var gantt: String?

  @Option(help: ArgumentHelp("The instance, whose names are then used, and which the solution is checked against."))
  var instance: String?

  @Option(
    help: ArgumentHelp("The format of the instance. (default: recognised)", valueName: "format"),
    transform: FormatArgument.init)
  var format: FormatArgument?

  func run() throws {
    try finish {
      let claimed = try SolutionFile(named: solution)
      let source = try instance.map { try InstanceSource($0, format: format).load() }
      let target = try gantt.map { try PictureFile($0) }
      var objectiveName =
        ["jobshop", "flexible-jobshop", "rcpsp", "task-graph"].contains(claimed.family ?? "") ? "makespan" : "objective"
      var picture = SchedulePicture(claimed)
      if let source {
        objectiveName = source.instance.objectiveName
        picture = source.instance.picture(of: claimed)
        let violations = source.violations(of: claimed)
        if let first = violations.first {
          let more = violations.count > 1 ? ", and \(violations.count - 1) more" : ""
          StandardStream.error.write("apus: \(solution) is wrong: \(first)\(more)\n")
        }
      }
      let chart = Chart(
        picture, title: source?.title ?? claimed.instance ?? solution,
        subtitle: Chart.subtitle(of: claimed, objectiveName: objectiveName))
      if let target {
        try target.write(chart)
      } else {
        try TextDestination(nil).write(chart.terminal(on: .output))
      }
      return .done
    }
  }
}

extension SchedulePicture {
  /// What a solution file shows without its instance: its tasks, or the variables that come as `NAME.start` and `NAME.end`.
  init(_ file: SolutionFile) {
    guard file.tasks.isEmpty, let variables = file.variables else {
      self.init(tasks: file.tasks)
      return
    }
    var bars: [(name: String, start: Int, end: Int)] = []
    for (key, start) in variables where key.hasSuffix(".start") {
      let name = String(key.dropLast(".start".count))
      if let end = variables[name + ".end"] { bars.append((name, start, end)) }
    }
    bars.sort { ($0.start, $0.name) < ($1.start, $1.name) }
    self.init(
      rows: bars.enumerated().map { index, bar in
        Row(bar.name, [Bar(start: bar.start, end: bar.end, label: bar.name, group: index)])
      }, groupNames: bars.map(\.name))
  }
}
