extension ModelText {
  /// `left <= right` or `left == right`, each side with positive coefficients.
  func text(_ linear: Linear) -> String {
    let relation = linear.relation == .atMost ? "<=" : "=="
    let terms = linear.expression.terms.filter { $0.coefficient != 0 }
    let left = terms.filter { $0.coefficient > 0 }
    let right = terms.filter { $0.coefficient < 0 }
    let constant = linear.expression.constant
    // A constant stands beside terms as it is in `end + 2 <= start`, or alone on the right as in `x + y <= 5`.
    let isLeft = constant > 0 && !right.isEmpty
    let (low, high) = (isLeft ? constant.magnitude : 0, isLeft ? 0 : constant.magnitude)
    if left.isEmpty && !right.isEmpty {
      return "\(sum(right, 0)) \(linear.relation == .atMost ? ">=" : "==") \(constant)"
    }
    let shown = constant > 0 && !isLeft ? "-\(high)" : nil
    return "\(sum(left, low)) \(relation) \(shown ?? sum(right, high))"
  }

  /// An expression, with its signs.
  public func expression(_ expression: IntegerExpression) -> String {
    let parts = expression.terms.filter { $0.coefficient != 0 }
    let shown = parts.prefix(Self.longest)
    var text = ""
    for term in shown {
      let sign = term.coefficient < 0 ? "-" : "+"
      text += text.isEmpty ? (sign == "-" ? "-" : "") : " \(sign) "
      text += self.term(term)
    }
    if parts.count > shown.count { text += " + ... (\(parts.count) terms)" }
    if text.isEmpty { return "\(expression.constant)" }
    if expression.constant != 0 { text += " \(expression.constant < 0 ? "-" : "+") \(expression.constant.magnitude)" }
    return text
  }

  private func sum(_ terms: [IntegerExpression.Term], _ constant: UInt) -> String {
    var parts = terms.prefix(Self.longest).map(term)
    if terms.count > parts.count { parts.append("... (\(terms.count) terms)") }
    if constant != 0 || parts.isEmpty { parts.append("\(constant)") }
    return parts.joined(separator: " + ")
  }

  /// The term without its sign.
  private func term(_ term: IntegerExpression.Term) -> String {
    let factor = term.coefficient.magnitude == 1 ? "" : "\(term.coefficient.magnitude) "
    return factor + operand(term.operand)
  }

  private func operand(_ operand: IntegerExpression.Operand) -> String {
    switch operand {
    case .integer(let index): boolean(Int(index))
    case .start(let index): "start(\(name(index)))"
    case .end(let index): "end(\(name(index)))"
    case .length(let index): "length(\(name(index)))"
    case .makespan: "makespan"
    case .maximum(let arguments):
      "max(\(list(arguments.prefix(Self.longest).map(expression), count: arguments.count)))"
    case .truth(let condition): "[\(text(condition))]"
    case .product(let first, let second): "(\(expression(first))) * (\(expression(second)))"
    case .quotient(let dividend, let divisor): "(\(expression(dividend))) / (\(expression(divisor)))"
    case .remainder(let dividend, let divisor): "(\(expression(dividend))) % (\(expression(divisor)))"
    case .element(let elements, let index):
      "[\(list(elements.prefix(Self.longest).map(expression), count: elements.count))][\(expression(index))]"
    }
  }
}
