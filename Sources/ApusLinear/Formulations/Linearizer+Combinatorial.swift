import ApusModel

// Different values, tables, circuits and words.

extension Linearizer {
  /// The most binaries for values of an `AllDifferent`; beyond, each pair is ordered by one.
  private static let mostValues: Int128 = 5_000

  /// By assignment of values, where these are few, otherwise by the order of each pair. (Williams and Yan, "Representations of the all_different
  /// predicate of constraint satisfaction in integer programming", INFORMS Journal on Computing 13, 2001.)
  mutating func post(_ constraint: AllDifferent) throws(ModelError) {
    var sums: [LinearSum] = []
    for expression in constraint.expressions { sums.append(try value(of: expression, .equal)) }
    guard sums.count > 1 else { return }
    let ranges = sums.map { bounds(of: $0) }
    if ranges.reduce(0, { $0 + ($1.high - $1.low + 1) }) <= Self.mostValues {
      var takers: [Int128: LinearSum] = [:]
      for (number, expression) in constraint.expressions.enumerated() {
        let values = Array(ranges[number].low...ranges[number].high)
        for (value, binary) in try indicators(of: expression, sums[number], values) {
          takers[value, default: LinearSum()] += binary
        }
      }
      for value in takers.keys.sorted() { try require(takers[value] ?? LinearSum(), .atMost, 1) }
      return
    }
    for (number, sum) in sums.enumerated() {
      for other in sums[..<number].indices {
        let (first, second) = (constraint.expressions[other], constraint.expressions[number])
        let column = try addColumn("less", [], 0...1)
        encoders.append { solution, values in
          values[Int(column)] = (solution.value(of: first) ?? 0) < (solution.value(of: second) ?? 0) ? 1 : 0
        }
        try require(sums[other] - sum, .atMost, -1, when: [LinearSum(column: column)])
        try require(sum - sums[other], .atMost, -1, when: [!LinearSum(column: column)])
      }
    }
  }

  /// A binary for each of some values, in increasing order, of which one holds and says what the value of an expression is.
  private mutating func indicators(
    of expression: IntegerExpression, _ sum: LinearSum, _ values: [Int128]
  ) throws(ModelError) -> [(value: Int128, binary: LinearSum)] {
    var result: [(value: Int128, binary: LinearSum)] = []
    for value in values {
      let column = try addColumn("is", ["\(value)"], 0...1)
      encoders.append { solution, columns in
        columns[Int(column)] = solution.value(of: expression).map { Int128($0) } == value ? 1 : 0
      }
      result.append((value, LinearSum(column: column)))
    }
    try require(result.reduce(into: LinearSum()) { $0 += $1.binary }, .equal, 1)
    try require(result.reduce(into: LinearSum()) { $0 += $1.value * $1.binary } - sum, .equal, 0)
    return result
  }

  /// A binary for each row, of which one holds.
  mutating func post(_ table: Table) throws(ModelError) {
    var sums: [LinearSum] = []
    for column in table.columns { sums.append(try value(of: column, .equal)) }
    let ranges = sums.map { bounds(of: $0) }
    var seen = Set<[Int]>()
    let rows = (0..<table.rowCount).map { Array(table.row($0)) }.filter { row in
      zip(row, ranges).allSatisfy { Int128($0) >= $1.low && Int128($0) <= $1.high } && seen.insert(row).inserted
    }
    var total = LinearSum()
    for row in rows {
      let column = try addColumn("row", [], 0...1)
      encoders.append { [columns = table.columns] solution, values in
        values[Int(column)] = zip(columns, row).allSatisfy { solution.value(of: $0) == $1 } ? 1 : 0
      }
      let isRow = LinearSum(column: column)
      total += isRow
      for (number, value) in row.enumerated() { sums[number] += -Int128(value) * isRow }
    }
    try require(total, .equal, 1)
    for sum in sums { try require(sum, .equal, 0) }
  }

  /// A binary for each arc, and numbers that rise along the circuit but at its root. (Miller, Tucker and Zemlin, "Integer programming formulation of
  /// traveling salesman problems", Journal of the ACM 7, 1960.)
  mutating func post(_ circuit: Circuit) throws(ModelError) {
    let count = circuit.successors.count
    var entering = [LinearSum](repeating: LinearSum(), count: count)
    var arcs: [[LinearSum]] = []
    for (node, expression) in circuit.successors.enumerated() {
      let sum = try value(of: expression, .equal)
      let values = (0..<count).filter { count == 1 || circuit.allowsSkipping || $0 != node }.map { Int128($0) }
      var row = [LinearSum](repeating: LinearSum(), count: count)
      for (next, binary) in try indicators(of: expression, sum, values) {
        row[Int(next)] = binary
        entering[Int(next)] += binary
      }
      arcs.append(row)
    }
    for sum in entering { try require(sum, .equal, 1) }
    guard count > 1 else { return }
    let successors = circuit.successors
    let route: @Sendable (Solution) -> [Int] = { solution in Self.route(successors.map { solution.value(of: $0) ?? -1 })
    }
    // Without skipping node 0 is the root; otherwise one that is visited, or any.
    var roots: [LinearSum] = []
    for node in 0..<count where circuit.allowsSkipping {
      let column = try addColumn("root", ["\(node)"], 0...1)
      encoders.append { solution, values in values[Int(column)] = (route(solution).first ?? 0) == node ? 1 : 0 }
      roots.append(LinearSum(column: column))
    }
    if circuit.allowsSkipping { try require(roots.reduce(into: LinearSum(), +=), .equal, 1) }
    var places: [LinearSum] = []
    for node in 0..<count {
      let column = try addColumn("place", ["\(node)"], 0...Int128(count - 1))
      encoders.append { solution, values in values[Int(column)] = Double(route(solution).firstIndex(of: node) ?? 0) }
      places.append(LinearSum(column: column))
    }
    for first in 0..<count {
      for second in 0..<count where second != first && (circuit.allowsSkipping || second != 0) {
        let isRoot = circuit.allowsSkipping ? roots[second] : LinearSum()
        try require(places[second] - places[first], .atLeast, 1, when: [arcs[first][second], !isRoot])
      }
    }
  }

  /// The nodes from the first that is visited on, in their order.
  private static func route(_ next: [Int]) -> [Int] {
    guard let first = next.indices.first(where: { next[$0] != $0 }) else { return [] }
    var route = [first]
    while route.count <= next.count, next.indices.contains(next[route[route.count - 1]]),
      next[route[route.count - 1]] != first
    {
      route.append(next[route[route.count - 1]])
    }
    return route
  }

  /// One unit flows through a layer of states for each value. (Côté, Gendron and Rousseau, "Modeling the regular constraint with integer programming",
  /// CPAIOR 2007.)
  mutating func post(_ automaton: Automaton) throws(ModelError) {
    let word = automaton.expressions
    var sums: [LinearSum] = []
    for expression in word { sums.append(try value(of: expression, .equal)) }
    var transitions: [Automaton.Transition] = []
    for transition in automaton.transitions where !transitions.contains(transition) { transitions.append(transition) }
    let way: @Sendable (Solution) -> [Int] = { [transitions] solution in
      automaton.way(through: transitions, word.map { solution.value(of: $0) ?? 0 })
    }
    var arriving: [Int: LinearSum] = [automaton.initial: LinearSum(1)]
    for step in word.indices {
      var (leaving, next): ([Int: LinearSum], [Int: LinearSum]) = ([:], [:])
      let (low, high) = bounds(of: sums[step])
      for (number, transition) in transitions.enumerated()
      where arriving[transition.from] != nil && Int128(transition.value) >= low && Int128(transition.value) <= high {
        let column = try addColumn("step", ["\(step)"], 0...1)
        encoders.append { solution, values in
          let way = way(solution)
          values[Int(column)] = way.indices.contains(step) && way[step] == number ? 1 : 0
        }
        let isTaken = LinearSum(column: column)
        leaving[transition.from, default: LinearSum()] += isTaken
        next[transition.to, default: LinearSum()] += isTaken
        sums[step] += -Int128(transition.value) * isTaken
      }
      for state in arriving.keys.sorted() {
        try require((leaving[state] ?? LinearSum()) - (arriving[state] ?? LinearSum()), .equal, 0)
      }
      try require(sums[step], .equal, 0)
      arriving = next
    }
    let accepted = Set(automaton.accepting).reduce(into: LinearSum()) { $0 += arriving[$1] ?? LinearSum() }
    try require(accepted, .equal, 1)
  }
}

extension Automaton {
  /// The numbers of transitions, of those given, by which a word is accepted; empty where it is not.
  fileprivate func way(through transitions: [Transition], _ word: [Int]) -> [Int] {
    // From the last state back: which states lead to an accepting one.
    var leads: [Set<Int>] = [Set(accepting)]
    for value in word.reversed() {
      let last = leads[leads.count - 1]
      leads.append(Set(transitions.filter { $0.value == value && last.contains($0.to) }.map(\.from)))
    }
    leads.reverse()
    guard leads[0].contains(initial) else { return [] }
    var (state, way) = (initial, [Int]())
    for (step, value) in word.enumerated() {
      guard
        let number = transitions.firstIndex(where: {
          $0.from == state && $0.value == value && leads[step + 1].contains($0.to)
        })
      else { return [] }
      way.append(number)
      state = transitions[number].to
    }
    return way
  }
}
