import ApusCharts

/// A contender's line in a plot: points joined by steps or straight, and its name at the right end.
struct PlotLine {
  struct Point {
    var x, y: Double
    /// What is shown when it is pointed at.
    var tip: String
  }

  let label: String
  /// The place among contenders, which colour and dashes go by.
  let place: Int
  let points: [Point]

  /// Lines in a frame, their names beside their ends, moved apart where they would touch.
  static func svg(_ lines: [PlotLine], in frame: PlotFrame) -> String {
    var out = ""
    for line in lines where !line.points.isEmpty {
      let style = "s\(line.place % 6)"
      var path: [(x: Double, y: Double)] = []
      for point in line.points {
        let next = (x: frame.px(point.x), y: frame.py(point.y))
        if let last = path.last, last.y != next.y { path.append((next.x, last.y)) }
        path.append(next)
      }
      out += "<g class=\"series\">\n" + SVG.path("line \(style)", path)
      for point in line.points where !point.tip.isEmpty {
        out += SVG.point("hit", frame.px(point.x), frame.py(point.y), radius: 5, tip: point.tip)
      }
      out += "</g>\n"
    }
    return out + labels(lines, in: frame)
  }

  /// The room that the names need to the right of a frame.
  static func labelRoom(_ labels: [String]) -> Double {
    14 + min(widestLabel, labels.map { GanttText.width($0, size: labelSize) }.max() ?? 0)
  }

  /// The size of names, in pixels, as if they were not bold.
  private static let labelSize = 14.0
  private static let widestLabel = 170.0

  private static func labels(_ lines: [PlotLine], in frame: PlotFrame) -> String {
    let ends = lines.compactMap { line in line.points.last.map { (line: line, y: frame.py($0.y)) } }
      .sorted { ($0.y, $0.line.place) < ($1.y, $1.line.place) }
    let places = spread(ends.map(\.y), apart: 15, within: frame.top...frame.bottom)
    return zip(ends, places).map { end, y in
      let name = GanttText.fitted(end.line.label, width: widestLabel, size: labelSize)
      return SVG.text("label t\(end.line.place % 6)", frame.right + 8, y + 4, name)
    }.joined()
  }

  /// Ascending places moved as little as a pass each way needs to be `gap` apart within bounds, as far as there is room.
  static func spread(_ places: [Double], apart gap: Double, within bounds: ClosedRange<Double>) -> [Double] {
    var result = places
    for index in result.indices.dropFirst() { result[index] = max(result[index], result[index - 1] + gap) }
    var limit = bounds.upperBound
    for index in result.indices.reversed() {
      result[index] = min(result[index], limit)
      limit = result[index] - gap
    }
    return result
  }
}
