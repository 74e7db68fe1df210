/// The JSON format of `Docs/ModelFormat.md`, versions 1 to 4.
extension ModelData: Codable {
  /// The latest version of the format. Earlier ones are read too, and written where they suffice.
  public static let formatVersion = 4

  /// Reads a model and validates it.
  ///
  /// - Throws: a `DecodingError` that says where, what is wrong and what was expected.
  public init(from decoder: any Decoder) throws {
    let object = try decoder.object(
      "a model", keys: ["format", "version", "name", "integers", "intervals", "groups", "objective", "objectives"])
    let format = try object.decode(String.self, forKey: "format")
    guard format == "apus-model" else {
      throw decoder.malformed("the format is \"\(format)\"; expected \"apus-model\"")
    }
    let version = try object.decode(Int.self, forKey: "version")
    guard (1...Self.formatVersion).contains(version) else {
      throw decoder.malformed("the version is \(version); expected 1 to \(Self.formatVersion)")
    }
    self.init(name: try object.decodeIfPresent(String.self, forKey: "name") ?? "model")
    for integer in try object.decodeIfPresent([CodedInteger].self, forKey: "integers") ?? [] {
      _ = addInteger(integer.domain, name: integer.name)
    }
    for interval in try object.decodeIfPresent([CodedInterval].self, forKey: "intervals") ?? [] {
      addInterval(interval.domain, name: interval.name)
    }
    for group in try object.decodeIfPresent([CodedGroup].self, forKey: "groups") ?? [] {
      addGroup(group.name, group.constraints)
    }
    objective = try object.decodeIfPresent(CodedObjective.self, forKey: "objective")?.objective
    if let levels = try object.decodeIfPresent([CodedObjective].self, forKey: "objectives") {
      if objective != nil { throw decoder.malformed("there is both \"objective\" and \"objectives\"; expected one") }
      objectives = levels.map(\.objective)
    }
    if requiredVersion > version {
      throw decoder.malformed("the version is \(version), but it has constraints of version \(requiredVersion)")
    }
    do { try validate() } catch { throw decoder.malformed("\(error)") }
  }

  /// Writes the model, leaving out what has its default value.
  ///
  /// - Throws: an `EncodingError` where the model is not valid: a file never holds a model that cannot be read back.
  public func encode(to encoder: any Encoder) throws {
    do { try validate() } catch {
      throw EncodingError.invalidValue(self, .init(codingPath: encoder.codingPath, debugDescription: "\(error)"))
    }
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode("apus-model", forKey: "format")
    try object.encode(requiredVersion, forKey: "version")
    try object.encode(name, forKey: "name")
    let integers = integers.enumerated().map { CodedInteger(name: givenName(ofInteger: $0), domain: $1) }
    if !integers.isEmpty { try object.encode(integers, forKey: "integers") }
    let intervals = intervals.enumerated().map { CodedInterval(name: givenName(ofInterval: $0), domain: $1) }
    if !intervals.isEmpty { try object.encode(intervals, forKey: "intervals") }
    let groups = groups.map { CodedGroup(name: $0.name, constraints: Array(constraints[$0.members])) }
    if !groups.isEmpty { try object.encode(groups, forKey: "groups") }
    if objectives.count > 1 || objective?.name != nil {
      try object.encode(objectives.map(CodedObjective.init), forKey: "objectives")
    } else {
      try object.encodeIfPresent(objective.map(CodedObjective.init), forKey: "objective")
    }
  }

  /// The first version of the format that knows everything in the model.
  private var requiredVersion: Int {
    max(
      objectives.count > 1 || objective?.name != nil ? 3 : 1,
      objectives.lazy.map(\.expression.formatVersion).max() ?? 1,
      constraints.lazy.map { CodedConstraint($0).version }.max() ?? 1)
  }
}

extension Model: Codable {
  /// Reads a model and validates it; see ``ModelData/init(from:)``.
  public convenience init(from decoder: any Decoder) throws { self.init(try ModelData(from: decoder)) }

  /// Writes the model as it stands now; see ``ModelData/encode(to:)``.
  public func encode(to encoder: any Encoder) throws { try data.encode(to: encoder) }
}

/// A group: `{"name": "machines", "constraints": [...]}`.
private struct CodedGroup: Codable {
  var name: String
  var constraints: [Constraint]

  init(name: String, constraints: [Constraint]) {
    self.name = name
    self.constraints = constraints
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("a group", keys: ["name", "constraints"])
    name = try object.decodeIfPresent(String.self, forKey: "name") ?? ""
    constraints = try object.decode([CodedConstraint].self, forKey: "constraints").map(\.constraint)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    if !name.isEmpty { try object.encode(name, forKey: "name") }
    try object.encode(constraints.map(CodedConstraint.init), forKey: "constraints")
  }
}

/// An objective: `{"minimize": "makespan"}`.
private struct CodedObjective: Codable {
  var objective: Objective

  init(_ objective: Objective) { self.objective = objective }

  init(from decoder: any Decoder) throws {
    let object = try decoder.object("an objective", keys: ["minimize", "maximize", "name"])
    let least = try object.decodeIfPresent(CodedExpression.self, forKey: "minimize")?.expression
    let most = try object.decodeIfPresent(CodedExpression.self, forKey: "maximize")?.expression
    let name = try object.decodeIfPresent(String.self, forKey: "name")
    switch (least, most) {
    case (let expression?, nil): objective = Objective(.minimize, expression, name: name)
    case (nil, let expression?): objective = Objective(.maximize, expression, name: name)
    default: throw decoder.malformed("expected an objective: one of \"minimize\" and \"maximize\"")
    }
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: FormatKey.self)
    try object.encode(CodedExpression(objective.expression), forKey: FormatKey(stringValue: objective.sense.rawValue))
    try object.encodeIfPresent(objective.name, forKey: "name")
  }
}
