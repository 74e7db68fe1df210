import ApusModel

extension LinearProgram {
  /// Why a program is no model of whole numbers.
  public enum Obstacle: Error, Sendable, Equatable {
    /// A column that need not be whole.
    case continuous(String)
    /// A column without a least or a greatest value, within ±2⁵⁰.
    case unbounded(String)
    /// A row, or the objective, whose coefficients are not whole even after multiplication by a million.
    case fractional(String)
  }

  /// The program as a model of integer variables, for the native solver. Rows of decimal fractions are multiplied until they are whole, the
  /// objective is not: its value is the program's.
  ///
  /// - Throws: the first obstacle.
  public func model() throws(Obstacle) -> ModelData {
    var data = ModelData(name: name)
    let largest = 0x1p50
    for column in columns {
      guard column.isInteger else { throw .continuous(column.name) }
      let (lower, upper) = (column.lower.rounded(.up), column.upper.rounded(.down))
      guard lower.magnitude <= largest, upper.magnitude <= largest else { throw .unbounded(column.name) }
      _ = data.addInteger(Int(lower)...Swift.max(Int(lower), Int(upper)), name: column.name)
      // A range without a whole number in it.
      if lower > upper { data.addGroup(column.name, [.clause(Clause([]))]) }
    }
    for (index, row) in rows.enumerated() {
      let terms = Array(terms(ofRow: index))
      guard let scale = Self.scale(of: terms.map(\.1)) else { throw .fractional(row.name) }
      let sum = terms.map { IntegerExpression.Term(Int(($0.1 * scale).rounded()), .integer($0.0)) }
      var members: [Constraint] = []
      // Sums are whole, so sides may be rounded; what is a rounding error above a whole number is that number.
      func side(_ value: Double, _ rule: FloatingPointRoundingRule) throws(Obstacle) -> Int {
        let scaled = value * scale
        let nearest = scaled.rounded()
        let whole =
          (scaled - nearest).magnitude <= 1e-9 * Swift.max(1, scaled.magnitude) ? nearest : scaled.rounded(rule)
        guard whole.magnitude <= 0x1p60 else { throw .fractional(row.name) }
        return Int(whole)
      }
      if row.lower.isFinite {
        let lower = try side(row.lower, .up)
        members += (IntegerExpression(terms: sum) >= lower).constraints
      }
      if row.upper.isFinite {
        let upper = try side(row.upper, .down)
        members += (IntegerExpression(terms: sum) <= upper).constraints
      }
      if !members.isEmpty { data.addGroup(row.name, members) }
    }
    guard hasCosts else { return data }
    let costs = columns.indices.filter { columns[$0].cost != 0 }
    guard Self.scale(of: costs.map { columns[$0].cost } + [costConstant]) == 1 else {
      throw .fractional("the objective")
    }
    data.objective = Objective(
      sense,
      IntegerExpression(
        terms: costs.map { IntegerExpression.Term(Int(columns[$0].cost), .integer(Int32($0))) },
        constant: Int(costConstant)))
    return data
  }

  /// The least power of ten that makes all numbers whole; nil where a million does not.
  private static func scale(of values: [Double]) -> Double? {
    for scale in [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000] {
      let isWhole = values.allSatisfy { value in
        let scaled = value * scale
        return scaled.magnitude <= 0x1p50
          && (scaled - scaled.rounded()).magnitude <= 1e-9 * Swift.max(1, scaled.magnitude)
      }
      if isWhole { return scale }
    }
    return nil
  }
}
