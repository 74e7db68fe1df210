/// The values of several expressions together are one of the rows of a table.
///
/// ```swift
/// Table([size, colour, price], rows: [[1, 0, 20], [1, 1, 25], [2, 0, 30]])
/// ```
public struct Table: Sendable {
  /// What the columns are about.
  public var columns: [IntegerExpression]
  /// The rows one after the other, each with a value for every column.
  public var values: [Int]
  /// The number of rows. Without columns it decides: no row, no solution.
  public var rowCount: Int

  /// The values of `columns` are one of `rows`; without rows there is no solution.
  ///
  /// A row of another length than the columns is refused when the model is validated.
  public init(_ columns: [IntegerExpression], rows: [[Int]]) {
    self.columns = columns
    values = rows.flatMap { $0 }
    rowCount = rows.allSatisfy { $0.count == columns.count } ? rows.count : -1
  }

  public init(_ columns: [IntegerExpression], values: [Int], rowCount: Int) {
    (self.columns, self.values, self.rowCount) = (columns, values, rowCount)
  }

  /// The values of a row, one for each column.
  public func row(_ index: Int) -> ArraySlice<Int> { values[index * columns.count..<(index + 1) * columns.count] }
}
