import ApusModel

/// An interval in a program: sums for its start, length and end, all 0 where it is absent, and for its presence.
struct IntervalTimes: Sendable {
  var start: LinearSum
  var length: LinearSum
  var end: LinearSum
  var presence: LinearSum

  /// An interval that is never present.
  static let never = IntervalTimes(start: LinearSum(), length: LinearSum(), end: LinearSum(), presence: LinearSum())

  func sum(_ point: Precedence.Point) -> LinearSum { point == .start ? start : end }

  var canBePresent: Bool { !presence.isFalse }
}

extension Linearizer {
  mutating func addIntegers() throws(ModelError) {
    for (index, domain) in model.integers.enumerated() {
      let name = model.nameOfInteger(index)
      culprit = name
      integers.append(try addColumn("x", [name], Int128(domain.lowerBound)...Int128(domain.upperBound)))
    }
    let columns = integers
    encoders.append { solution, values in
      for (column, value) in zip(columns, solution.integers) { values[Int(column)] = Double(value) }
    }
  }

  /// 1 where the literal holds.
  func truth(_ literal: Literal) -> LinearSum {
    guard let variable = literal.variable else { return LinearSum(literal == .true ? 1 : 0) }
    let column = LinearSum(column: integers[variable])
    return literal.isNegated ? !column : column
  }

  mutating func addInterval(_ index: Int) throws(ModelError) {
    let name = model.nameOfInterval(index)
    culprit = name
    let presence = truth(model.intervals[index].isPresent)
    let window = windows[Int32(index)]
    if !window.isPossible || presence.isFalse {
      // It can only be absent; where it may not be, this row cannot hold.
      try require(presence, .equal, 0)
      times.append(.never)
      return
    }
    let start = LinearSum(column: try addTime("start", name, window.start, presence))
    var length = Int128(window.length.low) * presence
    if window.length.low < window.length.high {
      length = LinearSum(column: try addTime("length", name, window.length, presence))
    }
    times.append(IntervalTimes(start: start, length: length, end: start + length, presence: presence))
    if window.length.low < window.length.high {
      try require(start + length - Int128(window.end.low) * presence, .atLeast, 0)
      try require(start + length - Int128(window.end.high) * presence, .atMost, 0)
    }
    let (startColumn, lengthColumn) = (start.terms[0].column, length.terms.first?.column)
    let hasLengthColumn = window.length.low < window.length.high
    encoders.append { solution, values in
      guard let span = solution.intervals[index] else { return }
      values[Int(startColumn)] = Double(span.start)
      if hasLengthColumn, let lengthColumn { values[Int(lengthColumn)] = Double(span.length) }
    }
  }

  /// A column within a range, and at 0 where the interval is absent.
  private mutating func addTime(
    _ prefix: String, _ name: String, _ range: (low: Int, high: Int), _ presence: LinearSum
  ) throws(ModelError) -> Int32 {
    let (low, high) = (Int128(range.low), Int128(range.high))
    if presence.isTrue { return try addColumn(prefix, [name], low...high) }
    let column = try addColumn(prefix, [name], min(0, low)...max(0, high))
    // Where a bound is 0, the column's own says the same.
    if low != 0 { try require(LinearSum(column: column) - switching(low.magnitude, low) * presence, .atLeast, 0) }
    try require(LinearSum(column: column) - switching(high.magnitude, high) * presence, .atMost, 0)
    return column
  }

  /// A number that a binary switches, with its sign.
  private func switching(_ magnitude: UInt128, _ number: Int128) throws(ModelError) -> Int128 {
    _ = try switching(Int128(magnitude))
    return number
  }
}
