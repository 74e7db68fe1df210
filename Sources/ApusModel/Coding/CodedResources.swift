// Resources: `{"usage": {"members": [{"interval": 0, "demand": 2}], "capacity": 4}}` and
// `{"reservoir": {"steps": [{"interval": 0, "at": "end", "amount": 5}], "min": 0}}`.

extension Usage {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a usage", keys: ["members", "capacity", "steps"])
    let steps = try object.decodeIfPresent([CodedCapacityStep].self, forKey: "steps") ?? []
    self.init(
      try object.decode([CodedPulse].self, forKey: "members").map(\.pulse),
      capacity: try object.decode(Int.self, forKey: "capacity"), steps: steps.map { ($0.from, $0.capacity) })
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    let members = zip(intervals, demands).map { CodedPulse(Pulse(interval: $0, demand: $1)) }
    try object.encode(members, forKey: "members")
    try object.encode(capacity.base, forKey: "capacity")
    let steps = zip(capacity.times, capacity.levels).map { CodedCapacityStep(from: $0, capacity: $1) }
    if !steps.isEmpty { try object.encode(steps, forKey: "steps") }
  }
}

/// An interval and what it uses: a number, or `{"integer": index}`.
private struct CodedPulse: Codable {
  var pulse: Usage.Pulse

  init(_ pulse: Usage.Pulse) { self.pulse = pulse }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("a member of a usage", keys: ["interval", "demand"])
    let interval = try object.decode(CodedIndex.self, forKey: "interval").index
    if let amount = try? object.decode(Int.self, forKey: "demand") {
      pulse = Usage.Pulse(interval: interval, demand: .constant(amount))
      return
    }
    let inner = try object.superDecoder(forKey: "demand")
    guard let (variable, _) = try? inner.onlyKey("a demand", among: ["integer"]) else {
      throw inner.malformed("expected a demand: an integer or {\"integer\": index}")
    }
    let index = try variable.decode(CodedIndex.self, forKey: "integer").index
    pulse = Usage.Pulse(interval: interval, demand: .integer(index))
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(pulse.interval, forKey: "interval")
    switch pulse.demand {
    case .constant(let amount): try object.encode(amount, forKey: "demand")
    case .integer(let index):
      var inner = object.nestedContainer(keyedBy: FormatKey.self, forKey: "demand")
      try inner.encode(index, forKey: "integer")
    }
  }
}

private struct CodedCapacityStep: Codable {
  var from: Int
  var capacity: Int

  init(from: Int, capacity: Int) {
    self.from = from
    self.capacity = capacity
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("a step of a capacity", keys: ["from", "capacity"])
    from = try object.decode(Int.self, forKey: "from")
    capacity = try object.decode(Int.self, forKey: "capacity")
  }
}

extension Reservoir {
  init(coded decoder: any Decoder) throws {
    let object = try decoder.object("a reservoir", keys: ["steps", "initial", "min", "max"])
    self.init(
      try object.decode([CodedLevelStep].self, forKey: "steps").map(\.step),
      initial: try object.decodeIfPresent(Int.self, forKey: "initial") ?? 0,
      minimum: try object.decodeIfPresent(Int.self, forKey: "min"),
      maximum: try object.decodeIfPresent(Int.self, forKey: "max"))
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    let steps = intervals.indices.map { CodedLevelStep(Step(interval: intervals[$0], points[$0], amount: amounts[$0])) }
    try object.encode(steps, forKey: "steps")
    if initial != 0 { try object.encode(initial, forKey: "initial") }
    try object.encodeIfPresent(minimum, forKey: "min")
    try object.encodeIfPresent(maximum, forKey: "max")
  }
}

/// A change of the level at a point of an interval.
private struct CodedLevelStep: Codable {
  var step: Reservoir.Step

  init(_ step: Reservoir.Step) { self.step = step }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("a step of a reservoir", keys: ["interval", "at", "amount"])
    step = Reservoir.Step(
      interval: try object.decode(CodedIndex.self, forKey: "interval").index, try decoder.point(object, "at"),
      amount: try object.decode(Int.self, forKey: "amount"))
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(step.interval, forKey: "interval")
    try object.encode(step.point.word, forKey: "at")
    try object.encode(step.amount, forKey: "amount")
  }
}
