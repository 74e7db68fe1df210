/// A constraint: an object whose only key is its kind.
struct CodedConstraint: Codable {
  var constraint: Constraint

  init(_ constraint: Constraint) { self.constraint = constraint }

  init(from decoder: any Decoder) throws {
    let kinds = ["precedence", "noOverlap", "linear", "clause"]
    let (object, kind) = try decoder.onlyKey("a constraint", among: kinds)
    let inner = try object.superDecoder(forKey: FormatKey(stringValue: kind))
    switch kind {
    case "precedence": constraint = .precedence(try Precedence(coded: inner))
    case "noOverlap":
      constraint = .noOverlap(NoOverlap(indices: try [CodedIndex](from: inner).map(\.index)))
    case "linear": constraint = .linear(try Linear(coded: inner))
    default: constraint = .clause(Clause(try [CodedLiteral](from: inner).map(\.literal)))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    switch constraint {
    case .precedence(let precedence):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "precedence")
      try precedence.encode(to: &inner)
    case .noOverlap(let noOverlap): try object.encode(noOverlap.intervals, forKey: "noOverlap")
    case .linear(let linear):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "linear")
      try linear.expression.encode(to: &inner)
      try inner.encode(linear.relation.symbol, forKey: "relation")
    case .clause(let clause): try object.encode(clause.literals.map(CodedLiteral.init), forKey: "clause")
    }
  }
}

extension Precedence {
  fileprivate init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a precedence", keys: ["before", "after", "lag", "from", "to"])
    func point(_ key: FormatKey, default point: Point) throws -> Point {
      switch try object.decodeIfPresent(String.self, forKey: key) {
      case nil: return point
      case "start": return .start
      case "end": return .end
      case let word?:
        throw decoder.malformed("\"\(key.stringValue)\" is \"\(word)\"; expected \"start\" or \"end\"")
      }
    }
    self.init(
      before: try object.decode(CodedIndex.self, forKey: "before").index, try point("from", default: .end),
      after: try object.decode(CodedIndex.self, forKey: "after").index, try point("to", default: .start),
      lag: try object.decodeIfPresent(Int.self, forKey: "lag") ?? 0)
  }

  fileprivate func encode(to object: inout KeyedEncodingContainer<FormatKey>) throws {
    try object.encode(before, forKey: "before")
    try object.encode(after, forKey: "after")
    if lag != 0 { try object.encode(lag, forKey: "lag") }
    if source != .end { try object.encode("start", forKey: "from") }
    if target != .start { try object.encode("end", forKey: "to") }
  }
}

extension Linear {
  fileprivate init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a linear constraint", keys: ["terms", "constant", "relation"])
    let symbol = try object.decode(String.self, forKey: "relation")
    guard let relation = [Relation.atMost, .equal].first(where: { $0.symbol == symbol }) else {
      throw decoder.malformed("the relation is \"\(symbol)\"; expected \"<=\" or \"==\"")
    }
    self.init(try IntegerExpression(from: object), relation)
  }
}

extension Linear.Relation {
  fileprivate var symbol: String {
    switch self {
    case .atMost: "<="
    case .equal: "=="
    }
  }
}
