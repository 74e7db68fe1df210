import ApusCharts

/// The few elements of SVG that plots are made of. Colours and fonts are the page's, by class.
enum SVG {
  static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    "<line class=\"\(style)\" x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\"/>\n"
  }

  static func text(_ style: String, _ x: Double, _ y: Double, _ text: String, anchor: String = "start") -> String {
    "<text class=\"\(style)\" x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">"
      + "\(GanttText.xml(text))</text>\n"
  }

  static func path(_ style: String, _ points: [(x: Double, y: Double)]) -> String {
    let steps = points.enumerated().map { "\($0 == 0 ? "M" : "L")\(number($1.x)) \(number($1.y))" }
    return "<path class=\"\(style)\" d=\"\(steps.joined())\"/>\n"
  }

  /// A point with what is shown when it is pointed at.
  static func point(_ style: String, _ x: Double, _ y: Double, radius: Double, tip: String) -> String {
    "<circle class=\"\(style)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\">"
      + "<title>\(GanttText.xml(tip))</title></circle>\n"
  }

  static func number(_ value: Double) -> String { GanttText.decimal(value) }
}
