extension GanttChart {
  /// The chart as one HTML file to explore: zoom, pan, details on hover, highlighting of groups, a filter for rows.
  ///
  /// The file is complete: it loads nothing and its content security policy forbids that it ever does. It follows the
  /// reader's preference for light or dark. Bars are drawn on a canvas, which stays smooth for tens of thousands of them.
  /// Without scripts, and on paper, the picture of ``svg(width:theme:)`` takes its place.
  ///
  /// Times beyond 2^53 are shown as the nearest number that JavaScript can hold.
  public func html() -> String {
    let title = GanttText.xml(title.isEmpty ? "Gantt chart" : title)
    let subtitle = GanttText.xml(subtitle)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(Self.htmlStyle)
      </style>
      </head>
      <body>
      <div id="app" hidden>
      <header>
      <div class="heading"><h1>\(title)</h1><p>\(subtitle)</p></div>
      <div class="tools">
      <input id="filter" type="search" placeholder="Filter rows" aria-label="Filter rows by name">
      <button id="out" title="Zoom out (-)" aria-label="Zoom out">&#8722;</button>
      <button id="in" title="Zoom in (+)" aria-label="Zoom in">+</button>
      <button id="reset" title="Show everything (0)">Reset</button>
      </div>
      </header>
      <div id="legend" role="group" aria-label="Groups"></div>
      <div id="stage" tabindex="0"><canvas id="canvas" role="img" aria-label="\(title)"></canvas><div id="spacer"></div></div>
      <footer><span id="status" role="status"></span>\
      <span class="hint">wheel: zoom &#183; drag: pan &#183; click: highlight a group &#183; double click: reset</span></footer>
      <div id="card" hidden></div>
      </div>
      <div id="print"></div>
      <noscript id="picture">
      \(svg())</noscript>
      <script type="application/json" id="data">\(chartData)</script>
      <script>
      \(Self.htmlScript)
      </script>
      </body>
      </html>

      """
  }
}
