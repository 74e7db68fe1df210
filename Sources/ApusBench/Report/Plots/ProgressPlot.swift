import Foundation

/// The mean excess of the best solutions so far, over the time of the runs. A run without a solution counts 100 %, as does one whose excess
/// is above that; a run that has ended keeps its answer. Contenders without events have no line.
struct ProgressPlot {
  let section: ReportSection

  /// Moments on the axis, evenly spaced as it is.
  private static let moments = 120

  /// The plot, or nil where there are no events with an excess.
  var svg: String? {
    let contenders = section.contenders.filter { $0.hasEvents && $0.runs.contains { $0.excess != nil } }
    guard !contenders.isEmpty else { return nil }
    let limit = contenders.flatMap { $0.runs.map(\.limit) }.max() ?? 1
    let starts = contenders.flatMap { $0.runs.compactMap { $0.progress.first?.t } }
    let x = PlotAxis.seconds("seconds, logarithmic", starts, limit: limit)
    let lines = contenders.map { line($0, x) }
    let frame = PlotFrame(
      x: x, y: .excess("mean excess %, logarithmic above 0.1 %", lines.flatMap { $0.points.map(\.y) }),
      labelRoom: PlotLine.labelRoom(contenders.map(\.label)))
    return frame.svg(label: "\(section.suite): mean excess over time", PlotLine.svg(lines, in: frame))
  }

  private func line(_ contender: Contender, _ x: PlotAxis) -> PlotLine {
    let groups = contender.groups.map { $0.filter { $0.reference != nil } }.filter { !$0.isEmpty }
    let ratio = x.range.upperBound / x.range.lowerBound
    var points: [PlotLine.Point] = []
    for moment in 0...Self.moments {
      let t = x.range.lowerBound * pow(ratio, Double(moment) / Double(Self.moments))
      let excess = 100 * Self.mean(groups, at: t)
      let isShown = moment % 5 == 0 || moment == Self.moments
      let tip = "\(contender.label): \(ReportNumber.fixed(excess, 2)) % after \(ReportNumber.fixed(t, 2)) s"
      points.append(.init(x: t, y: excess, tip: isShown ? tip : ""))
    }
    return PlotLine(label: contender.label, place: contender.place, points: points)
  }

  /// The mean over instances of the means over seeds of the excess after `t` seconds, at most 1 for each run.
  static func mean(_ groups: [[JudgedRun]], at t: Double) -> Double {
    let means = groups.compactMap { runs in
      Statistics.mean(
        runs.map { run in
          let objective = run.progress.last { $0.t <= t }?.objective
          return min(1, objective.flatMap(run.excess) ?? 1)
        })
    }
    return Statistics.mean(means) ?? 1
  }
}
