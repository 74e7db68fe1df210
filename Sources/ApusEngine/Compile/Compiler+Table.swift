import ApusModel

// Tables and automata: a literal for each row and for each value of a column. A row holds exactly where all its values do; a value needs a row that has it.
// Unit propagation on these clauses keeps every column to the values that some row still has. (Bacchus, "GAC via unit propagation", CP 2007.)

extension Compiler {
  /// The most values in the rows of a table that are made into literals.
  private static let mostEntries = 2_000_000

  mutating func post(_ table: Table) throws(ModelError) {
    let columns = try views(of: table.columns)
    try post(columns, rows: (0..<table.rowCount).map { Array(table.row($0)) })
  }

  /// The views together are one of the rows.
  private mutating func post(_ columns: [IntegerView], rows: [[Int]]) throws(ModelError) {
    guard rows.count * max(1, columns.count) <= Self.mostEntries else {
      throw ModelError(
        culprit, "a table with \(rows.count) rows of \(columns.count) values is more than \(Self.mostEntries) values")
    }
    func isPossible(_ row: [Int]) -> Bool {
      zip(columns, row).allSatisfy {
        Int($0.lower(in: result.core)) <= $1 && $1 <= Int($0.upper(in: result.core))
      }
    }
    var seen = Set<[Int]>()
    let rows = rows.filter { isPossible($0) && seen.insert($0).inserted }
    if rows.isEmpty || columns.isEmpty { return require(!rows.isEmpty) }
    if columns.count == 1 {
      let values = IntegerExpression.ranges(of: rows.map { $0[0] })
      return try post(among(columns[0], values))
    }
    let literals = rows.map { _ in result.core.addBoolean() }
    require(result.core.addClause(literals.map { Bound($0) }))
    for (column, view) in columns.enumerated() {
      var supports: [Int32: [Truth]] = [:]
      for (row, literal) in zip(rows, literals) { supports[Int32(row[column]), default: []].append(literal) }
      for value in view.lower(in: result.core)...view.upper(in: result.core) {
        guard let rows = supports[value] else { continue }
        let hasValue = isEqual(view.variable, value - view.offset)
        for row in rows { require(result.core.addClause(row ^ 1, hasValue)) }
        require(result.core.addClause(([hasValue ^ 1] + rows).map { Bound($0) }))
      }
      let present = supports.keys.sorted().map { Int($0) }
      try post(among(view, IntegerExpression.ranges(of: present)))
    }
  }

  /// The values lead from state to state: a table of transitions for each step, over the states that can be reached from the initial one and lead to
  /// an accepting one. (Quimper and Walsh, "Global grammar constraints", CP 2006.)
  mutating func post(_ automaton: Automaton) throws(ModelError) {
    let word = try views(of: automaton.expressions)
    func isPossible(_ transition: Automaton.Transition, at step: Int) -> Bool {
      Int(word[step].lower(in: result.core)) <= transition.value
        && transition.value <= Int(word[step].upper(in: result.core))
    }
    var reached: [Set<Int>] = [[automaton.initial]]
    for step in word.indices {
      reached.append(
        Set(automaton.transitions.filter { reached[step].contains($0.from) && isPossible($0, at: step) }.map(\.to)))
    }
    reached[word.count].formIntersection(automaton.accepting)
    for step in word.indices.reversed() {
      let leading = automaton.transitions.filter { reached[step + 1].contains($0.to) && isPossible($0, at: step) }
      reached[step].formIntersection(leading.map(\.from))
    }
    guard let last = reached.last, !last.isEmpty, !reached[0].isEmpty else { return require(false) }
    var state = IntegerView(0, offset: try narrow(automaton.initial - 1))
    for step in word.indices {
      let steps = automaton.transitions.filter { reached[step].contains($0.from) && reached[step + 1].contains($0.to) }
      let states = reached[step + 1].sorted()
      let next = IntegerView(result.core.addVariable(try narrow(states[0])...(try narrow(states[states.count - 1]))))
      try post([state, word[step], next], rows: steps.map { [$0.from, $0.value, $0.to] })
      state = next
    }
  }
}
