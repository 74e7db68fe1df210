import ApusModel

// Products, divisions and elements. All columns are exact: these functions rise and fall with their arguments.

extension Linearizer {
  /// The longest binary expansion of a factor.
  private static let mostBits = 20

  /// The product, by the binary digits of the factor that takes fewer values. (Glover, "Improved linear integer programming formulations of nonlinear
  /// integer problems", Management Science 22, 1975.)
  mutating func product(
    _ first: IntegerExpression, _ second: IntegerExpression
  ) throws(ModelError) -> LinearSum {
    let (x, y) = (try value(of: first, .equal), try value(of: second, .equal))
    return try product(x, y) { ($0.value(of: first) ?? 0, $0.value(of: second) ?? 0) }
  }

  /// - Parameter values: those of both factors in a solution.
  private mutating func product(
    _ first: LinearSum, _ second: LinearSum, _ values: @escaping @Sendable (Solution) -> (Int, Int)
  ) throws(ModelError) -> LinearSum {
    let (one, two) = (bounds(of: first), bounds(of: second))
    if one.high - one.low > two.high - two.low {
      return try product(second, first) { solution in
        let (x, y) = values(solution)
        return (y, x)
      }
    }
    // first = low + the sum of its digits, each 0 or a power of 2.
    var result = one.low * second
    var digits = LinearSum(one.low)
    var power: Int128 = 1
    while power <= one.high - one.low {
      guard power < 1 << Self.mostBits else {
        throw ModelError(
          culprit, "as a mixed-integer program a product needs a factor of at most \(1 << Self.mostBits) values")
      }
      let digit = try addColumn("digit", [], 0...1)
      let part = try addColumn("part", [], min(0, two.low)...max(0, two.high))
      let (isSet, partial) = (LinearSum(column: digit), LinearSum(column: part))
      try require(partial - second, .equal, 0, when: [isSet])
      try require(partial, .equal, 0, when: [!isSet])
      encoders.append { [low = one.low, power] solution, columns in
        let (x, y) = values(solution)
        let isSet = (Int128(x) - low) / power % 2 == 1
        columns[Int(digit)] = isSet ? 1 : 0
        columns[Int(part)] = isSet ? Double(y) : 0
      }
      digits += power * isSet
      result += power * partial
      power *= 2
    }
    try require(digits - first, .equal, 0)
    return result
  }

  /// Quotient and remainder: `dividend = quotient * divisor + remainder`, where the remainder has the sign of the dividend and is nearer to 0 than the
  /// divisor, which is not 0.
  mutating func division(
    _ dividend: IntegerExpression, _ divisor: IntegerExpression
  ) throws(ModelError) -> (quotient: LinearSum, remainder: LinearSum) {
    let (x, y) = (try value(of: dividend, .equal), try value(of: divisor, .equal))
    let (number, factor) = (bounds(of: x), bounds(of: y))
    let most = max(number.high, -number.low, 0)
    let largest = max(0, max(factor.high, -factor.low) - 1)
    let values: @Sendable (Solution) -> (Int, Int) = { solution in
      (solution.value(of: dividend) ?? 0, solution.value(of: divisor) ?? 1)
    }
    func column(
      _ name: String, _ range: ClosedRange<Int128>, _ value: @escaping @Sendable (Int, Int) -> Int
    ) throws(ModelError) -> LinearSum {
      let column = try addColumn(name, [], range)
      encoders.append { solution, columns in
        let (x, y) = values(solution)
        columns[Int(column)] = Double(y == 0 ? 0 : value(x, y))
      }
      return LinearSum(column: column)
    }
    let quotient = try column("quotient", -most...most) { $0 / $1 }
    let remainder = try column("remainder", -min(most, largest)...min(most, largest)) { $0 % $1 }
    let whole = try product(quotient, y) { solution in
      let (x, y) = values(solution)
      return (y == 0 ? 0 : x / y, y)
    }
    try require(whole + remainder - x, .equal, 0)
    let isPositive = try column("positive", 0...1) { x, _ in x >= 0 ? 1 : 0 }
    try require(x, .atLeast, 0, when: [isPositive])
    try require(x, .atMost, -1, when: [!isPositive])
    try require(remainder, .atLeast, 0, when: [isPositive])
    try require(remainder, .atMost, 0, when: [!isPositive])
    let isUp = try column("up", 0...1) { _, y in y > 0 ? 1 : 0 }
    try require(y, .atLeast, 1, when: [isUp])
    try require(y, .atMost, -1, when: [!isUp])
    for remainder in [remainder, -1 * remainder] {
      try require(y - remainder, .atLeast, 1, when: [isUp])
      try require(y + remainder, .atMost, -1, when: [!isUp])
    }
    return (quotient, remainder)
  }

  /// The element of the place that is chosen: a binary for each place. Numbers need no column of their own.
  mutating func element(
    of list: [IntegerExpression], at index: IntegerExpression
  ) throws(ModelError) -> LinearSum {
    let place = try value(of: index, .equal)
    var elements: [LinearSum] = []
    for expression in list { elements.append(try value(of: expression, .equal)) }
    let (low, high) = bounds(of: place)
    var choices: [(place: Int, binary: LinearSum)] = []
    for number in list.indices where Int128(number) >= low && Int128(number) <= high {
      let column = try addColumn("place", ["\(number)"], 0...1)
      encoders.append { solution, values in values[Int(column)] = solution.value(of: index) == number ? 1 : 0 }
      choices.append((number, LinearSum(column: column)))
    }
    try require(choices.reduce(into: LinearSum()) { $0 += $1.binary }, .equal, 1)
    try require(choices.reduce(into: LinearSum()) { $0 += Int128($1.place) * $1.binary } - place, .equal, 0)
    guard !choices.isEmpty else { return LinearSum() }
    if choices.allSatisfy({ elements[$0.place].isConstant }) {
      return choices.reduce(into: LinearSum()) { $0 += elements[$1.place].constant * $1.binary }
    }
    let ranges = choices.map { bounds(of: elements[$0.place]) }
    let column = try addColumn("element", [], (ranges.map(\.low).min() ?? 0)...(ranges.map(\.high).max() ?? 0))
    encoders.append { solution, values in
      guard let place = solution.value(of: index), list.indices.contains(place) else { return }
      values[Int(column)] = Double(solution.value(of: list[place]) ?? 0)
    }
    for choice in choices {
      try require(LinearSum(column: column) - elements[choice.place], .equal, 0, when: [choice.binary])
    }
    return LinearSum(column: column)
  }
}
