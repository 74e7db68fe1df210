import ApusCharts

extension ReportTable {
  /// The table in HTML. Where columns belong to contenders, a line above the headings names them.
  ///
  /// - Parameters:
  ///   - style: its class: `sortable` for one whose headings sort it, `summary` for one with a rule where the first column changes.
  ///   - label: what it is called to those who do not see it.
  func html(style: String, label: String) -> String {
    var out = "<div class=\"scroll\"><table class=\"\(style)\" aria-label=\"\(GanttText.xml(label))\">\n<thead>\n"
    if columns.contains(where: { !$0.group.isEmpty }) { out += groupLine }
    out += "<tr>" + columns.indices.map(heading).joined() + "</tr>\n</thead>\n<tbody>\n"
    var last: String?
    for row in rows {
      out += row.first?.text == last ? "<tr>" : "<tr class=\"first\">"
      out += row.indices.map { self.cell(row[$0], $0) }.joined() + "</tr>\n"
      last = row.first?.text
    }
    return out + "</tbody>\n</table></div>\n"
  }

  private var groupLine: String {
    var out = "<tr class=\"groups\">"
    var start = 0
    while start < columns.count {
      let group = columns[start].group
      let count = columns[start...].prefix { $0.group == group }.count
      out += "<th colspan=\"\(count)\"\(edge(start))>\(GanttText.xml(group))</th>"
      start += count
    }
    return out + "</tr>\n"
  }

  private func heading(_ place: Int) -> String {
    let column = columns[place]
    return "<th scope=\"col\" \(classes(place))>\(GanttText.xml(column.title))</th>"
  }

  private func cell(_ cell: Cell, _ place: Int) -> String {
    let key = cell.value.map { " data-value=\"\($0)\"" } ?? ""
    let text = GanttText.xml(cell.text)
    return "<td \(classes(place))\(key)>\(cell.isBest ? "<b>\(text)</b>" : text)</td>"
  }

  private func classes(_ place: Int) -> String {
    let kind = columns[place].isNumber ? "number" : "text"
    return "class=\"\(kind)\(isEdge(place) ? " edge" : "")\""
  }

  private func edge(_ place: Int) -> String { isEdge(place) ? " class=\"edge\"" : "" }

  /// Whether a contender's columns begin here.
  private func isEdge(_ place: Int) -> Bool { place > 0 && columns[place].group != columns[place - 1].group }
}
