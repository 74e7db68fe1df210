// Tables, circuits and automata in the JSON format.

/// `{"columns": [{"integer": 0}, {"integer": 1}], "rows": [[0, 2], [1, 3]]}`.
extension Table {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a table", keys: ["columns", "rows"])
    let columns = try object.decode([CodedExpression].self, forKey: "columns").map(\.expression)
    let rows = try object.decode([[Int]].self, forKey: "rows")
    if let row = rows.firstIndex(where: { $0.count != columns.count }) {
      throw decoder.malformed(
        "row \(row) has \(rows[row].count) values; expected \(columns.count), one for each column")
    }
    self.init(columns, rows: rows)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(columns.map(CodedExpression.init), forKey: "columns")
    try object.encode((0..<rowCount).map { Array(row($0)) }, forKey: "rows")
  }
}

/// `{"successors": [{"integer": 0}, {"integer": 1}], "skipping": true}`.
extension Circuit {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a circuit", keys: ["successors", "skipping"])
    self.init(
      try object.decode([CodedExpression].self, forKey: "successors").map(\.expression),
      allowsSkipping: try object.decodeIfPresent(Bool.self, forKey: "skipping") ?? false)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(successors.map(CodedExpression.init), forKey: "successors")
    if allowsSkipping { try object.encode(true, forKey: "skipping") }
  }
}

/// `{"word": [{"integer": 0}], "states": 2, "initial": 0, "accepting": [1], "transitions": [[0, 5, 1]]}`.
extension Automaton {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object(
      "an automaton", keys: ["word", "states", "initial", "accepting", "transitions"])
    let transitions = try object.decode([[Int]].self, forKey: "transitions")
    guard transitions.allSatisfy({ $0.count == 3 }) else {
      throw decoder.malformed("expected transitions [from, value, to]")
    }
    self.init(
      try object.decode([CodedExpression].self, forKey: "word").map(\.expression),
      states: try object.decode(Int.self, forKey: "states"), initial: try object.decode(Int.self, forKey: "initial"),
      accepting: try object.decode([Int].self, forKey: "accepting"),
      transitions: transitions.map { Transition(from: $0[0], on: $0[1], to: $0[2]) })
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(expressions.map(CodedExpression.init), forKey: "word")
    try object.encode(stateCount, forKey: "states")
    try object.encode(initial, forKey: "initial")
    try object.encode(accepting, forKey: "accepting")
    try object.encode(transitions.map { [$0.from, $0.value, $0.to] }, forKey: "transitions")
  }
}
