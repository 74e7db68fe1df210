/// A condition: an object whose only key is its kind, `{"any": [{"clause": [0]}, {"linear": {...}}]}`, `{"not": ...}`,
/// `{"among": {"value": x, "ranges": [[0, 3], 7]}}`; clauses, linear constraints and precedences are written as constraints are.
struct CodedCondition: Codable {
  var condition: Condition

  init(_ condition: Condition) { self.condition = condition }

  private static let kinds = ["clause", "linear", "precedence", "among", "all", "any", "not"]

  init(from decoder: any Decoder) throws {
    let (object, kind) = try decoder.onlyKey("a condition", among: Self.kinds)
    let inner = try object.superDecoder(forKey: FormatKey(stringValue: kind))
    func parts() throws -> [Condition] { try [CodedCondition](from: inner).map(\.condition) }
    switch kind {
    case "clause": condition = .clause(Clause(try [CodedLiteral](from: inner).map(\.literal)))
    case "linear": condition = .comparison(try Linear(coded: inner))
    case "precedence": condition = .precedence(try Precedence(coded: inner))
    case "among":
      let among = try inner.object("an among", keys: ["value", "ranges"])
      condition = .among(
        try among.decode(CodedExpression.self, forKey: "value").expression,
        try among.decode([CodedRange].self, forKey: "ranges").map(\.range))
    case "all": condition = .all(try parts())
    case "any": condition = .any(try parts())
    default: condition = .not(try CodedCondition(from: inner).condition)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    switch condition {
    case .clause(let clause): try object.encode(clause.literals.map(CodedLiteral.init), forKey: "clause")
    case .comparison(let linear):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "linear")
      try linear.encode(to: &inner)
    case .precedence(let precedence):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "precedence")
      try precedence.encode(to: &inner)
    case .among(let expression, let ranges):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "among")
      try inner.encode(CodedExpression(expression), forKey: "value")
      try inner.encode(ranges.map(CodedRange.init), forKey: "ranges")
    case .all(let parts): try object.encode(parts.map(CodedCondition.init), forKey: "all")
    case .any(let parts): try object.encode(parts.map(CodedCondition.init), forKey: "any")
    case .not(let opposite): try object.encode(CodedCondition(opposite), forKey: "not")
    }
  }
}
