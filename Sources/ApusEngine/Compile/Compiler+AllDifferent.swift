import ApusModel

extension Compiler {
  /// The most clauses that say of pairs that they do not have the same value; beyond, only intervals of values are looked at.
  private static let mostExclusions = 200_000

  /// No two of the views have the same value: Hall intervals, and where there are few values a literal for each, of which no two hold; where there are as
  /// many views as values, each is taken.
  mutating func postAllDifferent(_ views: [IntegerView]) throws(ModelError) {
    guard views.count > 1 else { return }
    // The same variable with the same offset twice cannot differ.
    if Set(views).count != views.count { return require(false) }
    add(AllDifferentPropagator(views))
    let low = views.map { $0.lower(in: result.core) }.min() ?? 0
    let high = views.map { $0.upper(in: result.core) }.max() ?? 0
    let (values, overflow) = (Int(high) - Int(low) + 1).multipliedReportingOverflow(
      by: views.count * (views.count - 1) / 2)
    guard !overflow, values <= Self.mostExclusions else { return }
    for value in low...high {
      let literals = views.map { isEqual($0.variable, value - $0.offset) }.filter { $0 != Core.never }
      for (place, first) in literals.enumerated() {
        for second in literals[(place + 1)...] { require(result.core.addClause(first ^ 1, second ^ 1)) }
      }
      if Int(high) - Int(low) + 1 == views.count { require(result.core.addClause(literals.map { Bound($0) })) }
    }
  }
}
