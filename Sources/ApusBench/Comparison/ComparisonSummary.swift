import Foundation

/// What each of two sets of runs comes to by itself: every ``SummaryMeasure`` with its bootstrap interval, over the runs that both have.
public struct ComparisonSummary: Sendable {
  private let base, new: [[JudgedRun]]
  private let names: (base: String, new: String)
  private let settings: ComparisonSettings

  /// - Precondition: each set holds one solver.
  public init(base: RunResults, new: RunResults, best: BestKnownLists, settings: ComparisonSettings) {
    let common = Set(base.records.map(RunKey.init)).intersection(new.records.map(RunKey.init))
    // Judged together, so that where nothing is known both are measured from the best of both.
    let sides = JudgedRun.all(in: [base, new].map { $0.only { common.contains(RunKey($0)) } }, best: best)
    self.base = JudgedRun.groups(sides[0])
    self.new = JudgedRun.groups(sides[1])
    names = ("base: " + base.solvers.joined(separator: ", "), "new: " + new.solvers.joined(separator: ", "))
    self.settings = settings
  }

  /// A line for each measure: its name, and for both sets the value and the interval.
  public var text: String {
    var lines = [["", names.base, "", names.new, ""]]
    for measure in SummaryMeasure.allCases {
      lines.append([measure.title] + cells(measure, base) + cells(measure, new))
    }
    let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let cells = line.indices.map { place in
        let space = String(repeating: " ", count: widths[place] - line[place].count)
        return place.isMultiple(of: 2) ? line[place] + space : space + line[place]
      }
      let text = cells.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  private func cells(_ measure: SummaryMeasure, _ groups: [[JudgedRun]]) -> [String] {
    guard let interval = measure.interval(groups, settings) else {
      return [measure.value(groups).map(measure.text) ?? "-", ""]
    }
    return [measure.text(interval.estimate), "[\(measure.text(interval.lower)), \(measure.text(interval.upper))]"]
  }
}
