import ApusModel

/// How a column for a maximum may differ from it. What only has to be small is bounded from below, which takes no binaries.
enum MaximumSide: Sendable {
  /// It may be more than the maximum.
  case atLeast
  /// It may be less.
  case atMost
  case equal

  func scaled(by factor: Int) -> MaximumSide {
    if factor >= 0 { return self }
    switch self {
    case .atLeast: return .atMost
    case .atMost: return .atLeast
    case .equal: return .equal
    }
  }

  var isBoundedBelow: Bool { self != .atMost }
  var isBoundedAbove: Bool { self != .atLeast }
}

/// The makespan's column, made once, with rows from below and from above as they are asked for.
struct MakespanColumn {
  var column: Int32?
  var isBoundedBelow = false
  var isBoundedAbove = false
}

extension Linearizer {
  mutating func post(_ linear: Linear) throws(ModelError) {
    let isEqual = linear.relation == .equal
    let sum = try value(of: linear.expression, isEqual ? .equal : .atLeast)
    try require(sum, isEqual ? .equal : .atMost, 0)
  }

  mutating func postObjective() throws(ModelError) {
    guard let objective = model.objective else { return }
    program.sense = objective.sense
    program.hasObjective = true
    let sum = try value(of: objective.expression, objective.sense == .minimize ? .atLeast : .atMost)
    var costs: [Int32: Int128] = [:]
    for term in sum.terms { costs[term.column, default: 0] += term.value }
    for (column, cost) in costs {
      try check(cost)
      program.setCost(Double(cost), ofColumn: column)
    }
    program.costConstant = Double(sum.constant)
  }

  /// A sum for an expression, in which maxima and the makespan may lie on one side of their value.
  mutating func value(of expression: IntegerExpression, _ side: MaximumSide) throws(ModelError) -> LinearSum {
    var sum = LinearSum(Int128(expression.constant))
    for term in expression.terms where term.coefficient != 0 {
      let side = side.scaled(by: term.coefficient)
      let operand: LinearSum
      switch term.operand {
      case .integer(let index): operand = LinearSum(column: integers[Int(index)])
      case .start(let index): operand = times[Int(index)].start
      case .end(let index): operand = times[Int(index)].end
      case .length(let index): operand = times[Int(index)].length
      case .makespan: operand = try makespan(side)
      case .maximum(let arguments): operand = try maximum(of: arguments, side)
      case .truth(let condition): operand = try truth(of: condition, side)
      case .product(let first, let second): operand = try product(first, second)
      case .quotient(let dividend, let divisor): operand = try division(dividend, divisor).quotient
      case .remainder(let dividend, let divisor): operand = try division(dividend, divisor).remainder
      case .element(let list, let index): operand = try element(of: list, at: index)
      }
      sum += Int128(term.coefficient) * operand
    }
    return sum
  }

  /// A column for the largest of expressions. From above by a binary for each: the maximum is at most the one that is chosen.
  private mutating func maximum(
    of arguments: [IntegerExpression], _ side: MaximumSide
  ) throws(ModelError) -> LinearSum {
    var sums: [LinearSum] = []
    for argument in arguments { sums.append(try value(of: argument, side)) }
    if sums.count == 1 { return sums[0] }
    let ranges = sums.map { bounds(of: $0) }
    let low = ranges.map(\.low).max() ?? 0
    let column = try addColumn("max", [], low...(ranges.map(\.high).max() ?? 0))
    let maximum = LinearSum(column: column)
    if side.isBoundedBelow {
      for (sum, range) in zip(sums, ranges) where range.high > low { try require(maximum - sum, .atLeast, 0) }
    }
    var choices: [Int32?] = []
    if side.isBoundedAbove {
      var total = LinearSum()
      for (sum, range) in zip(sums, ranges) {
        // One that is never larger than another's least need not be chosen.
        let choice = range.high < low ? nil : try addColumn("largest", [], 0...1)
        choices.append(choice)
        guard let choice else { continue }
        total += LinearSum(column: choice)
        try require(maximum - sum, .atMost, 0, when: [LinearSum(column: choice)])
      }
      try require(total, .equal, 1)
    }
    encoders.append { [choices] solution, values in
      let all = arguments.map { solution.value(of: $0) ?? .min }
      let largest = all.max() ?? 0
      values[Int(column)] = Double(largest)
      let chosen = zip(all, choices).enumerated().first { $0.element.0 == largest && $0.element.1 != nil }
      if let choice = chosen?.element.1 { values[Int(choice)] = 1 }
    }
    return maximum
  }

  /// The column of the makespan: 0 where no interval is present.
  private mutating func makespan(_ side: MaximumSide) throws(ModelError) -> LinearSum {
    let members = model.intervals.indices.filter { times[$0].canBePresent }
    if members.isEmpty { return LinearSum() }
    let ranges = members.map { windows[Int32($0)].end }
    let isEverEmpty = !members.contains { times[$0].presence.isTrue }
    let always = zip(members, ranges).filter { times[$0.0].presence.isTrue }
    let least = always.map { $0.1.low }.max() ?? min(0, ranges.map(\.low).min() ?? 0)
    let most = max(ranges.map(\.high).max() ?? 0, isEverEmpty ? 0 : Int.min)
    let column: Int32
    if let made = makespan.column {
      column = made
    } else {
      column = try addColumn("makespan", [], Int128(least)...Int128(max(least, most)))
      makespan.column = column
      encoders.append { solution, values in
        values[Int(column)] = Double(solution.intervals.lazy.compactMap { $0?.end }.max() ?? 0)
      }
    }
    let latest = LinearSum(column: column)
    let anyPresent = members.reduce(into: LinearSum()) { $0 += times[$1].presence }
    if side.isBoundedBelow, !makespan.isBoundedBelow {
      makespan.isBoundedBelow = true
      for index in members {
        // An absent interval's end is 0, which is no bound where all others may be negative.
        if least >= 0 {
          try require(latest - times[index].end, .atLeast, 0)
        } else {
          try require(latest - times[index].end, .atLeast, 0, when: [times[index].presence])
        }
      }
      if isEverEmpty, least < 0 { try require(latest + Int128(-least) * anyPresent, .atLeast, 0) }
    }
    if side.isBoundedAbove, !makespan.isBoundedAbove {
      makespan.isBoundedAbove = true
      var total = LinearSum()
      var choices: [(interval: Int, column: Int32)] = []
      for (index, range) in zip(members, ranges) where range.high >= least {
        let choice = try addColumn("last", [model.nameOfInterval(index)], 0...1)
        choices.append((index, choice))
        total += LinearSum(column: choice)
        try require(LinearSum(column: choice) - times[index].presence, .atMost, 0)
        try require(latest - times[index].end, .atMost, 0, when: [LinearSum(column: choice)])
      }
      if isEverEmpty {
        // None is chosen only where none is present; the makespan is then 0.
        try require(total, .atMost, 1)
        for index in members { try require(total - times[index].presence, .atLeast, 0) }
        try require(latest - switching(Int128(max(0, most))) * total, .atMost, 0)
      } else {
        try require(total, .equal, 1)
      }
      encoders.append { [choices] solution, values in
        let largest = solution.intervals.lazy.compactMap { $0?.end }.max()
        guard let chosen = choices.first(where: { solution.intervals[$0.interval]?.end == largest && largest != nil })
        else { return }
        values[Int(chosen.column)] = 1
      }
    }
    return latest
  }
}
