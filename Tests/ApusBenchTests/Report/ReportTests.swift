import ApusCharts
import Foundation
import Testing

@testable import ApusBench

/// The report in its three formats: sound, complete by itself, and of one mind.
struct ReportTests {
  @Test func pageIsWellFormed() throws {
    let html = try ReportRuns.report.html()
    #expect(Markup.mistakes(html) == [])
    #expect(Markup.mistakes("<p><b>a</p></b>").count == 2 && Markup.mistakes("<p>a & b</p>").count == 1)
  }

  @Test func pageLoadsNothing() throws {
    let html = try ReportRuns.report.html()
    let outside = html.matches(of: /(?:src|href)\s*=|url\(|@import|https?:\/\/[^"\s]*/).map { String($0.0) }
    #expect(Set(outside) == ["http://www.w3.org/2000/svg"])
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("prefers-color-scheme: dark") && html.contains("@media print"))
  }

  @Test func namesAreEscaped() throws {
    let report = try ReportRuns.report
    let html = report.html()
    #expect(html.contains("a&lt;b&gt;&amp;&quot;c&quot;,d") && !html.contains("a<b>"))
    #expect(report.csv(.instances).contains("\n\"a<b>&\"\"c\"\",d\","))
    let markdown = report.markdown()
    #expect(markdown.contains("| a&lt;b>&amp;\"c\",d |") && markdown.contains("cp\\|sat"))
  }

  /// Each table has the same cells in all formats.
  @Test(arguments: [ReportTableKind.sets, .instances])
  func formatsAgree(kind: ReportTableKind) throws {
    let report = try ReportRuns.report
    let table = report.table(kind)
    let html = report.html()
    let markdown = report.markdown(kind).split(separator: "\n").dropFirst(2)
    let csv = report.csv(kind).split(separator: "\n").dropFirst()
    #expect(markdown.count == table.rows.count && csv.count == table.rows.count)
    for (row, (line, values)) in zip(table.rows, zip(markdown, csv)) {
      let cells = row.map { $0.isBest ? "**\($0.text)**" : ReportTable.escaped($0.text) }
      #expect(line == "| " + cells.joined(separator: " | ") + " |")
      let numbers = row.compactMap { $0.value == nil ? nil : $0.text }
      let quoteless = values.replacing(/"(?:[^"]|"")*"/, with: "")
      #expect(quoteless.split(separator: ",").map(String.init).filter(numbers.contains).count >= numbers.count)
      let written = row.enumerated().map { place, cell in
        let text = GanttText.xml(cell.text)
        return (table.columns[place].isNumber ? "number" : "text", cell.isBest ? "<b>\(text)</b>" : text)
      }
      let pattern = written.map { ">\($0.1)</td>" }
      #expect(html.split(separator: "\n").contains { line in pattern.allSatisfy { line.contains($0) } })
    }
  }

  @Test func summaryByHand() throws {
    let lines = try ReportRuns.report.csv(.suites).split(separator: "\n").map { $0.split(separator: ",") }
    // Excess: apus 0, 0 and 10 % over the best answer here, of la01 none; its proofs take 0.25 and 4 s, else 1000 s are counted.
    let apus = try #require(lines.first { $0.contains("apus") })
    #expect(apus.contains("3.33") && apus.contains("3.23"))
    // (1.25 · 5 · 1001 · 1001)^¼ - 1, and (0.25 + 4 + 2000 + 2000) / 4.
    #expect(apus.contains("49.02") && apus.contains("1001.06"))
  }

  @Test func solversOfTwoFoldersAreToldApartWhereTheyCollide() throws {
    let runs = ReportRuns.results
    let twice = Report([runs, runs], best: try ReportRuns.best)
    #expect(twice.contenders.map(\.label) == ["apus (r #1)", "apus (r #2)", "cp|sat (r #1)", "cp|sat (r #2)"])
    let other = RunResults(name: "other", records: [Runs.proven("a", 1)])
    let merged = Report([runs, other], best: try ReportRuns.best)
    #expect(merged.contenders.map(\.label) == ["apus", "cp|sat"] && merged.sections.map(\.suite).count == 2)
  }
}
