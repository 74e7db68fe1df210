import ApusCharts

extension Report {
  /// The whole report as one HTML file: tables, plots, and a script that sorts and filters.
  ///
  /// The file is complete: it loads nothing, and its content security policy forbids that it ever does. It follows the reader's preference
  /// for light or dark. Without scripts and on paper nothing is missing.
  public func html() -> String {
    let title = GanttText.xml(title)
    let facts = facts.map { "<dt>\(GanttText.xml($0.name))</dt><dd>\(GanttText.xml($0.value))</dd>\n" }.joined()
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/>
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <dl class="facts">
      \(facts)</dl>
      \(sections.map(html).joined())</main>
      <div id="tip" hidden="hidden"></div>
      <script>
      \(Self.script)
      </script>
      </body>
      </html>

      """
  }

  private func html(_ section: ReportSection) -> String {
    let suite = GanttText.xml(section.suite)
    let sets = SummaryTable.ofSets([section]).html(style: "summary", label: "\(section.suite): summary")
    let instances = InstanceTable.make([section], section.contenders)
      .html(style: "sortable", label: "\(section.suite): instances")
    return """
      <section>
      <h2>\(suite)</h2>
      \(sets)<p class="note">\(GanttText.xml(ReportNotes.summary))</p>
      <div class="plots">
      \(figures(section))</div>
      \(scatters(section))<h3>Instances</h3>
      <p class="tools" hidden="hidden"><label>Filter <input type="search" placeholder="la, proven, …"/></label>\
      <span class="count" role="status"></span></p>
      \(instances)<p class="note">\(GanttText.xml(ReportNotes.instances))</p>
      </section>

      """
  }

  private func figures(_ section: ReportSection) -> String {
    var out = ""
    for goal in [CactusPlot.Goal.proof, .answer] {
      if let svg = CactusPlot(goal: goal, section: section).svg { out += Self.figure(goal.title, svg) }
    }
    if let progress = ProgressPlot(section: section).svg {
      out += Self.figure("Mean excess over time (without a solution: 100 %)", progress)
    }
    return out
  }

  /// The first contender against each of the others, in time and in excess: all of them on paper, one to choose on the screen.
  private func scatters(_ section: ReportSection) -> String {
    guard let first = section.contenders.first else { return "" }
    var options = ""
    var out = ""
    for peer in section.contenders.dropFirst() {
      for measure in ScatterPlot.Measure.allCases {
        let plot = ScatterPlot(measure: measure, section: section, contender: first, peer: peer)
        guard let svg = plot.svg else { continue }
        let name = "\(first.label) against \(peer.label): \(measure.title)"
        options += "<option>\(GanttText.xml(name))</option>"
        out += Self.figure(name, svg)
      }
    }
    if out.isEmpty { return "" }
    return """
      <h3>Instance by instance</h3>
      <p class="choice" hidden="hidden"><label>Show <select><option>all</option>\(options)</select></label></p>
      <div class="scatters">
      \(out)</div>

      """
  }

  private static func figure(_ caption: String, _ svg: String) -> String {
    "<figure><figcaption>\(GanttText.xml(caption))</figcaption>\n<div class=\"scroll\">\(svg)</div></figure>\n"
  }
}
