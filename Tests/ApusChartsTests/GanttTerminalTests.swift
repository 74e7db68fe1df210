import Testing

@testable import ApusCharts

@Suite struct GanttTerminalTests {
  @Test func ft06WithoutColor() {
    #expect(
      Samples.ft06.terminal(width: 68) == """
        ft06
        makespan 55 (optimal)
        machine 1 │·111·········444444333333333·666666666622222222222555···┊
        machine 2 │22222222444444666111111555··3···························┊
        machine 3 │133333··22222255555555544444·······················6····┊
        machine 4 │······3333·······666········4441111111············22225·┊
        machine 5 │·············22222222222··5555544444444333333336666111111
        machine 6 │··········333333333·666666666222222222255555111444444444┊
                  └┬────┬────┬────┬────┬────┬─────┬────┬────┬────┬────┬────┬
                   0    5   10   15   20   25    30   35   40   45   50   55
        1 J1  2 J2  3 J3  4 J4  5 J5  6 J6  ┊ makespan 55

        """)
  }

  /// The visible text of a line: escapes are taken out.
  private func plain(_ line: Substring) -> String { String(line.replacing(/\u{1B}\[[0-9;]*m/, with: "")) }

  @Test(arguments: [0, 16, 17, 23, 40, 80, 133, 250], [false, true])
  func noLineIsTooWide(_ width: Int, _ color: Bool) {
    var odd = Samples.ft06
    odd.title = String(repeating: "日本語 ", count: 40)
    odd.timeUnit = String(repeating: "unit ", count: 60)
    odd.rows[0].label = "👩‍👩‍👧‍👦 家族 and friends"
    odd.rows[0].bars[2].label = "日"
    odd.marks.append(.init(time: 20, label: Samples.hostile.joined()))
    for chart in [Samples.ft06, odd, Samples.shop(machines: 30, jobs: 50), GanttChart(title: "")] {
      for line in chart.terminal(width: width, maximumRows: 12, color: color).split(separator: "\n") {
        #expect(GanttText.columns(plain(line)) <= max(16, width), "\(line)")
      }
    }
  }

  @Test func rowsThatDoNotFitAreCounted() {
    let lines = Samples.shop(machines: 30, jobs: 5).terminal(maximumRows: 18).split(separator: "\n")
    #expect(lines.contains("… 12 more rows"))
    #expect(lines.filter { $0.contains("│") }.count == 18)
    #expect(Samples.ft06.terminal(maximumRows: 5).contains("… 1 more row\n"))
    #expect(!Samples.ft06.terminal(maximumRows: 6).contains("more"))
  }

  @Test func hostileTextObeysNobody() {
    for text in Samples.hostile {
      let chart = GanttChart(title: text, rows: [.init(label: text, bars: [.init(start: 0, end: 9, label: text)])])
      let plainText = chart.terminal()
      #expect(plainText.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
      let colored = plain(chart.terminal(color: true)[...])
      #expect(!colored.contains("\u{1B}"))
    }
  }

  @Test func colorsCarryEighthsAndLabels() {
    let bars: [GanttChart.Bar] = [.init(start: 0, end: 20, label: "ab"), .init(start: 20, end: 29, group: 1)]
    let chart = GanttChart(title: "", rows: [.init(label: "r", bars: bars)], marks: [.init(time: 104, label: "end")])
    // 13 columns of 8 ticks: the first bar ends in the middle of the third, the second in the fourth's fifth eighth.
    let line = chart.terminal(width: 16, color: true).split(separator: "\n")[0]
    let pens = GanttPens(chart, color: true)
    let (first, second) = (pens.ink(0), pens.ink(1))
    #expect(plain(line) == "r │ab▌▋        ┊")
    #expect(line.contains("\u{1B}[0;38;5;\(first.text);48;5;\(first.fill)mab"))
    #expect(line.contains("\u{1B}[0;38;5;\(first.fill);48;5;\(second.fill)m▌"))
    #expect(line.contains("\u{1B}[0;38;5;\(second.fill)m▋\u{1B}[0m"))
  }

  @Test func lettersComeFromNames() {
    func letters(_ names: [String]) -> [Character] {
      let bars = names.indices.map { GanttChart.Bar(start: $0, end: $0 + 1, group: $0) }
      let chart = GanttChart(title: "", rows: [.init(label: "", bars: bars)], groupNames: names)
      let pens = GanttPens(chart, color: false)
      return names.indices.map { pens.letter($0) }
    }
    #expect(letters(["job 1", "job 2", "job 11"]) == ["1", "2", "B"])
    #expect(letters(["Ada", "Bob"]) == ["A", "B"])
    #expect(letters(["Ada", "Alan", "x1"]) == ["1", "2", "3"])
  }

  @Test(arguments: [false, true])
  func extremeCharts(_ color: Bool) {
    for (start, end) in [(-50, 20), (Int.min, Int.max), (Int.max, Int.max), (7, 7), (9, 3)] {
      let chart = GanttChart(title: "x", rows: [.init(label: "r", bars: [.init(start: start, end: end)])])
      let row = chart.terminal(width: 40, color: color).split(separator: "\n")[1]
      #expect(plain(row).contains { !"r │·".contains($0) } || color)
    }
    #expect(GanttChart(title: "").terminal(color: color).contains("nothing scheduled"))
  }
}
