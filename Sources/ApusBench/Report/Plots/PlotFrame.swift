import ApusCharts

/// The rectangle of a plot within its picture: from values to pixels, and the SVG of grid, axes and titles.
struct PlotFrame {
  let x, y: PlotAxis
  let width, height, left, right, top, bottom: Double

  /// - Parameter labelRoom: the pixels kept free to the right, for labels at the ends of lines.
  init(x: PlotAxis, y: PlotAxis, width: Double = 620, height: Double = 340, labelRoom: Double = 16) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    let tickWidth = y.ticks.map { GanttText.width($0.text, size: 12) }.max() ?? 0
    left = 34 + tickWidth
    right = width - max(18, labelRoom)
    top = 14
    bottom = height - 46
  }

  /// The pixel of a value along the horizontal axis.
  func px(_ value: Double) -> Double { left + x.fraction(value) * (right - left) }

  /// The pixel of a value along the vertical axis.
  func py(_ value: Double) -> Double { bottom - y.fraction(value) * (bottom - top) }

  /// The whole picture around what is drawn inside.
  func svg(label: String, _ content: String) -> String {
    let (width, height) = (GanttText.decimal(width), GanttText.decimal(height))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 \(width) \(height)" role="img" \
      aria-label="\(GanttText.xml(label))">
      \(axes)\(content)</svg>

      """
  }

  private var axes: String {
    var out = ""
    for tick in x.ticks {
      let place = px(tick.value)
      out += SVG.line("grid", place, top, place, bottom)
      out += SVG.text("tick", place, bottom + 18, tick.text, anchor: "middle")
    }
    for tick in y.ticks {
      let place = py(tick.value)
      out += SVG.line("grid", left, place, right, place)
      out += SVG.text("tick", left - 7, place + 4, tick.text, anchor: "end")
    }
    out += SVG.line("frame", left, bottom, right, bottom) + SVG.line("frame", left, top, left, bottom)
    out += SVG.text("title", (left + right) / 2, height - 8, x.title, anchor: "middle")
    let middle = (top + bottom) / 2
    return out
      + "<text class=\"title\" text-anchor=\"middle\" transform=\"translate(13 \(GanttText.decimal(middle))) rotate(-90)\">"
      + "\(GanttText.xml(y.title))</text>\n"
  }
}
