import ApusCharts
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GanttSVGTests {
  @Test func everyBarIsDrawnOnce() throws {
    let picture = try SVGPicture(Samples.ft06.svg())
    let bars = picture.elements.filter { $0.classes.contains("bar") }
    #expect(bars.count == 36)
    #expect(Set(picture.titles).count == 37)
    #expect(picture.titles.contains("J1 on machine 1\n1 to 4, 3 long\noperation 2"))
    #expect(picture.texts.filter { $0 == "machine 3" }.count == 1)
    #expect(picture.texts.filter { $0 == "makespan 55" }.count == 1)
  }

  @Test(arguments: [nil, 320, 700, 1600])
  func everythingIsInsideThePicture(_ width: Int?) throws {
    for chart in [Samples.ft06, Samples.shop(machines: 30, jobs: 20), GanttChart(title: "Empty")] {
      let picture = try SVGPicture(chart.svg(width: width))
      for element in picture.elements where element.name == "rect" && !element.classes.contains("page") {
        #expect(element.x >= 0 && element.x + element.width <= picture.width + 0.01)
        #expect(element.y >= 0 && element.y + element.height <= picture.height + 0.01)
        #expect(element.width > 0 && element.height > 0)
      }
    }
  }

  @Test func hostileTextStaysText() throws {
    for text in Samples.hostile {
      let bar = GanttChart.Bar(start: 0, end: 9, label: text, detail: text)
      let chart = GanttChart(
        title: text, subtitle: text, timeUnit: text,
        rows: [.init(label: text, bars: [bar, .init(start: 9, end: 12, group: 1)])], groupNames: [text, text],
        marks: [.init(time: 5, label: text)])
      let picture = try SVGPicture(chart.svg())
      #expect(picture.elements.filter { $0.classes.contains("bar") }.count == 2)
      #expect(!picture.elements.contains { $0.name == "script" || $0.name == "b" })
    }
  }

  @Test func anEmptyChartSaysSo() throws {
    #expect(try SVGPicture(GanttChart(title: "").svg()).texts.contains("Nothing scheduled"))
  }

  @Test func aBarWithoutLengthIsAThinMark() throws {
    let chart = GanttChart(title: "", rows: [.init(label: "", bars: [.init(start: 4, end: 4, label: "inspect")])])
    let bars = try SVGPicture(chart.svg()).elements.filter { $0.classes.contains("bar") }
    #expect(bars.map(\.width) == [2])
  }

  @Test(arguments: [(-50, 20), (Int(Int32.min), Int(Int32.max)), (Int.min, Int.max), (Int.max, Int.max)])
  func extremeTimes(_ start: Int, _ end: Int) throws {
    let chart = GanttChart(
      title: "", rows: [.init(label: "r", bars: [.init(start: start, end: end), .init(start: end, end: start)])])
    let picture = try SVGPicture(chart.svg(width: 800))
    #expect(picture.elements.filter { $0.classes.contains("bar") }.count == 2)
    #expect(picture.elements.allSatisfy { $0.x.isFinite && $0.x + $0.width <= 800.01 })
  }

  @Test func manyBarsStaySmall() throws {
    let text = Samples.shop(machines: 100, jobs: 100).svg()
    #expect(text.utf8.count < 10_000 * 180)
    #expect(try SVGPicture(text).elements.filter { $0.classes.contains("bar") }.count == 10_000)
    #expect(text.firstMatch(of: /="[0-9.-]*\.[0-9]{3}/) == nil)
  }

  @Test func themes() {
    #expect(Samples.ft06.svg(theme: .automatic).contains("prefers-color-scheme: dark"))
    #expect(!Samples.ft06.svg(theme: .light).contains("prefers-color-scheme"))
    #expect(Samples.ft06.svg(theme: .light) != Samples.ft06.svg(theme: .dark))
  }
}
