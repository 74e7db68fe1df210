/// Reads MPS, free or fixed with names that hold no blanks, with `OBJSENSE`, `RANGES` and the bounds `LO UP FX FR MI PL BV LI UI`.
///
/// As everywhere: columns between `INTORG` and `INTEND` markers without a bound are 0-1 in the old dialect and unbounded in the new; here they are
/// unbounded, as in CPLEX since 2004, GLPK and HiGHS. An upper bound below 0 without a lower one is refused, since readers differ.
struct MPSReader {
  private enum Section: String {
    case name = "NAME"
    case sense = "OBJSENSE"
    case rows = "ROWS"
    case columns = "COLUMNS"
    case sides = "RHS"
    case ranges = "RANGES"
    case bounds = "BOUNDS"
    case end = "ENDATA"
  }

  private var draft: ProgramDraft
  private var section: Section?
  private var line = 0
  private var objective: String?
  /// Free rows beside the objective, whose entries say nothing.
  private var ignored: Set<String> = []
  private var kinds: [Character] = []
  private var isWhole = false
  private var hasLower: Set<Int32> = []
  private var lastColumn: String?
  private var finishedColumns: Set<String> = []

  static func read(_ text: String, name: String) throws(ProgramError) -> LinearProgram {
    var reader = MPSReader(draft: ProgramDraft(name: name))
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      reader.line += 1
      try reader.read(line)
      if reader.section == .end { break }
    }
    guard reader.section == .end else { throw reader.error("the text ends before ENDATA") }
    guard reader.objective != nil else { throw reader.error("there is no row of kind N for the objective") }
    return reader.draft.finished()
  }

  private init(draft: ProgramDraft) { self.draft = draft }

  private func error(_ message: String, at column: Int? = nil) -> ProgramError {
    ProgramError(line: line, column: column ?? 1, message)
  }

  private mutating func read(_ line: Substring) throws(ProgramError) {
    if line.hasPrefix("*") { return }
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return }
    if let initial = line.first, !initial.isWhitespace { return try begin(String(first), words) }
    switch section {
    case .sense?: try readSense(first)
    case .rows?: try readRow(words)
    case .columns?: try readColumn(words)
    case .sides?: try readSides(words)
    case .ranges?: try readRanges(words)
    case .bounds?: try readBound(words)
    case .name?, .end?, nil: throw error("found \(ProgramError.quoted(first)), expected a section such as ROWS")
    }
  }

  private mutating func begin(_ word: String, _ words: [Substring]) throws(ProgramError) {
    guard let section = Section(rawValue: word.uppercased()) else {
      throw error(
        "found \(ProgramError.quoted(word)), expected NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA")
    }
    self.section = section
    if section == .sense, words.count > 1 { try readSense(words[1]) }
  }

  private mutating func readSense(_ word: Substring) throws(ProgramError) {
    switch word.uppercased() {
    case "MAX", "MAXIMIZE", "MAXIMISE": draft.setSense(isMaximum: true)
    case "MIN", "MINIMIZE", "MINIMISE": draft.setSense(isMaximum: false)
    default: throw error("found \(ProgramError.quoted(word)), expected MIN or MAX")
    }
  }

  private mutating func readRow(_ words: [Substring]) throws(ProgramError) {
    guard words.count == 2, let kind = words[0].uppercased().first, words[0].count == 1 else {
      throw error("expected a kind and a name of a row")
    }
    let name = String(words[1])
    guard draft.rowNumber[name] == nil, name != objective, !ignored.contains(name) else {
      throw error("the row \(ProgramError.quoted(name)) is there already")
    }
    switch kind {
    case "N":
      if objective == nil { objective = name } else { ignored.insert(name) }
      return
    case "L": _ = draft.addRow(name, lower: -.infinity, upper: 0)
    case "G": _ = draft.addRow(name, lower: 0, upper: .infinity)
    case "E": _ = draft.addRow(name, lower: 0, upper: 0)
    default: throw error("found the kind \(ProgramError.quoted(words[0])), expected N, L, G or E")
    }
    kinds.append(kind)
  }

  private mutating func readColumn(_ words: [Substring]) throws(ProgramError) {
    if words.count >= 3, words[1] == "'MARKER'" {
      switch words[2] {
      case "'INTORG'": isWhole = true
      case "'INTEND'": isWhole = false
      default: throw error("found the marker \(words[2]), expected 'INTORG' or 'INTEND'")
      }
      return
    }
    guard words.count == 3 || words.count == 5 else { throw error("expected a column, a row and a number") }
    let name = String(words[0])
    if name != lastColumn {
      if let lastColumn { finishedColumns.insert(lastColumn) }
      guard !finishedColumns.contains(name) else {
        throw error("the column \(ProgramError.quoted(name)) is there already; expected all its entries together")
      }
      lastColumn = name
    }
    let column = try placed { draft throws(ProgramError) in try draft.column(name) }
    if isWhole { draft.setInteger(column) }
    for place in stride(from: 1, to: words.count, by: 2) {
      let row = String(words[place])
      let value = try number(words[place + 1])
      if row == objective {
        draft.addCost(value, column)
      } else if let index = draft.rowNumber[row] {
        draft.addTerm(value, column, toRow: index)
      } else if !ignored.contains(row) {
        throw error("there is no row \(ProgramError.quoted(row))")
      }
    }
  }

  /// A line of RHS or RANGES: perhaps the name of the set, then rows and numbers.
  private func pairs(_ words: [Substring]) throws(ProgramError) -> [(row: String, value: Double)] {
    let begin = words.count % 2
    guard words.count >= 2 else { throw error("expected a row and a number") }
    var pairs: [(row: String, value: Double)] = []
    for place in stride(from: begin, to: words.count, by: 2) {
      pairs.append((String(words[place]), try number(words[place + 1])))
    }
    return pairs
  }

  private mutating func readSides(_ words: [Substring]) throws(ProgramError) {
    for (row, value) in try pairs(words) {
      if row == objective {
        draft.addCostConstant(-value)
      } else if let index = draft.rowNumber[row] {
        switch kinds[index] {
        case "L": draft.setSides(ofRow: index, lower: -.infinity, upper: value)
        case "G": draft.setSides(ofRow: index, lower: value, upper: .infinity)
        default: draft.setSides(ofRow: index, lower: value, upper: value)
        }
      } else if !ignored.contains(row) {
        throw error("there is no row \(ProgramError.quoted(row))")
      }
    }
  }

  private mutating func readRanges(_ words: [Substring]) throws(ProgramError) {
    for (row, value) in try pairs(words) {
      guard let index = draft.rowNumber[row] else {
        if row == objective || ignored.contains(row) { continue }
        throw error("there is no row \(ProgramError.quoted(row))")
      }
      let sides = draft.rows[index]
      switch kinds[index] {
      case "L": draft.setSides(ofRow: index, lower: sides.upper - value.magnitude, upper: sides.upper)
      case "G": draft.setSides(ofRow: index, lower: sides.lower, upper: sides.lower + value.magnitude)
      default:
        draft.setSides(
          ofRow: index, lower: Swift.min(sides.lower, sides.lower + value),
          upper: Swift.max(sides.lower, sides.lower + value))
      }
    }
  }

  private mutating func readBound(_ words: [Substring]) throws(ProgramError) {
    let kind = words[0].uppercased()
    let takesNumber = ["LO", "UP", "FX", "LI", "UI"].contains(kind)
    let isBare = ["FR", "MI", "PL", "BV"].contains(kind)
    guard takesNumber || isBare else {
      throw error("found the bound \(ProgramError.quoted(words[0])), expected LO, UP, FX, FR, MI, PL, BV, LI or UI")
    }
    // The name of the set of bounds may be left out, and what takes no number may have one.
    let name: String
    var value = 0.0
    if takesNumber {
      guard words.count == 3 || words.count == 4 else { throw error("expected a column and a number") }
      name = String(words[words.count - 2])
      value = try number(words[words.count - 1])
    } else {
      guard words.count >= 2 else { throw error("expected a column") }
      let second = String(words[1])
      name = words.count > 2 && draft.columnNumber[String(words[2])] != nil ? String(words[2]) : second
    }
    guard let column = draft.columnNumber[name] else { throw error("there is no column \(ProgramError.quoted(name))") }
    switch kind {
    case "LO", "LI":
      draft.setLower(value, column)
      hasLower.insert(column)
    case "UP", "UI":
      if value < 0, !hasLower.contains(column) {
        throw error(
          "\(ProgramError.quoted(name)) has an upper bound below 0 and no lower one; readers differ, give it one first")
      }
      draft.setUpper(value, column)
    case "FX":
      draft.setLower(value, column)
      draft.setUpper(value, column)
    case "FR":
      draft.setLower(-.infinity, column)
      draft.setUpper(.infinity, column)
    case "MI":
      draft.setLower(-.infinity, column)
      hasLower.insert(column)
    case "PL": draft.setUpper(.infinity, column)
    default:
      draft.setLower(0, column)
      draft.setUpper(1, column)
      draft.setInteger(column)
    }
    if kind == "LI" || kind == "UI" { draft.setInteger(column) }
  }

  private mutating func placed<Value>(
    _ body: (inout ProgramDraft) throws(ProgramError) -> Value
  ) throws(ProgramError) -> Value {
    do { return try body(&draft) } catch { throw self.error(error.message) }
  }

  private func number(_ word: Substring) throws(ProgramError) -> Double {
    guard let value = Double(word), value.isFinite else {
      throw error("found \(ProgramError.quoted(word)), expected a number")
    }
    return value
  }
}
