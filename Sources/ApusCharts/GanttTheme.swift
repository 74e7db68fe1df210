/// The surroundings that a picture is made for.
public enum GanttTheme: String, Sendable, Equatable, CaseIterable {
  /// Light or dark as the viewer prefers; light on paper.
  case automatic
  /// Dark text on white, for papers and reports.
  case light
  /// Light text on a dark page.
  case dark

  /// The style sheet of an SVG chart. Every rule begins with the class of the root, so that it stays inside the picture.
  var styleSheet: String {
    let dark = Self.rules(
      page: "#12161c", text: "#e8ebef", muted: "#97a1ad", grid: "#252c35", band: "#171c23", frame: "#3a434f",
      accent: "#ff8f6b")
    let light = Self.rules(
      page: "#ffffff", text: "#1a2029", muted: "#5c6773", grid: "#e6e9ed", band: "#f7f8fa", frame: "#b9c1ca",
      accent: "#c2371b")
    switch self {
    case .light: return light
    case .dark: return dark
    case .automatic: return "\(light)\n@media screen and (prefers-color-scheme: dark) {\n\(dark)\n}"
    }
  }

  private static func rules(
    page: String, text: String, muted: String, grid: String, band: String, frame: String, accent: String
  ) -> String {
    """
    .gantt .page { fill: \(page) }
    .gantt .text { fill: \(text) }
    .gantt .muted { fill: \(muted) }
    .gantt .grid { stroke: \(grid) }
    .gantt .band { fill: \(band) }
    .gantt .frame { stroke: \(frame) }
    .gantt .mark { stroke: \(accent) }
    .gantt .marklabel { fill: \(accent) }
    """
  }
}
