import ApusCharts
import ApusProblems

/// A picture of a solution.
struct Chart {
  private let chart: GanttChart

  init(_ picture: SchedulePicture, title: String, subtitle: String) {
    chart = GanttChart(
      title: title, subtitle: subtitle,
      rows: picture.rows.map { row in
        GanttChart.Row(
          label: row.label,
          bars: row.bars.map { GanttChart.Bar(start: $0.start, end: $0.end, label: $0.label, group: $0.group) })
      },
      groupNames: picture.groupNames)
  }

  /// What the heading says of a solution: `makespan 945, at least 850`.
  static func subtitle(of file: SolutionFile, objectiveName: String) -> String {
    guard let objective = file.objective else { return file.status.rawValue }
    let value = "\(objectiveName) \(objective)"
    if file.status == .optimal { return "\(value), optimal" }
    return file.bound.map { "\(value), at least \($0)" } ?? value
  }

  var svg: String { chart.svg() }
  var html: String { chart.html() }

  /// For the end of a run: half a screen of rows at most.
  func small(on stream: StandardStream) -> String { terminal(on: stream, rows: max(6, stream.size.lines - 8)) }

  /// With rows as many as asked for.
  func terminal(on stream: StandardStream, rows: Int = 400) -> String {
    chart.terminal(width: min(stream.size.columns, 160), maximumRows: rows, color: stream.usesColor)
  }
}

/// A picture to be written, in the form that its name asks for.
struct PictureFile: Sendable {
  let file: OutputFile
  private let isHTML: Bool

  /// - Throws: a ``Failure`` of status 64 for another extension than `.svg` or `.html`, or a path that cannot be written.
  init(_ path: String) throws {
    let name = path.lowercased()
    guard name.hasSuffix(".svg") || name.hasSuffix(".html") else {
      throw Failure(.usage, "--gantt \(path): expected a name that ends in .svg or .html")
    }
    isHTML = name.hasSuffix(".html")
    file = try OutputFile(path)
  }

  func write(_ chart: Chart) throws { try file.write(isHTML ? chart.html : chart.svg) }
}
