import ApusCharts
import Foundation
import Testing

/// Writes examples for the eye into the folder that `APUS_CHARTS_PICTURES` names; `Scripts/chart-pictures` renders them.
@Test(.enabled(if: ProcessInfo.processInfo.environment["APUS_CHARTS_PICTURES"] != nil))
func writesPictures() throws {
  let path = try #require(ProcessInfo.processInfo.environment["APUS_CHARTS_PICTURES"])
  let folder = URL(fileURLWithPath: path)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  var crowded = Samples.ft06
  crowded.title = "Overlaps, moments, due dates and long names & <more>"
  crowded.rows[0].label = "the press with the unusually long name in the northern hall"
  crowded.rows[1].bars += [.init(start: 3, end: 20, label: "maintenance", group: -1), .init(start: 26, end: 26)]
  crowded.marks += (0..<6).map { .init(time: 40 + 2 * $0, label: "due J\($0 + 1)", group: $0) }
  let charts = [
    "ft06": Samples.ft06, "shop10x100": Samples.shop(machines: 10, jobs: 100), "crowded": crowded,
    "shop100x100": Samples.shop(machines: 100, jobs: 100), "shop40x12": Samples.shop(machines: 40, jobs: 12),
    "empty": GanttChart(title: "Empty"),
  ]
  for (name, chart) in charts {
    try Data(chart.svg().utf8).write(to: folder.appendingPathComponent("\(name).svg"))
    try Data(chart.svg(theme: .dark).utf8).write(to: folder.appendingPathComponent("\(name)-dark.svg"))
    try Data(chart.html().utf8).write(to: folder.appendingPathComponent("\(name).html"))
    try Data(chart.terminal(width: 110, color: true).utf8).write(to: folder.appendingPathComponent("\(name).ansi"))
    try Data(chart.terminal(width: 80).utf8).write(to: folder.appendingPathComponent("\(name).txt"))
  }
}
