/// Where everything in an SVG chart goes. All lengths are in pixels.
struct GanttSVGLayout {
  /// A text in the legend with its coloured square, or a mark's label, at its left edge and level.
  struct Slot {
    var index: Int
    var text: String
    var x: Double
    var level: Int
  }

  static let margin = 20.0
  static let legendLine = 22.0
  static let markLine = 16.0
  static let axisLine = 26.0
  static let mostLegendLines = 4

  let lanes: [GanttLanes]
  let axis: GanttAxis
  let groups: [Int]
  /// The height of one lane, and of the text on bars and before rows.
  let laneHeight: Double
  let barText: Double
  let labelText: Double
  /// The tops of the rows, and after them the bottom of the last.
  let rowTops: [Double]
  let left: Double
  let right: Double
  let width: Double
  let height: Double
  let legend: [Slot]
  let legendTop: Double
  let markLabels: [Slot]
  let markTop: Double
  /// Whether the axis has labels above the rows as well as below.
  let hasTopAxis: Bool

  var top: Double { rowTops[0] }
  var bottom: Double { rowTops[rowTops.count - 1] }
  func x(_ time: Int) -> Double { left + axis.fraction(of: time) * (right - left) }

  init(_ chart: GanttChart, width wanted: Int?) {
    let lanes = chart.rows.map { GanttLanes($0) }
    let laneCount = lanes.reduce(0) { $0 + $1.count }
    let (laneHeight, barText) = Self.sizes(lanes: laneCount)
    let labelText = min(13, laneHeight - 2)
    let widest = chart.rows.map { GanttText.width(GanttText.clean($0.label), size: labelText) }.max() ?? 0
    let left = Self.margin + min(220, widest) + (widest > 0 ? 12 : 0)
    let width = wanted.map { max(320, Double($0), left + 160) } ?? left + Self.plotWidth(lanes) + Self.margin
    // The label of the last tick may stand at the very end of the axis.
    let right = width - Self.margin - 12

    let range = chart.timeRange
    let longest =
      [range?.lowerBound ?? 0, range?.upperBound ?? 10]
      .map { GanttText.width(GanttText.number($0), size: 12) }.max() ?? 0
    let axis = GanttAxis(covering: range, maximumTicks: Int((right - left) / max(64, longest + 28)))

    let groups = chart.groupsInUse
    let legend = Self.legend(chart, groups: groups, width: width)
    let marks = Self.markLabels(chart, axis: axis, left: left, right: right)

    let headingHeight = chart.title.isEmpty ? 0.0 : 26
    let subtitleHeight = chart.subtitle.isEmpty ? 0.0 : 20
    legendTop = Self.margin + headingHeight + subtitleHeight + 4
    markTop = legendTop + Double((legend.last?.level ?? -1) + 1) * Self.legendLine + 4
    hasTopAxis = laneCount > 25
    var y = markTop + Double((marks.map(\.level).max() ?? -1) + 1) * Self.markLine + 4
    if hasTopAxis { y += Self.axisLine }

    var tops = [y]
    for row in lanes {
      y += Double(row.count) * laneHeight
      tops.append(y)
    }
    if lanes.isEmpty { tops = [y, y + 120] }
    rowTops = tops
    height = (tops.last ?? y) + Self.axisLine + (chart.timeUnit.isEmpty ? 0 : 18) + 12

    self.lanes = lanes
    self.axis = axis
    self.groups = groups
    self.laneHeight = laneHeight
    self.barText = barText
    self.labelText = labelText
    self.left = left
    self.right = right
    self.width = width
    self.legend = legend
    self.markLabels = marks
  }

  /// The height of a lane and the size of text on bars: large for few lanes, small for many.
  private static func sizes(lanes: Int) -> (height: Double, text: Double) {
    switch lanes {
    case ...14: (34, 12)
    case ...40: (26, 11)
    case ...120: (20, 10)
    default: (14, 9)
    }
  }

  /// Room for the busiest row, within what a screen can show.
  private static func plotWidth(_ lanes: [GanttLanes]) -> Double {
    let busiest = lanes.map { Double($0.bars.count) / Double($0.count) }.max() ?? 0
    return min(2400, max(820, 640 + 12 * busiest))
  }

  /// The legend in lines from left to right, or nothing when it would need too many lines.
  private static func legend(_ chart: GanttChart, groups: [Int], width: Double) -> [Slot] {
    guard groups.count > 1, groups.count <= 60 else { return [] }
    var slots: [Slot] = []
    var x = margin
    var level = 0
    for (index, group) in groups.enumerated() {
      let text = GanttText.fitted(GanttText.clean(chart.groupName(group)), width: 160, size: 12)
      let length = 18 + GanttText.width(text, size: 12)
      if x > margin, x + length > width - margin {
        x = margin
        level += 1
      }
      slots.append(Slot(index: index, text: text, x: x, level: level))
      x += length + 18
    }
    return level < mostLegendLines ? slots : []
  }

  /// Labels at the heads of marks, raised to a further level where they would touch, left out where three are full.
  private static func markLabels(_ chart: GanttChart, axis: GanttAxis, left: Double, right: Double) -> [Slot] {
    var slots: [Slot] = []
    var ends: [Double] = []
    for index in chart.marks.indices.sorted(by: { chart.marks[$0].time < chart.marks[$1].time }) {
      let text = GanttText.fitted(GanttText.clean(chart.marks[index].label), width: 200, size: 11)
      if text.isEmpty { continue }
      let length = GanttText.width(text, size: 11)
      let line = left + axis.fraction(of: chart.marks[index].time) * (right - left)
      let x = max(margin, min(line - length / 2, right + 20 - length))
      let level = ends.firstIndex { $0 + 8 <= x } ?? ends.count
      if level == 3 { continue }
      if level == ends.count { ends.append(0) }
      ends[level] = x + length
      slots.append(Slot(index: index, text: text, x: x, level: level))
    }
    return slots
  }
}
