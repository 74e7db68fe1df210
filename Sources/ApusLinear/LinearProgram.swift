import ApusModel

/// A mixed-integer linear program: columns with bounds, some of which have to be whole, rows with bounds, and a linear objective.
///
/// Rows are compressed: the entries of a row lie side by side in ``entryColumns`` and ``entryValues``. No column occurs twice in a row, and
/// no entry is 0.
public struct LinearProgram: Sendable {
  /// A variable.
  public struct Column: Sendable, Hashable {
    /// Unique in the program, and readable by every program that reads LP or MPS: letters, digits, `_` and `.`.
    public var name: String
    /// The least value; −∞ where there is none.
    public var lower: Double
    /// The greatest value; ∞ where there is none.
    public var upper: Double
    public var isInteger: Bool
    /// The coefficient in the objective.
    public var cost: Double

    public init(name: String, lower: Double, upper: Double, isInteger: Bool, cost: Double = 0) {
      self.name = name
      self.lower = lower
      self.upper = upper
      self.isInteger = isInteger
      self.cost = cost
    }
  }

  /// A linear condition.
  public struct Row: Sendable, Hashable {
    public var name: String
    /// The least value of the sum; −∞ where there is none.
    public var lower: Double
    public var upper: Double
    /// The row's places in ``LinearProgram/entryColumns`` and ``LinearProgram/entryValues``.
    public var entries: Range<Int>
  }

  public var name: String
  public var sense: Objective.Sense
  /// Whether there is something to optimise; without, all costs are 0.
  public var hasObjective: Bool
  public var costConstant: Double
  public internal(set) var columns: [Column]
  public private(set) var rows: [Row]
  public private(set) var entryColumns: [Int32]
  public private(set) var entryValues: [Double]

  public init(name: String) {
    self.name = name
    sense = .minimize
    hasObjective = false
    costConstant = 0
    columns = []
    rows = []
    entryColumns = []
    entryValues = []
  }

  /// Adds a column and returns its index.
  public mutating func addColumn(_ column: Column) -> Int32 {
    columns.append(column)
    return Int32(columns.count - 1)
  }

  public mutating func setCost(_ cost: Double, ofColumn column: Int32) { columns[Int(column)].cost = cost }

  /// Adds a row. Terms of one column add up; what comes to 0 is left out.
  ///
  /// Complexity: O(*n* log *n*) in the terms.
  public mutating func addRow(name: String, lower: Double, upper: Double, terms: [(column: Int32, value: Double)]) {
    let begin = entryColumns.count
    for term in terms.sorted(by: { $0.column < $1.column }) {
      if entryColumns.count > begin, entryColumns[entryColumns.count - 1] == term.column {
        entryValues[entryValues.count - 1] += term.value
      } else {
        entryColumns.append(term.column)
        entryValues.append(term.value)
      }
      if entryValues[entryValues.count - 1] == 0 {
        entryColumns.removeLast()
        entryValues.removeLast()
      }
    }
    rows.append(Row(name: name, lower: lower, upper: upper, entries: begin..<entryColumns.count))
  }

  /// The columns and coefficients of a row.
  public func terms(ofRow row: Int) -> Zip2Sequence<ArraySlice<Int32>, ArraySlice<Double>> {
    zip(entryColumns[rows[row].entries], entryValues[rows[row].entries])
  }

  /// The value of the objective at a point.
  public func objective(at values: [Double]) -> Double {
    zip(columns, values).reduce(costConstant) { $0 + $1.0.cost * $1.1 }
  }

  /// The value of a row's sum at a point.
  public func value(ofRow row: Int, at values: [Double]) -> Double {
    terms(ofRow: row).reduce(0) { $0 + $1.1 * values[Int($1.0)] }
  }

  /// The name of the first column or row that does not hold at a point; nil where all hold.
  ///
  /// - Parameter tolerance: how far outside counts as inside, and how far from whole as whole, relative to the size of the numbers.
  public func violation(at values: [Double], tolerance: Double = 1e-6) -> String? {
    func isWithin(_ value: Double, _ lower: Double, _ upper: Double) -> Bool {
      value >= lower - tolerance * Swift.max(1, lower.magnitude)
        && value <= upper + tolerance * Swift.max(1, upper.magnitude)
    }
    for (column, value) in zip(columns, values) {
      let isWhole = !column.isInteger || (value - value.rounded()).magnitude <= tolerance
      if !isWhole || !isWithin(value, column.lower, column.upper) { return column.name }
    }
    for (index, row) in rows.enumerated() where !isWithin(value(ofRow: index, at: values), row.lower, row.upper) {
      return row.name
    }
    return nil
  }
}
