extension GanttChart {
  /// The chart for a terminal or a log: one line for each row, then a time axis and a key to the groups.
  ///
  /// In colour, bars are drawn to an eighth of a column with 256-colour escapes and carry their labels where those fit.
  /// Without colour, each group has a letter or digit, taken from its name where names allow. Every line ends with a line
  /// feed, and none takes more than `width` columns (East Asian and emoji characters take two).
  ///
  /// - Parameters:
  ///   - width: The columns to use; at least 16 are taken.
  ///   - maximumRows: The lines that rows may take, at least 1; what is left out is counted in a line of its own.
  ///   - color: Whether to write ANSI escapes.
  public func terminal(width: Int = 80, maximumRows: Int = 40, color: Bool = false) -> String {
    GanttTerminal(self, width: max(16, width), maximumRows: max(1, maximumRows), color: color).lines
      .map { $0 + "\n" }.joined()
  }
}

/// Composes the lines of a terminal chart.
struct GanttTerminal {
  let chart: GanttChart
  let width: Int
  let maximumRows: Int
  let pens: GanttPens
  let axis: GanttAxis
  /// The columns of the row labels, and of the plot behind `" │"`.
  let gutter: Int
  let plot: Int

  init(_ chart: GanttChart, width: Int, maximumRows: Int, color: Bool) {
    self.chart = chart
    self.width = width
    self.maximumRows = maximumRows
    pens = GanttPens(chart, color: color)
    let longest = chart.rows.prefix(maximumRows).map { GanttText.columns(GanttText.clean($0.label)) }.max() ?? 0
    gutter = min(longest, width / 4)
    plot = width - gutter - 2
    let range = chart.timeRange
    let widest = max("\(range?.lowerBound ?? 0)".count, "\(range?.upperBound ?? 10)".count)
    axis = GanttAxis(covering: range, maximumTicks: plot / (widest + 3))
  }

  var lines: [String] { heading + rows + axisLines + key }

  private var heading: [String] {
    [chart.title, chart.subtitle].map { GanttText.fitted(GanttText.clean($0), columns: width) }.filter { !$0.isEmpty }
  }

  private var rows: [String] {
    if chart.rows.isEmpty {
      return [pad("") + " │" + fit("nothing scheduled")]
    }
    let markColumns = Set(chart.marks.map { column($0.time) })
    var lines: [String] = []
    var shown = 0
    for row in chart.rows {
      let lanes = GanttLanes(row)
      if shown > 0, lines.count + lanes.count > maximumRows { break }
      for lane in 0..<min(lanes.count, maximumRows) {
        var line = GanttTerminalLine(columns: plot, marks: markColumns)
        line.draw(lanes.bars.filter { $0.lane == lane }, axis: axis, pens: pens)
        lines.append(pad(lane == 0 ? row.label : "") + " │" + line.text(pens: pens))
      }
      shown += 1
      if lines.count >= maximumRows { break }
    }
    let rest = chart.rows.count - shown
    if rest > 0 {
      lines.append(GanttText.fitted("… \(rest) more row\(rest == 1 ? "" : "s")", columns: width))
    }
    return lines
  }

  private var axisLines: [String] {
    var line = Array(repeating: "─", count: plot)
    var labels = Array(repeating: " ", count: width)
    var free = 0
    for tick in axis.ticks {
      line[column(tick)] = "┬"
      let text = Array("\(tick)")
      let start = max(0, min(gutter + 2 + column(tick) - text.count / 2, width - text.count))
      guard start >= free else { continue }
      for (offset, character) in text.enumerated() { labels[start + offset] = String(character) }
      free = start + text.count + 1
    }
    while labels.last == " " { labels.removeLast() }
    return [pad("") + " └" + line.joined(), labels.joined()]
  }

  /// What the colours or letters, the time unit and the marks stand for.
  private var key: [String] {
    var entries: [(text: String, columns: Int)] = []
    if chart.groupsInUse.count > 1, chart.groupsInUse.count <= 40 {
      for group in chart.groupsInUse {
        let name = GanttText.fitted(GanttText.clean(chart.groupName(group)), columns: width - 3)
        entries.append((pens.sample(group) + " " + name, 2 + GanttText.columns(name)))
      }
    }
    for mark in chart.marks.prefix(3) {
      let text = GanttText.fitted(GanttText.clean("┊ " + caption(mark)), columns: width - 1)
      entries.append((text, GanttText.columns(text)))
    }
    if !chart.timeUnit.isEmpty {
      let text = GanttText.fitted(GanttText.clean("time in \(chart.timeUnit)"), columns: width - 1)
      entries.append((text, GanttText.columns(text)))
    }
    var lines: [String] = []
    var used = width
    for entry in entries {
      if used + 2 + entry.columns > width {
        lines.append(entry.text)
        used = entry.columns
      } else {
        lines[lines.count - 1] += "  " + entry.text
        used += 2 + entry.columns
      }
    }
    return lines
  }

  /// The mark's label, with its time unless the label ends with it.
  private func caption(_ mark: GanttChart.Mark) -> String {
    let time = "\(mark.time)"
    return mark.label.isEmpty ? time : mark.label.hasSuffix(" " + time) ? mark.label : "\(mark.label) \(time)"
  }

  private func column(_ time: Int) -> Int { min(plot - 1, Int(axis.fraction(of: time) * Double(plot))) }
  private func pad(_ text: String) -> String {
    GanttText.fitted(GanttText.clean(text), columns: gutter, padded: true)
  }
  private func fit(_ text: String) -> String { GanttText.fitted(text, columns: plot) }
}
