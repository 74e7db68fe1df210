extension LinearProgram {
  /// The program in free MPS. Every bound is explicit, so that no reader's defaults for whole columns matter; `OBJSENSE` says when to
  /// maximise.
  public var mpsText: String {
    var lines = ["NAME \(NameTable.word(name))"]
    if sense == .maximize { lines += ["OBJSENSE", "    MAX"] }
    lines += ["ROWS", " N objective"]
    for row in rows {
      let kind =
        row.lower == row.upper ? "E" : row.lower.isFinite ? "G" : row.upper.isFinite ? "L" : "N"
      lines.append(" \(kind) \(row.name)")
    }
    var entries = [[(row: Int, value: Double)]](repeating: [], count: columns.count)
    for row in rows.indices {
      for (column, value) in terms(ofRow: row) { entries[Int(column)].append((row, value)) }
    }
    lines.append("COLUMNS")
    var isWhole = false
    var markers = 0
    func mark(_ kind: String) {
      lines.append(" MARKER\(markers) 'MARKER' '\(kind)'")
      markers += 1
    }
    for (index, column) in columns.enumerated() {
      if column.isInteger != isWhole {
        mark(column.isInteger ? "INTORG" : "INTEND")
        isWhole = column.isInteger
      }
      if column.cost != 0 || entries[index].isEmpty {
        lines.append(" \(column.name) objective \(Self.text(column.cost))")
      }
      for (row, value) in entries[index] { lines.append(" \(column.name) \(rows[row].name) \(Self.text(value))") }
    }
    if isWhole { mark("INTEND") }
    lines.append("RHS")
    // The right side of the objective is the negative of its constant.
    if costConstant != 0 { lines.append(" RHS objective \(Self.text(-costConstant))") }
    for row in rows {
      let side = row.lower.isFinite ? row.lower : row.upper
      if side.isFinite, side != 0 { lines.append(" RHS \(row.name) \(Self.text(side))") }
    }
    let ranges = rows.filter { $0.lower.isFinite && $0.upper.isFinite && $0.lower < $0.upper }
    if !ranges.isEmpty { lines.append("RANGES") }
    lines += ranges.map { " RANGE \($0.name) \(Self.text($0.upper - $0.lower))" }
    lines.append("BOUNDS")
    for column in columns {
      switch (column.lower.isFinite, column.upper.isFinite) {
      case (true, true) where column.lower == column.upper:
        lines.append(" FX BOUND \(column.name) \(Self.text(column.lower))")
      case (true, true):
        lines.append(" LO BOUND \(column.name) \(Self.text(column.lower))")
        lines.append(" UP BOUND \(column.name) \(Self.text(column.upper))")
      case (true, false):
        lines.append(" LO BOUND \(column.name) \(Self.text(column.lower))")
        lines.append(" PL BOUND \(column.name)")
      case (false, true):
        lines.append(" MI BOUND \(column.name)")
        lines.append(" UP BOUND \(column.name) \(Self.text(column.upper))")
      case (false, false): lines.append(" FR BOUND \(column.name)")
      }
    }
    return lines.joined(separator: "\n") + "\nENDATA\n"
  }
}

extension NameTable {
  /// A text as one word.
  static func word(_ text: String) -> String {
    var table = NameTable()
    return table.name("m", [text])
  }
}
