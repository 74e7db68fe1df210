extension LinearProgram {
  /// The program in CPLEX's LP format, as GLPK, CBC and HiGHS read it.
  ///
  /// What the format leaves open is written so that all of them agree: every bound is explicit, a row without entries has its first column
  /// with a 0, ranges are two rows, and a constant in the objective is a column that is fixed at 1.
  public var lpText: String {
    var lines = ["\\ \(name.filter { $0.isASCII && !$0.isNewline })", sense == .minimize ? "Minimize" : "Maximize"]
    // A column has to occur before its bounds; one that is in no row occurs here, with 0.
    var isUsed = [Bool](repeating: false, count: columns.count)
    for column in entryColumns { isUsed[Int(column)] = true }
    var costs = zip(columns, isUsed).filter { $0.0.cost != 0 || !$0.1 }.map { ($0.0.name, $0.0.cost) }
    if costConstant != 0 { costs.append((Self.one, costConstant)) }
    if costs.isEmpty, let first = columns.first { costs = [(first.name, 0)] }
    lines.append(contentsOf: Self.wrapped(" objective:", costs, end: ""))
    lines.append("Subject To")
    for (index, row) in rows.enumerated() {
      var terms = terms(ofRow: index).map { (columns[Int($0.0)].name, $0.1) }
      if terms.isEmpty, let first = columns.first { terms = [(first.name, 0)] }
      if row.lower == row.upper {
        lines.append(contentsOf: Self.wrapped(" \(row.name):", terms, end: " = \(Self.text(row.lower))"))
        continue
      }
      let isRange = row.lower.isFinite && row.upper.isFinite
      if row.lower.isFinite {
        lines.append(
          contentsOf: Self.wrapped(" \(row.name)\(isRange ? "_low" : ""):", terms, end: " >= \(Self.text(row.lower))"))
      }
      if row.upper.isFinite {
        lines.append(
          contentsOf: Self.wrapped(" \(row.name)\(isRange ? "_high" : ""):", terms, end: " <= \(Self.text(row.upper))"))
      }
    }
    // A section of rows may not be empty for every reader.
    if !rows.contains(where: { $0.lower.isFinite || $0.upper.isFinite }), let first = columns.first {
      lines.append(" nothing: 0 \(first.name) >= 0")
    }
    lines.append("Bounds")
    for column in columns {
      let bound =
        switch (column.lower.isFinite, column.upper.isFinite) {
        case (true, true) where column.lower == column.upper: "\(column.name) = \(Self.text(column.lower))"
        case (true, true): "\(Self.text(column.lower)) <= \(column.name) <= \(Self.text(column.upper))"
        case (true, false): "\(column.name) >= \(Self.text(column.lower))"
        case (false, true): "-inf <= \(column.name) <= \(Self.text(column.upper))"
        case (false, false): "\(column.name) free"
        }
      lines.append(" " + bound)
    }
    if costConstant != 0 { lines.append(" \(Self.one) = 1") }
    let integers = columns.filter(\.isInteger)
    if !integers.isEmpty { lines.append("Generals") }
    lines += integers.map { " " + $0.name }
    return lines.joined(separator: "\n") + "\nEnd\n"
  }

  /// The column that carries the objective's constant.
  static let one = "constant_one"

  /// A sum over several lines: some readers take 255 characters of one.
  private static func wrapped(_ begin: String, _ terms: [(String, Double)], end: String) -> [String] {
    var lines = [begin]
    for (index, (name, value)) in terms.enumerated() {
      let sign = value < 0 ? "-" : index == 0 ? "" : "+"
      let factor = value.magnitude == 1 ? "" : "\(text(value.magnitude)) "
      let term = [sign, factor + name].filter { !$0.isEmpty }.joined(separator: " ")
      if lines[lines.count - 1].utf8.count + term.utf8.count > 200 { lines.append(" ") }
      lines[lines.count - 1] += " " + term
    }
    lines[lines.count - 1] += end
    return lines
  }
}
