extension GanttChart {
  /// The chart as a standalone SVG document.
  ///
  /// Every bar is one `rect` of class `bar` with a `title` for tooltips; it carries its label where that fits. The document
  /// uses no scripts, no outside fonts and no links. Its size grows with the rows; about 180 bytes are written per bar.
  ///
  /// - Parameters:
  ///   - width: The width in pixels, at least 320, or `nil` for one that suits the busiest row.
  ///   - theme: Light, dark, or as the viewer prefers.
  public func svg(width: Int? = nil, theme: GanttTheme = .automatic) -> String {
    var writer = GanttSVGWriter(chart: self, layout: GanttSVGLayout(self, width: width))
    return writer.document(theme: theme)
  }
}

/// Writes the elements of an SVG chart from back to front.
struct GanttSVGWriter {
  let chart: GanttChart
  let layout: GanttSVGLayout
  private var out = ""
  private var classes: [Int: Int] = [:]

  init(chart: GanttChart, layout: GanttSVGLayout) {
    self.chart = chart
    self.layout = layout
    for (index, group) in layout.groups.enumerated() { classes[group] = index }
  }

  mutating func document(theme: GanttTheme) -> String {
    let (width, height) = (number(layout.width), number(layout.height))
    let name = GanttText.xml(chart.title.isEmpty ? "Gantt chart" : chart.title)
    out = """
      <svg xmlns="http://www.w3.org/2000/svg" class="gantt" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-label="\(name)" \
      font-family="system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif">
      <style>
      \(theme.styleSheet)
      \(groupRules)
      </style>
      <rect class="page" width="100%" height="100%"/>

      """
    heading()
    legend()
    rows()
    grid()
    marks()
    for row in chart.rows.indices { bars(row) }
    if chart.rows.allSatisfy(\.bars.isEmpty) {
      let (x, y) = (number((layout.left + layout.right) / 2), number((layout.top + layout.bottom) / 2 + 5))
      out +=
        "<text class=\"muted\" x=\"\(x)\" y=\"\(y)\" font-size=\"14\" text-anchor=\"middle\">Nothing scheduled</text>\n"
    }
    out += "</svg>\n"
    return out
  }

  private func number(_ value: Double) -> String { GanttText.decimal(value) }

  /// The fill of each group and of the text on it: `g3` and `t3` for the fourth group in use.
  private var groupRules: String {
    layout.groups.enumerated().map { index, group in
      let color = GanttPalette.color(forGroup: group)
      return
        ".gantt .g\(index) { fill: \(color.hex) } .gantt .t\(index) { fill: \(GanttPalette.textColor(on: color).hex) }"
    }.joined(separator: "\n")
  }

  private mutating func heading() {
    var y = GanttSVGLayout.margin
    let room = layout.width - 2 * GanttSVGLayout.margin
    if !chart.title.isEmpty {
      let title = GanttText.xml(GanttText.fitted(chart.title, width: room, size: 20))
      out +=
        "<text class=\"text\" x=\"20\" y=\"\(number(y + 17))\" font-size=\"20\" font-weight=\"600\">\(title)</text>\n"
      y += 26
    }
    if !chart.subtitle.isEmpty {
      let subtitle = GanttText.xml(GanttText.fitted(chart.subtitle, width: room, size: 13))
      out += "<text class=\"muted\" x=\"20\" y=\"\(number(y + 13))\" font-size=\"13\">\(subtitle)</text>\n"
    }
  }

  private mutating func legend() {
    for slot in layout.legend {
      let y = layout.legendTop + Double(slot.level) * GanttSVGLayout.legendLine
      let square = "x=\"\(number(slot.x))\" y=\"\(number(y + 5))\" width=\"12\" height=\"12\" rx=\"3\""
      out += "<rect class=\"key g\(slot.index)\" \(square)/>"
      out += "<text class=\"text\" x=\"\(number(slot.x + 18))\" y=\"\(number(y + 15))\" font-size=\"12\">"
      out += "\(GanttText.xml(slot.text))</text>\n"
    }
  }

  /// Shaded bands behind every other row, and the rows' names.
  private mutating func rows() {
    let length = number(layout.right - layout.left)
    for (index, row) in chart.rows.enumerated() {
      let (top, height) = (layout.rowTops[index], layout.rowTops[index + 1] - layout.rowTops[index])
      if index % 2 == 0 {
        out += "<rect class=\"band\" x=\"\(number(layout.left))\" y=\"\(number(top))\" "
        out += "width=\"\(length)\" height=\"\(number(height))\"/>\n"
      }
      let label = GanttText.clean(row.label)
      let short = GanttText.fitted(label, width: 220, size: layout.labelText)
      let place = "x=\"\(number(layout.left - 10))\" y=\"\(number(top + height / 2 + layout.labelText * 0.36))\""
      out += "<text class=\"text\" \(place) font-size=\"\(number(layout.labelText))\" text-anchor=\"end\">"
      out += short == label ? "" : "<title>\(GanttText.xml(label))</title>"
      out += "\(GanttText.xml(short))</text>\n"
    }
  }

  /// Grid lines at the ticks, the frame's base line, and the ticks' labels.
  private mutating func grid() {
    let (top, bottom) = (number(layout.top), number(layout.bottom))
    for tick in layout.axis.ticks {
      let x = number(layout.x(tick))
      out += "<line class=\"grid\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top)\" y2=\"\(number(layout.bottom + 5))\"/>"
      let label = "font-size=\"12\" text-anchor=\"middle\">\(GanttText.number(tick))</text>"
      out += "<text class=\"muted tick\" x=\"\(x)\" y=\"\(number(layout.bottom + 20))\" \(label)\n"
      if layout.hasTopAxis { out += "<text class=\"muted\" x=\"\(x)\" y=\"\(number(layout.top - 8))\" \(label)\n" }
    }
    let ends = "x1=\"\(number(layout.left))\" x2=\"\(number(layout.right))\""
    out += "<line class=\"frame\" \(ends) y1=\"\(bottom)\" y2=\"\(bottom)\"/>\n"
    if !chart.timeUnit.isEmpty {
      let place = "x=\"\(number((layout.left + layout.right) / 2))\" y=\"\(number(layout.bottom + 39))\""
      out +=
        "<text class=\"muted\" \(place) font-size=\"12\" text-anchor=\"middle\">\(GanttText.xml(chart.timeUnit))</text>\n"
    }
  }

  private mutating func bars(_ index: Int) {
    let lanes = layout.lanes[index]
    guard !lanes.bars.isEmpty else { return }
    let inset = layout.laneHeight >= 20 ? 3.0 : 1.5
    let height = layout.laneHeight - 2 * inset
    // Width and height that all bars share are said once.
    out += "<g font-size=\"\(number(layout.barText))\" text-anchor=\"middle\">\n"
    for placed in lanes.bars {
      let group = classes[placed.bar.group] ?? 0
      let y = layout.rowTops[index] + Double(placed.lane) * layout.laneHeight + inset
      var x = layout.x(placed.bar.start)
      var width = layout.x(placed.end) - x
      if placed.isMoment {
        (x, width) = (x - 1, 2)
      } else if width > 4 {
        // A gap keeps neighbours of one colour apart.
        (x, width) = (x + 0.5, width - 1)
      } else {
        width = max(0.5, width)
      }
      let radius = width >= 8 ? " rx=\"3\"" : ""
      out += "<rect class=\"bar g\(group)\" x=\"\(number(x))\" y=\"\(number(y))\" "
      out += "width=\"\(number(width))\" height=\"\(number(height))\"\(radius)>"
      out += "<title>\(tooltip(placed, row: chart.rows[index]))</title></rect>"
      if width > 12, !placed.bar.label.isEmpty {
        let label = GanttText.clean(placed.bar.label)
        if GanttText.width(label, size: layout.barText) <= width - 5 {
          let baseline = y + height / 2 + layout.barText * 0.36
          out += "<text class=\"t\(group)\" x=\"\(number(x + width / 2))\" y=\"\(number(baseline))\">"
          out += "\(GanttText.xml(label))</text>"
        }
      }
      out += "\n"
    }
    out += "</g>\n"
  }

  private func tooltip(_ placed: GanttLanes.Placed, row: GanttChart.Row) -> String {
    let bar = placed.bar
    let group = chart.groupName(bar.group)
    let name = bar.label.isEmpty || bar.label == group ? group : "\(bar.label) (\(group))"
    let time = placed.isMoment ? "at \(bar.start)" : "\(bar.start) to \(placed.end), \(placed.length) long"
    let lines = ["\(name) on \(row.label)", time] + (bar.detail.isEmpty ? [] : [bar.detail])
    return lines.map(GanttText.xml).joined(separator: "\n")
  }

  private mutating func marks() {
    for mark in chart.marks {
      let x = number(layout.x(mark.time))
      let place = "x1=\"\(x)\" x2=\"\(x)\" y1=\"\(number(layout.top - 4))\" y2=\"\(number(layout.bottom))\""
      out += "<line class=\"mark\" \(place) stroke-width=\"1.5\" stroke-dasharray=\"4 3\"\(style("stroke", mark))>"
      out += "<title>\(GanttText.xml(mark.label)): \(mark.time)</title></line>\n"
    }
    let levels = layout.markLabels.map(\.level).max() ?? 0
    for slot in layout.markLabels {
      let y = layout.markTop + Double(levels - slot.level) * GanttSVGLayout.markLine + 11
      out += "<text class=\"marklabel\" x=\"\(number(slot.x))\" y=\"\(number(y))\" font-size=\"11\">"
      out += "\(GanttText.xml(slot.text))</text>\n"
    }
  }

  /// The colour of a mark's group, as a style that wins over the class.
  private func style(_ property: String, _ mark: GanttChart.Mark) -> String {
    mark.group.map { " style=\"\(property): \(GanttPalette.color(forGroup: $0).hex)\"" } ?? ""
  }
}
