import Foundation

/// An axis of a plot: a title with its unit, a range of values, and the round values in it that get a label.
struct PlotAxis: Sendable {
  struct Tick: Sendable, Equatable {
    var value: Double
    var text: String
  }

  let title: String
  let scale: PlotScale
  let range: ClosedRange<Double>
  let ticks: [Tick]

  /// Where a value is, from 0 at the start of the axis to 1 at its end; values outside are moved to the nearer end.
  func fraction(_ value: Double) -> Double {
    let inside = min(max(value, range.lowerBound), range.upperBound)
    let start = scale.length(range.lowerBound)
    return (scale.length(inside) - start) / (scale.length(range.upperBound) - start)
  }
}

extension PlotAxis {
  /// Seconds on a logarithmic scale, from a power of ten at or below the least of the values, but not below 10 ms, to `limit`.
  ///
  /// - Parameter extra: a place beyond the limit, for what has no time, and what it is called.
  static func seconds(_ title: String, _ values: [Double], limit: Double, extra: String? = nil) -> PlotAxis {
    let end = max(limit, 0.1)
    let least = max(0.01, min(values.min() ?? 1, end / 10))
    let start = pow(10, floor(log10(least) + 1e-9))
    let top = extra == nil ? end : end * pow(end / start, 0.12)
    var ticks: [Tick] = []
    var decade = start
    let step = log10(end / start) > 2.2 ? [1.0] : [1.0, 2, 5]
    while decade <= end {
      for factor in step where factor * decade <= end {
        ticks.append(Tick(value: factor * decade, text: ReportNumber.plain(factor * decade)))
      }
      decade *= 10
    }
    // The limit itself, in place of a tick that it would run into.
    let near = log10(end / start) / 14
    ticks.removeAll { log10(end / $0.value) < near }
    ticks.append(Tick(value: end, text: ReportNumber.plain(end)))
    if let extra { ticks.append(Tick(value: top, text: extra)) }
    return PlotAxis(title: title, scale: .logarithmic, range: start...top, ticks: ticks)
  }

  /// A count from 0 to `end`, which has a label of its own.
  static func count(_ title: String, to end: Int) -> PlotAxis {
    let end = max(1, end)
    var step = 1
    for factor in [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000] where end / step > 6 {
      step = factor
    }
    var values = Array(stride(from: 0, to: end, by: step))
    if values.count > 1, 2 * (end - values[values.count - 1]) < step { values.removeLast() }
    values.append(end)
    return PlotAxis(
      title: title, scale: .linear, range: 0...Double(end),
      ticks: values.map { Tick(value: Double($0), text: "\($0)") })
  }

  /// Excess in percent, logarithmic above 0.1 %, from 0 or the least value to a round value above the greatest.
  ///
  /// - Parameter extra: a place beyond all values, for what has no answer, and what it is called.
  static func excess(_ title: String, _ values: [Double], extra: String? = nil) -> PlotAxis {
    let rounds = [0, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 1e5, 1e6, 1e9]
    let greatest = values.max() ?? 0
    let end = rounds.first { $0 >= greatest && $0 >= 1 } ?? greatest
    let scale = PlotScale.logarithmicAbove(0.1)
    let start = min(0, values.min() ?? 0)
    let top = extra == nil ? end : end * pow(end / 0.1, 0.14)
    var ticks = rounds.filter { $0 <= end }.map { Tick(value: $0, text: ReportNumber.plain($0)) }
    if start < -0.02 { ticks.insert(Tick(value: start, text: ReportNumber.fixed(start, 2)), at: 0) }
    if let extra { ticks.append(Tick(value: top, text: extra)) }
    return PlotAxis(title: title, scale: scale, range: start...top, ticks: ticks)
  }
}
