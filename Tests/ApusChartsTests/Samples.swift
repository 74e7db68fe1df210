import ApusCharts

/// Charts that several tests draw.
enum Samples {
  /// An optimal schedule of Fisher and Thompson's 6 × 6 job shop: (start, end, job, operation) for each machine.
  static let ft06Bars: [[(Int, Int, Int, Int)]] = [
    [(1, 4, 0, 1), (13, 18, 3, 1), (18, 27, 2, 3), (28, 38, 5, 3), (38, 48, 1, 4), (48, 51, 4, 4)],
    [(0, 8, 1, 0), (8, 13, 3, 0), (13, 16, 5, 0), (16, 22, 0, 2), (22, 25, 4, 1), (27, 28, 2, 4)],
    [(0, 1, 0, 0), (1, 6, 2, 0), (8, 13, 1, 1), (13, 22, 4, 0), (22, 27, 3, 2), (49, 50, 5, 5)],
    [(6, 10, 2, 1), (16, 19, 5, 1), (27, 30, 3, 3), (30, 37, 0, 3), (48, 52, 1, 5), (52, 53, 4, 5)],
    [(13, 23, 1, 2), (25, 30, 4, 2), (30, 38, 3, 4), (38, 45, 2, 5), (45, 49, 5, 4), (49, 55, 0, 5)],
    [(10, 18, 2, 2), (19, 28, 5, 2), (28, 38, 1, 3), (38, 42, 4, 3), (42, 45, 0, 4), (45, 54, 3, 5)],
  ]

  static let ft06 = GanttChart(
    title: "ft06",
    subtitle: "makespan 55 (optimal)",
    rows: ft06Bars.enumerated().map { machine, bars in
      GanttChart.Row(
        label: "machine \(machine + 1)",
        bars: bars.map { start, end, job, operation in
          GanttChart.Bar(
            start: start, end: end, label: "J\(job + 1)", group: job, detail: "operation \(operation + 1)")
        })
    },
    groupNames: (1...6).map { "J\($0)" },
    marks: [GanttChart.Mark(time: 55, label: "makespan 55")])

  /// A shop with as many bars as wanted, the same at each call.
  static func shop(machines: Int, jobs: Int, unit: String = "minutes") -> GanttChart {
    var state: UInt64 = 88_172_645_463_325_252
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let rows = (0..<machines).map { machine in
      var time = machine * 40
      let bars = (0..<jobs).map { index -> GanttChart.Bar in
        if random(4) == 0 { time += random(60) }
        let start = time
        time += 1 + random(99)
        let job = (index + machine * 7) % jobs
        return GanttChart.Bar(start: start, end: time, label: "J\(job)", group: job, detail: "operation \(machine)")
      }
      return GanttChart.Row(label: "M\(machine)", bars: bars)
    }
    let end = rows.flatMap(\.bars).map(\.end).max() ?? 0
    return GanttChart(
      title: "shop \(machines) × \(jobs)", subtitle: "makespan \(end), bound \(end - 210)", timeUnit: unit, rows: rows,
      groupNames: (0..<jobs).map { "job \($0)" },
      marks: [.init(time: end - 210, label: "bound \(end - 210)"), .init(time: end, label: "makespan \(end)")])
  }

  /// Texts that try to break out of every medium.
  static let hostile = [
    "<script>alert(1)</script>", "</title><b>", "\"'&amp;", "a\u{0}\u{7}\u{1B}[31m\u{8}b", "]]>", "<!--", "-->",
    "\u{202E}evil\u{2066}", "line\none\r\ntwo\ttab\u{2028}", "👩‍👩‍👧‍👦 日本語 é", "\u{FFFE}\u{FFFF}", "\\u003c\\",
  ]
}
