/// An expression: `7`, an operand such as `{"end": 3}`, or `{"terms": [[2, {"integer": 0}], ...], "constant": -4}`.
struct CodedExpression: Codable {
  var expression: IntegerExpression

  init(_ expression: IntegerExpression) { self.expression = expression }

  init(from decoder: any Decoder) throws {
    if let constant = try? decoder.singleValueContainer().decode(Int.self) {
      expression = IntegerExpression(constant)
    } else if let object = try? decoder.container(keyedBy: FormatKey.self),
      object.contains("terms") || object.contains("constant") || object.allKeys.isEmpty
    {
      expression = try IntegerExpression(from: try decoder.object("an expression", keys: ["terms", "constant"]))
    } else {
      expression = IntegerExpression(try CodedOperand(from: decoder).operand)
    }
  }

  func encode(to encoder: any Encoder) throws {
    if expression.terms.isEmpty {
      var container = encoder.singleValueContainer()
      try container.encode(expression.constant)
    } else if expression.terms.count == 1, expression.terms[0].coefficient == 1, expression.constant == 0 {
      try CodedOperand(expression.terms[0].operand).encode(to: encoder)
    } else {
      var container = encoder.container(keyedBy: FormatKey.self)
      try expression.encode(to: &container)
    }
  }
}

extension IntegerExpression {
  /// Reads the keys `terms` and `constant` of an object that may have others.
  init(from object: KeyedDecodingContainer<FormatKey>) throws {
    let terms = try object.decodeIfPresent([CodedTerm].self, forKey: "terms") ?? []
    self.init(terms: terms.map(\.term), constant: try object.decodeIfPresent(Int.self, forKey: "constant") ?? 0)
  }

  /// Writes the keys `terms` and `constant`, leaving out what is empty or 0.
  func encode(to object: inout KeyedEncodingContainer<FormatKey>) throws {
    if !terms.isEmpty { try object.encode(terms.map(CodedTerm.init), forKey: "terms") }
    if constant != 0 { try object.encode(constant, forKey: "constant") }
  }
}

/// A coefficient and an operand: `[2, {"integer": 0}]`.
private struct CodedTerm: Codable {
  var term: IntegerExpression.Term

  init(_ term: IntegerExpression.Term) { self.term = term }

  init(from decoder: any Decoder) throws {
    guard var pair = try? decoder.unkeyedContainer(), let coefficient = try? pair.decode(Int.self) else {
      throw decoder.malformed("expected a term [coefficient, operand]")
    }
    let operand = try pair.decode(CodedOperand.self)
    guard pair.isAtEnd else { throw decoder.malformed("expected a term [coefficient, operand], and nothing more") }
    term = IntegerExpression.Term(coefficient, operand.operand)
  }

  func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(term.coefficient)
    try pair.encode(CodedOperand(term.operand))
  }
}

/// What a coefficient multiplies: `{"integer": 0}`, `{"start": 1}`, `{"end": 1}`, `{"length": 1}`, `{"max": [...]}`, `"makespan"`, or one of those of
/// version 4: `{"truth": condition}`, `{"product": [x, y]}`, `{"quotient": [x, y]}`, `{"remainder": [x, y]}`, `{"element": {"of": [...], "at": x}}`.
struct CodedOperand: Codable {
  var operand: IntegerExpression.Operand

  init(_ operand: IntegerExpression.Operand) { self.operand = operand }

  init(from decoder: any Decoder) throws {
    let expected = "an operand: \"makespan\", or an object with one key among \(Self.keys.joined(separator: ", "))"
    if let word = try? decoder.singleValueContainer().decode(String.self) {
      guard word == "makespan" else { throw decoder.malformed("expected \(expected), not \"\(word)\"") }
      operand = .makespan
      return
    }
    guard (try? decoder.container(keyedBy: FormatKey.self)) != nil else {
      throw decoder.malformed("expected \(expected)")
    }
    let (object, key) = try decoder.onlyKey("an operand", among: Self.keys)
    func index() throws -> Int32 { try object.decode(CodedIndex.self, forKey: FormatKey(stringValue: key)).index }
    switch key {
    case "integer": operand = .integer(try index())
    case "start": operand = .start(try index())
    case "end": operand = .end(try index())
    case "length": operand = .length(try index())
    case "max": operand = .maximum(try object.decode([CodedExpression].self, forKey: "max").map(\.expression))
    case "truth": operand = .truth(try object.decode(CodedCondition.self, forKey: "truth").condition)
    case "element":
      let element = try object.superDecoder(forKey: "element").object("an element", keys: ["of", "at"])
      operand = .element(
        try element.decode([CodedExpression].self, forKey: "of").map(\.expression),
        try element.decode(CodedExpression.self, forKey: "at").expression)
    default:
      let parts = try object.decode([CodedExpression].self, forKey: FormatKey(stringValue: key)).map(\.expression)
      guard parts.count == 2 else { throw decoder.malformed("expected two expressions in \"\(key)\"") }
      switch key {
      case "product": operand = .product(parts[0], parts[1])
      case "quotient": operand = .quotient(parts[0], parts[1])
      default: operand = .remainder(parts[0], parts[1])
      }
    }
  }

  private static let keys = [
    "integer", "start", "end", "length", "max", "truth", "product", "quotient", "remainder", "element",
  ]

  func encode(to encoder: any Encoder) throws {
    if case .makespan = operand {
      var container = encoder.singleValueContainer()
      return try container.encode("makespan")
    }
    var object = encoder.container(keyedBy: FormatKey.self)
    switch operand {
    case .integer(let index): try object.encode(index, forKey: "integer")
    case .start(let index): try object.encode(index, forKey: "start")
    case .end(let index): try object.encode(index, forKey: "end")
    case .length(let index): try object.encode(index, forKey: "length")
    case .maximum(let arguments): try object.encode(arguments.map(CodedExpression.init), forKey: "max")
    case .makespan: break
    case .truth(let condition): try object.encode(CodedCondition(condition), forKey: "truth")
    case .product(let first, let second):
      try object.encode([first, second].map(CodedExpression.init), forKey: "product")
    case .quotient(let first, let second):
      try object.encode([first, second].map(CodedExpression.init), forKey: "quotient")
    case .remainder(let first, let second):
      try object.encode([first, second].map(CodedExpression.init), forKey: "remainder")
    case .element(let list, let index):
      var element = object.nestedContainer(keyedBy: FormatKey.self, forKey: "element")
      try element.encode(list.map(CodedExpression.init), forKey: "of")
      try element.encode(CodedExpression(index), forKey: "at")
    }
  }
}

extension IntegerExpression {
  /// The first version of the format that knows every operand of the expression.
  var formatVersion: Int {
    terms.lazy.map { term in
      switch term.operand {
      case .integer, .start, .end, .length, .makespan: 1
      case .maximum(let arguments): arguments.lazy.map(\.formatVersion).max() ?? 1
      case .truth, .product, .quotient, .remainder, .element: 4
      }
    }.max() ?? 1
  }
}
