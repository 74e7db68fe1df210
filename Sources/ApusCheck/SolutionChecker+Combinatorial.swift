import ApusModel

extension SolutionChecker {
  /// Reports a pair of equal values. Complexity: linear.
  func check(_ constraint: AllDifferent, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let values = values(of: constraint.expressions, place, evaluator, &found) else { return }
    var position: [Int: Int] = [:]
    var reports = 0
    for (index, value) in values.enumerated() {
      guard let first = position.updateValue(index, forKey: value), reports < max(1, maximumPairs) else { continue }
      found.append(
        violation(
          .allDifferent, at: place,
          members: members(of: [constraint.expressions[first], constraint.expressions[index]]), amount: 1,
          "places \(first) and \(index) both have the value \(value)"))
      reports += 1
    }
  }

  /// Reports values that are no row. Complexity: linear in the table.
  func check(_ table: Table, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let values = values(of: table.columns, place, evaluator, &found) else { return }
    if (0..<table.rowCount).contains(where: { table.row($0).elementsEqual(values) }) { return }
    found.append(
      violation(
        .table, at: place, members: members(of: table.columns), amount: 1,
        "\(values.map(String.init).joined(separator: ", ")) is none of the \(table.rowCount) rows"))
  }

  /// Reports the first arc that leaves the nodes, or the first circuit that misses some. Complexity: linear.
  func check(_ circuit: Circuit, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let next = values(of: circuit.successors, place, evaluator, &found) else { return }
    func report(_ nodes: [Int], _ sentence: String) {
      let concerned = members(of: nodes.prefix(max(1, maximumPairs)).map { circuit.successors[$0] })
      found.append(violation(.circuit, at: place, members: concerned, amount: 1, sentence))
    }
    if let node = next.indices.first(where: { !next.indices.contains(next[$0]) }) {
      return report([node], "node \(node) is followed by \(next[node]), which is no node of 0..<\(next.count)")
    }
    let visited = circuit.allowsSkipping ? next.indices.filter { next[$0] != $0 } : Array(next.indices)
    guard let first = visited.first else { return }
    var path = [first]
    var seen = Set(path)
    while seen.insert(next[path[path.count - 1]]).inserted { path.append(next[path[path.count - 1]]) }
    let last = next[path[path.count - 1]]
    if last != first {
      report([path[path.count - 1]], "two nodes are followed by node \(last)")
    } else if path.count < visited.count {
      report(path, "a circuit through \(path.count) nodes from node \(first) misses \(visited.count - path.count)")
    }
  }

  /// Reports where no accepted word begins with the values read so far. Complexity: values times transitions.
  func check(_ automaton: Automaton, _ place: Place, _ evaluator: Evaluator, _ found: inout [Violation]) {
    guard let values = values(of: automaton.expressions, place, evaluator, &found) else { return }
    var states: Set = [automaton.initial]
    for (index, value) in values.enumerated() {
      states = Set(automaton.transitions.lazy.filter { $0.value == value && states.contains($0.from) }.map(\.to))
      if states.isEmpty {
        found.append(
          violation(
            .automaton, at: place, members: members(of: [automaton.expressions[index]]), amount: 1,
            "there is no transition on the value \(value) at place \(index)"))
        return
      }
    }
    if states.isDisjoint(with: automaton.accepting) {
      found.append(
        violation(
          .automaton, at: place, members: members(of: automaton.expressions), amount: 1,
          "the word ends in a state that is not accepting"))
    }
  }
}
