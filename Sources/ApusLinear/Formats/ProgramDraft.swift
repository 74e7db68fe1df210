/// A program while it is read: columns and rows by name.
struct ProgramDraft {
  private(set) var program: LinearProgram
  private(set) var columnNumber: [String: Int32] = [:]
  private(set) var rowNumber: [String: Int] = [:]
  private(set) var rows: [DraftRow] = []
  /// Whether a bound of a column was given, so that its default is no longer in force.
  private(set) var hasUpper: [Bool] = []

  /// A row whose entries are still being read.
  struct DraftRow {
    var name: String
    var lower: Double
    var upper: Double
    var terms: [(column: Int32, value: Double)] = []
  }

  /// What a reader accepts, so that a hostile text ends in an error and not in memory.
  private static let largestCount = 50_000_000

  init(name: String) { program = LinearProgram(name: name) }

  /// The column of a name, made where it is new: not negative, and not whole.
  mutating func column(_ name: String) throws(ProgramError) -> Int32 {
    if let known = columnNumber[name] { return known }
    guard program.columns.count < Self.largestCount else { throw ProgramError("has too many columns") }
    let index = program.addColumn(
      LinearProgram.Column(name: name, lower: 0, upper: .infinity, isInteger: false))
    columnNumber[name] = index
    hasUpper.append(false)
    return index
  }

  mutating func addRow(_ name: String, lower: Double, upper: Double) -> Int {
    rowNumber[name] = rows.count
    rows.append(DraftRow(name: name, lower: lower, upper: upper))
    return rows.count - 1
  }

  mutating func addTerm(_ value: Double, _ column: Int32, toRow row: Int) { rows[row].terms.append((column, value)) }

  mutating func setSides(ofRow row: Int, lower: Double, upper: Double) {
    rows[row].lower = lower
    rows[row].upper = upper
  }

  mutating func addCost(_ value: Double, _ column: Int32) {
    program.hasObjective = true
    program.setCost(program.columns[Int(column)].cost + value, ofColumn: column)
  }

  mutating func addCostConstant(_ value: Double) { program.costConstant += value }

  mutating func setSense(isMaximum: Bool) { program.sense = isMaximum ? .maximize : .minimize }

  mutating func setLower(_ value: Double, _ column: Int32) { program.columns[Int(column)].lower = value }

  mutating func setUpper(_ value: Double, _ column: Int32) {
    program.columns[Int(column)].upper = value
    hasUpper[Int(column)] = true
  }

  mutating func setInteger(_ column: Int32) { program.columns[Int(column)].isInteger = true }

  /// The program, once all is read.
  func finished() -> LinearProgram {
    var made = program
    for row in rows { made.addRow(name: row.name, lower: row.lower, upper: row.upper, terms: row.terms) }
    return made
  }
}
