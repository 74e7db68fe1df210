/// A sum of columns with whole coefficients, and a constant: what an expression of a model becomes.
///
/// In 128 bits, so that sums of products of 64-bit numbers are exact; what leaves the range that floating-point rows can hold is
/// refused when a row is made of it.
struct LinearSum {
  var terms: [(column: Int32, value: Int128)] = []
  var constant: Int128

  init(_ constant: Int128 = 0) { self.constant = constant }

  init(column: Int32, times value: Int128 = 1) {
    terms = [(column, value)]
    constant = 0
  }

  var isConstant: Bool { terms.isEmpty }

  static func + (left: LinearSum, right: LinearSum) -> LinearSum {
    var sum = left
    sum += right
    return sum
  }

  static func - (left: LinearSum, right: LinearSum) -> LinearSum { left + -1 * right }

  static func += (left: inout LinearSum, right: LinearSum) {
    left.terms += right.terms
    left.constant += right.constant
  }

  static func * (factor: Int128, sum: LinearSum) -> LinearSum {
    if factor == 0 { return LinearSum() }
    var product = LinearSum(factor * sum.constant)
    product.terms = sum.terms.map { ($0.column, factor * $0.value) }
    return product
  }

  /// The opposite of a truth value: 1 less it.
  static prefix func ! (truth: LinearSum) -> LinearSum { LinearSum(1) - truth }

  /// A truth value that is known.
  var isTrue: Bool { isConstant && constant == 1 }
  var isFalse: Bool { isConstant && constant == 0 }
}
