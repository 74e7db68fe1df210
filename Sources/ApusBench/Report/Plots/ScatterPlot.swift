import ApusCharts
import Foundation

/// Each run of one contender against the same run of another: a point below the diagonal is better for the one on the vertical axis.
struct ScatterPlot {
  enum Measure: String, CaseIterable {
    case time, excess

    var title: String { self == .time ? "seconds to the proof" : "excess" }
  }

  let measure: Measure
  let section: ReportSection
  /// On the vertical axis.
  let contender: Contender
  /// On the horizontal axis.
  let peer: Contender

  private struct Point {
    var x, y: Double
    var name: String
    /// Whether one of the two has no value, and stands at the far end of its axis.
    var isOpen: Bool
  }

  /// The plot, or nil where the two have no run in common or nothing has the measure.
  var svg: String? {
    let runs = pairs
    let values = runs.flatMap { [value($0.0), value($0.1)] }.compactMap(\.self)
    guard !values.isEmpty else { return nil }
    func axis(_ label: String) -> PlotAxis {
      switch measure {
      case .time:
        let limit = runs.flatMap { [$0.0.limit, $0.1.limit] }.max() ?? 1
        return .seconds("\(label): seconds to the proof, logarithmic", values, limit: limit, extra: "none")
      case .excess:
        return .excess("\(label): excess %, logarithmic above 0.1 %", values, extra: "none")
      }
    }
    let frame = PlotFrame(x: axis(peer.label), y: axis(contender.label), width: 430, height: 400)
    let end = frame.x.range.upperBound
    let points = runs.map { own, other in
      Point(
        x: value(other) ?? end, y: value(own) ?? end, name: section.name(of: own),
        isOpen: value(own) == nil || value(other) == nil)
    }
    let start = frame.x.range.lowerBound
    var out = SVG.line("diagonal", frame.px(start), frame.py(start), frame.px(end), frame.py(end))
    out += SVG.text("hint", frame.right - 8, frame.bottom - 8, "\(contender.label) better", anchor: "end")
    out += SVG.text("hint", frame.left + 8, frame.top + 16, "\(peer.label) better")
    for point in points {
      let style = point.isOpen ? "dot open" : "dot"
      out += SVG.point(style, frame.px(point.x), frame.py(point.y), radius: 4, tip: tip(point, end))
    }
    out += outliers(points, frame)
    return frame.svg(label: "\(section.suite): \(contender.label) against \(peer.label), \(measure.title)", out)
  }

  private var pairs: [(JudgedRun, JudgedRun)] {
    let others = Dictionary(peer.runs.map { (RunKey($0.record), $0) }) { first, _ in first }
    return contender.runs.compactMap { run in others[RunKey(run.record)].map { (run, $0) } }
  }

  private func value(_ run: JudgedRun) -> Double? {
    measure == .time ? run.secondsToProof : run.excess.map { 100 * $0 }
  }

  private func tip(_ point: Point, _ end: Double) -> String {
    func text(_ value: Double) -> String {
      if value == end { return measure == .time ? "no proof" : "no answer" }
      return ReportNumber.fixed(value, 2) + (measure == .time ? " s" : " %")
    }
    return "\(point.name): \(contender.label) \(text(point.y)), \(peer.label) \(text(point.x))"
  }

  /// The names of the points furthest above the diagonal, where the contender does worst; those that would run into others are left out.
  private func outliers(_ points: [Point], _ frame: PlotFrame) -> String {
    func height(_ point: Point) -> Double { frame.y.fraction(point.y) - frame.x.fraction(point.x) }
    let worst = points.filter { height($0) > 0.08 }.sorted { height($0) > height($1) }
    var taken: [(x: ClosedRange<Double>, y: Double)] = []
    var out = ""
    for point in worst.prefix(12) where taken.count < 5 {
      let (x, y) = (frame.px(point.x), frame.py(point.y))
      let width = GanttText.width(point.name, size: 11)
      let isLeft = x + 8 + width > frame.right
      let start = isLeft ? x - 8 - width : x + 8
      let range = start...(start + width)
      let isFree = taken.allSatisfy { !$0.x.overlaps(range) || abs($0.y - y) > 13 }
      let isClear = points.allSatisfy {
        !range.contains(frame.px($0.x)) || abs(frame.py($0.y) - y) > 9
      }
      guard isFree, isClear, y > frame.top + 26 else { continue }
      taken.append((range, y))
      out += SVG.text("name", start, y + 4, point.name)
    }
    return out
  }
}
