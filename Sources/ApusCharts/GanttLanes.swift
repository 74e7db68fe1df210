/// The bars of one row, spread over as few lanes as possible so that no two in a lane overlap.
///
/// Greedy in order of start, which is optimal for interval graphs. O(n log n + n · lanes).
struct GanttLanes {
  /// A bar with its lane, and an end that is never before its start.
  struct Placed {
    var bar: GanttChart.Bar
    var end: Int
    var lane: Int

    /// Whether the bar has no length and is drawn as a thin mark.
    var isMoment: Bool { end == bar.start }
    /// The length in ticks, at most `Int.max`.
    var length: Int {
      let (length, overflow) = end.subtractingReportingOverflow(bar.start)
      return overflow ? .max : length
    }
  }

  /// The bars by start, then end; equal ones stay in the order given.
  let bars: [Placed]
  /// The number of lanes, at least 1 even for an empty row.
  let count: Int

  init(_ row: GanttChart.Row) {
    let order = row.bars.indices.sorted { a, b in
      let (x, y) = (row.bars[a], row.bars[b])
      return (x.start, max(x.start, x.end), a) < (y.start, max(y.start, y.end), b)
    }
    var placed: [Placed] = []
    placed.reserveCapacity(order.count)
    var last: [(start: Int, end: Int)] = []
    for index in order {
      let bar = row.bars[index]
      let end = max(bar.start, bar.end)
      // Two moments at the same time would hide each other; a moment at the border of a bar does not.
      let lane = last.firstIndex {
        $0.end <= bar.start && !($0.start == $0.end && end == bar.start && $0.end == bar.start)
      }
      if let lane {
        last[lane] = (bar.start, end)
      } else {
        last.append((bar.start, end))
      }
      placed.append(Placed(bar: bar, end: end, lane: lane ?? last.count - 1))
    }
    bars = placed
    count = max(1, last.count)
  }
}
