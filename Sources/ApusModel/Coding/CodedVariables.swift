/// An integer variable: `{"name": "crews", "min": 0, "max": 3}`.
struct CodedInteger: Codable {
  var name: String?
  var domain: ClosedRange<Int>

  init(name: String?, domain: ClosedRange<Int>) {
    self.name = name
    self.domain = domain
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("an integer", keys: ["name", "min", "max"])
    name = try object.decodeIfPresent(String.self, forKey: "name")
    let (smallest, largest) = (try object.decode(Int.self, forKey: "min"), try object.decode(Int.self, forKey: "max"))
    guard smallest <= largest else { throw decoder.malformed("min is \(smallest), which is more than max, \(largest)") }
    domain = smallest...largest
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encodeIfPresent(name, forKey: "name")
    try object.encode(domain.lowerBound, forKey: "min")
    try object.encode(domain.upperBound, forKey: "max")
  }
}

/// An interval: `{"name": "paint", "length": 3, "start": [0, 20], "end": [0, 20], "presence": 4}`.
struct CodedInterval: Codable {
  static let defaultWindow = 0...IntervalDomain.horizon
  var name: String?
  var domain: IntervalDomain

  init(name: String?, domain: IntervalDomain) {
    self.name = name
    self.domain = domain
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("an interval", keys: ["name", "length", "start", "end", "presence"])
    name = try object.decodeIfPresent(String.self, forKey: "name")
    domain = IntervalDomain(
      start: try object.decodeIfPresent(CodedRange.self, forKey: "start")?.range ?? Self.defaultWindow,
      end: try object.decodeIfPresent(CodedRange.self, forKey: "end")?.range ?? Self.defaultWindow,
      length: try object.decode(CodedRange.self, forKey: "length").range,
      isPresent: try object.decodeIfPresent(CodedLiteral.self, forKey: "presence")?.literal ?? .true)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encodeIfPresent(name, forKey: "name")
    try object.encode(CodedRange(domain.length), forKey: "length")
    if domain.start != Self.defaultWindow { try object.encode(CodedRange(domain.start), forKey: "start") }
    if domain.end != Self.defaultWindow { try object.encode(CodedRange(domain.end), forKey: "end") }
    if domain.isOptional { try object.encode(CodedLiteral(domain.isPresent), forKey: "presence") }
  }
}
