import ApusCharts
import Foundation
import Testing

@Suite struct GanttHTMLTests {
  /// What is between two markers, the second one sought after the first.
  private func between(_ start: String, _ end: String, in text: String) throws -> String {
    let from = try #require(text.range(of: start)).upperBound
    let to = try #require(text.range(of: end, range: from..<text.endIndex)).lowerBound
    return String(text[from..<to])
  }

  private func data(of chart: GanttChart) throws -> [String: Any] {
    let json = try between("id=\"data\">", "</script>", in: chart.html())
    return try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func dataHoldsEveryBarOnce() throws {
    let rows = try #require(try data(of: Samples.ft06)["rows"] as? [[Any]])
    #expect(rows.map { $0[0] as? String } == (1...6).map { "machine \($0)" })
    let bars = rows.flatMap { $0[2] as? [[Any]] ?? [] }
    #expect(bars.count == 36)
    #expect(
      rows.flatMap { ($0[2] as? [[Any]])?.first?.prefix(4).compactMap { $0 as? Int } ?? [] }.prefix(4) == [1, 4, 0, 0])
  }

  @Test func nothingIsLoadedFromOutside() {
    let page = Samples.ft06.html().replacing("http://www.w3.org/2000/svg", with: "")
    for word in ["http:", "https:", "//cdn", "src=", "href=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func hostileTextStaysText() throws {
    for text in Samples.hostile + ["</noscript><script>x", "</script><script>x"] {
      let bar = GanttChart.Bar(start: 0, end: 9, label: text, detail: text)
      let chart = GanttChart(
        title: text, subtitle: text, timeUnit: text, rows: [.init(label: text, bars: [bar])], groupNames: [text],
        marks: [.init(time: 5, label: text, group: 0)])
      let page = chart.html()
      #expect(page.ranges(of: "<script").count == 2)
      #expect(page.ranges(of: "</script").count == 2)
      #expect(page.ranges(of: "</noscript").count == 1)
      let rows = try #require(try data(of: chart)["rows"] as? [[Any]])
      #expect(rows.count == 1)
    }
  }

  @Test func aPictureStandsInWithoutScripts() throws {
    let picture = try between("<noscript id=\"picture\">", "</noscript>", in: Samples.ft06.html())
    #expect(try SVGPicture(picture).elements.filter { $0.classes.contains("bar") }.count == 36)
  }

  @Test func emptyAndExtremeChartsHaveData() throws {
    #expect(try data(of: GanttChart(title: ""))["range"] as? [Int] == [0, 10])
    let bar = GanttChart.Bar(start: .min, end: .max, group: -5)
    let wide = try data(of: GanttChart(title: "", rows: [.init(label: "", bars: [bar])]))
    #expect((wide["groups"] as? [[String]])?.first?.first == "other")
  }

  @Test func manyBarsStaySmall() {
    #expect(Samples.shop(machines: 100, jobs: 100).html().utf8.count < 10_000 * 230)
  }
}
