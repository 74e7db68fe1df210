extension GanttChart {
  /// What the script draws, as compact JSON that is safe inside a `script` element.
  ///
  /// `range` is the whole axis; `groups` holds `[name, fill, text colour]`; `marks` holds `[time, label, group or -1]`;
  /// `rows` holds `[label, lanes, bars]`, a bar being `[start, end, group, lane, label]` and, where there is one, its detail.
  /// Groups are numbered by their place in `groups`. Bars are in order of start.
  var chartData: String {
    let groups = groupsInUse
    var places: [Int: Int] = [:]
    for (place, group) in groups.enumerated() { places[group] = place }
    let range = GanttAxis(covering: timeRange, maximumTicks: 2).range

    var out = "{\"range\":[\(range.lowerBound),\(range.upperBound)],\"unit\":\(GanttText.json(timeUnit)),\"groups\":["
    out += groups.map { group in
      let fill = GanttPalette.color(forGroup: group)
      let text = GanttPalette.textColor(on: fill)
      return "[\(GanttText.json(groupName(group))),\"\(fill.hex)\",\"\(text.hex)\"]"
    }.joined(separator: ",")
    out += "],\"marks\":["
    out += marks.map { mark in
      let place = mark.group.flatMap { places[$0] } ?? -1
      return "[\(mark.time),\(GanttText.json(mark.label)),\(place)]"
    }.joined(separator: ",")
    out += "],\"rows\":["
    for (index, row) in rows.enumerated() {
      let lanes = GanttLanes(row)
      out += "\(index == 0 ? "" : ",")\n[\(GanttText.json(row.label)),\(lanes.count),["
      for (place, placed) in lanes.bars.enumerated() {
        let bar = placed.bar
        out += "\(place == 0 ? "" : ",")[\(bar.start),\(placed.end),\(places[bar.group] ?? 0),\(placed.lane),"
        out += GanttText.json(bar.label)
        out += bar.detail.isEmpty ? "]" : ",\(GanttText.json(bar.detail))]"
      }
      out += "]]"
    }
    return out + "]}"
  }
}
