/// What bounds of two of `z = x * y` say of the third. Pure arithmetic, on closed ranges of values within 32 bits.
enum ProductBounds {
  typealias Range = (low: Int64, high: Int64)

  /// The least and greatest product.
  static func product(_ x: Range, _ y: Range) -> Range {
    let corners = [x.low &* y.low, x.low &* y.high, x.high &* y.low, x.high &* y.high]
    return (corners.min() ?? 0, corners.max() ?? 0)
  }

  /// The least and greatest *x* for which some *y* gives a product in `z`; `low > high` where there is none, nil where any *x* may do.
  ///
  /// The negative and the positive values of *y* are looked at apart; 0 counts only for a product of 0, and then *x* may be anything.
  static func factor(of z: Range, by y: Range) -> Range? {
    if y.low <= 0, y.high >= 0, z.low <= 0, z.high >= 0 { return nil }
    var result: Range = (.max, .min)
    func include(_ z: Range, _ y: Range) {
      guard y.low <= y.high else { return }
      let low = quotientUp(z.low, z.low >= 0 ? y.high : y.low)
      let high = quotientDown(z.high, z.high >= 0 ? y.low : y.high)
      guard low <= high else { return }
      result = (min(result.low, low), max(result.high, high))
    }
    include(z, (max(1, y.low), y.high))
    include((-z.high, -z.low), (max(1, -y.high), -y.low))
    return result
  }

  /// The quotient by a positive divisor, rounded towards minus infinity.
  private static func quotientDown(_ value: Int64, _ divisor: Int64) -> Int64 { value.flooredQuotient(by: divisor) }
  /// The same, rounded towards infinity.
  private static func quotientUp(_ value: Int64, _ divisor: Int64) -> Int64 { -(-value).flooredQuotient(by: divisor) }
}
