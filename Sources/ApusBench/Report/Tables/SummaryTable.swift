/// A line for each set of instances and contender: how many runs, and each ``SummaryMeasure``.
///
/// What is best in a set is marked where all contenders have run the same instances and answered all of them: a mean over fewer, easier
/// instances wins nothing.
enum SummaryTable {
  /// The sets of a section, and all of it last.
  static func ofSets(_ sections: [ReportSection]) -> ReportTable {
    table(sections.flatMap { section in section.sets.map { (section.suite, $0.name, $0.contenders) } }, hasSets: true)
  }

  /// Each section as a whole.
  static func ofSuites(_ sections: [ReportSection]) -> ReportTable {
    table(sections.map { ($0.suite, "all", $0.contenders) }, hasSets: false)
  }

  private static func table(_ sets: [(suite: String, set: String, [Contender])], hasSets: Bool) -> ReportTable {
    let hasSuites = !hasSets || Set(sets.map(\.suite)).count > 1
    var columns: [ReportTable.Column] = []
    if hasSuites { columns.append(.init(title: "suite", isNumber: false)) }
    if hasSets { columns.append(.init(title: "set", isNumber: false)) }
    columns.append(.init(title: "solver", isNumber: false))
    columns.append(.init(title: "runs"))
    columns += SummaryMeasure.allCases.map { .init(title: $0.title) }
    var rows: [[ReportTable.Cell]] = []
    for (suite, set, contenders) in sets {
      let names = (hasSuites ? [suite] : []) + (hasSets ? [set] : [])
      rows += lines(contenders).map { names.map(ReportTable.Cell.text) + $0 }
    }
    return ReportTable(columns: columns, rows: rows)
  }

  private static func lines(_ contenders: [Contender]) -> [[ReportTable.Cell]] {
    let groups = contenders.map(\.groups)
    let values = SummaryMeasure.allCases.map { measure in groups.map(measure.value) }
    let isSame = Set(contenders.map { Set($0.runs.map { RunKey($0.record) }) }).count == 1
    let isAnswered = contenders.allSatisfy { $0.runs.allSatisfy(\.record.isSolved) }
    return contenders.indices.map { place in
      var line = [ReportTable.Cell.text(contenders[place].label), .count(contenders[place].runs.count)]
      for (measure, values) in zip(SummaryMeasure.allCases, values) {
        var cell = ReportTable.Cell.number(values[place], measure.text)
        let isComparable = isSame && (isAnswered || !measure.isOfAnswersOnly)
        cell.isBest = isComparable && isBest(cell.text, among: values.compactMap(\.self), measure)
        line.append(cell)
      }
      return line
    }
  }

  /// Whether the value is printed like the best of several that do not all look the same.
  private static func isBest(_ text: String, among values: [Double], _ measure: SummaryMeasure) -> Bool {
    guard let best = measure.isLessBetter ? values.min() : values.max() else { return false }
    return text == measure.text(best) && values.contains { measure.text($0) != text }
  }
}
