/// A constraint: an object whose only key is its kind.
struct CodedConstraint: Codable {
  var constraint: Constraint

  init(_ constraint: Constraint) { self.constraint = constraint }

  private static let kinds = [
    "precedence", "noOverlap", "linear", "clause", "usage", "reservoir", "alternative", "span", "sameOrder",
    "pack", "within", "condition", "allDifferent", "table", "circuit", "automaton",
  ]

  init(from decoder: any Decoder) throws {
    let (object, kind) = try decoder.onlyKey("a constraint", among: Self.kinds)
    let inner = try object.superDecoder(forKey: FormatKey(stringValue: kind))
    switch kind {
    case "precedence": constraint = .precedence(try Precedence(coded: inner))
    case "noOverlap": constraint = .noOverlap(try NoOverlap(coded: inner))
    case "linear": constraint = .linear(try Linear(coded: inner))
    case "clause": constraint = .clause(Clause(try [CodedLiteral](from: inner).map(\.literal)))
    case "usage": constraint = .usage(try Usage(coded: inner))
    case "reservoir": constraint = .reservoir(try Reservoir(coded: inner))
    case "alternative": constraint = .alternative(try Alternative(coded: inner))
    case "span": constraint = .span(try Span(coded: inner))
    case "sameOrder": constraint = .sameOrder(try SameOrder(coded: inner))
    case "pack": constraint = .pack(try Pack(coded: inner))
    case "within": constraint = .within(try Within(coded: inner))
    case "condition": constraint = .condition(try CodedCondition(from: inner).condition)
    case "allDifferent": constraint = .allDifferent(AllDifferent(try [CodedExpression](from: inner).map(\.expression)))
    case "table": constraint = .table(try Table(coded: inner))
    case "circuit": constraint = .circuit(try Circuit(coded: inner))
    default: constraint = .automaton(try Automaton(coded: inner))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    switch constraint {
    case .precedence(let precedence):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "precedence")
      try precedence.encode(to: &inner)
    case .noOverlap(let noOverlap): try noOverlap.encode(to: object.superEncoder(forKey: "noOverlap"))
    case .linear(let linear):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "linear")
      try linear.encode(to: &inner)
    case .clause(let clause): try object.encode(clause.literals.map(CodedLiteral.init), forKey: "clause")
    case .usage(let usage): try usage.encode(to: object.superEncoder(forKey: "usage"))
    case .reservoir(let reservoir): try reservoir.encode(to: object.superEncoder(forKey: "reservoir"))
    case .alternative(let choice): try object.superEncoder(forKey: "alternative").encode(choice.main, choice.members)
    case .span(let span): try object.superEncoder(forKey: "span").encode(span.main, span.members)
    case .sameOrder(let lists): try object.encode([lists.first, lists.second], forKey: "sameOrder")
    case .pack(let pack): try pack.encode(to: object.superEncoder(forKey: "pack"))
    case .within(let within): try within.encode(to: object.superEncoder(forKey: "within"))
    case .condition(let condition): try object.encode(CodedCondition(condition), forKey: "condition")
    case .allDifferent(let constraint):
      try object.encode(constraint.expressions.map(CodedExpression.init), forKey: "allDifferent")
    case .table(let table): try table.encode(to: object.superEncoder(forKey: "table"))
    case .circuit(let circuit): try circuit.encode(to: object.superEncoder(forKey: "circuit"))
    case .automaton(let automaton): try automaton.encode(to: object.superEncoder(forKey: "automaton"))
    }
  }

  /// The first version of the format that knows the constraint.
  var version: Int {
    switch constraint {
    case .precedence, .clause: 1
    case .linear(let linear): linear.expression.formatVersion
    case .noOverlap(let noOverlap): noOverlap.setup == nil ? 1 : 2
    case .usage, .reservoir, .alternative, .span, .sameOrder: 2
    case .pack, .within: 3
    case .condition, .allDifferent, .table, .circuit, .automaton: 4
    }
  }
}

extension Precedence {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a precedence", keys: ["before", "after", "lag", "from", "to"])
    self.init(
      before: try object.decode(CodedIndex.self, forKey: "before").index,
      try decoder.point(object, "from", default: .end),
      after: try object.decode(CodedIndex.self, forKey: "after").index,
      try decoder.point(object, "to", default: .start),
      lag: try object.decodeIfPresent(Int.self, forKey: "lag") ?? 0)
  }

  func encode(to object: inout KeyedEncodingContainer<FormatKey>) throws {
    try object.encode(before, forKey: "before")
    try object.encode(after, forKey: "after")
    if lag != 0 { try object.encode(lag, forKey: "lag") }
    if source != .end { try object.encode(source.word, forKey: "from") }
    if target != .start { try object.encode(target.word, forKey: "to") }
  }
}

extension Precedence.Point {
  /// How the format calls the point.
  var word: String { self == .start ? "start" : "end" }
}

extension Decoder {
  /// The point of an interval at a key of the decoder's object, which may be left out where there is a default.
  func point(
    _ object: KeyedDecodingContainer<FormatKey>, _ key: FormatKey, default point: Precedence.Point? = nil
  ) throws -> Precedence.Point {
    if let point, try object.decodeIfPresent(String.self, forKey: key) == nil { return point }
    switch try object.decode(String.self, forKey: key) {
    case "start": return .start
    case "end": return .end
    case let word: throw malformed("\"\(key.stringValue)\" is \"\(word)\"; expected \"start\" or \"end\"")
    }
  }
}

extension Linear {
  func encode(to object: inout KeyedEncodingContainer<FormatKey>) throws {
    try expression.encode(to: &object)
    try object.encode(relation.symbol, forKey: "relation")
  }

  init(coded decoder: any Decoder) throws {
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
