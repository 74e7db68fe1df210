#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension SolutionFile {
  /// Reads a solution file.
  ///
  /// - Throws: ``InputError`` if the file cannot be read, is no JSON, or is not a solution of this format and version.
  public init(contentsOf url: URL) throws(InputError) {
    try self.init(bytes: try InputFile.bytes(of: url), file: url.path)
  }

  /// Reads a solution from the bytes of a file. Keys that are not known are ignored.
  ///
  /// - Parameters:
  ///   - bytes: The JSON, in UTF-8.
  ///   - file: The file's name, for errors.
  /// - Throws: ``InputError`` with line and column if this is no JSON, or not a solution of this format and version.
  /// - Complexity: O(bytes).
  public init(bytes: [UInt8], file: String) throws(InputError) {
    let json = try JSONDocument(bytes, file: file)
    let head = try json.object(json.root, "an Apus solution")
    guard try json.string(head["format"], "the format") == Self.format else {
      throw Self.wrong("format", head["format"], "\"\(Self.format)\"", json)
    }
    guard try json.integer(head["version"], "the version") == Self.version else {
      throw Self.wrong("version", head["version"], "\(Self.version)", json)
    }
    guard let status = try json.string(head["status"], "the status").flatMap(Status.init) else {
      throw Self.wrong("status", head["status"], Status.allCases.map(\.rawValue).joined(separator: ", "), json)
    }
    var solution = SolutionFile(status: status)
    solution.instance = try json.string(head["instance"], "the instance's name")
    solution.sha256 = try json.string(head["sha256"], "the digest sha256")
    solution.family = try json.string(head["family"], "the family")
    solution.objective = try json.integer(head["objective"], "the objective")
    solution.bound = try json.integer(head["bound"], "the bound")
    solution.command = try json.string(head["command"], "the command")
    solution.seed = try json.integer(head["seed"], "the seed")
    solution.apus = try json.string(head["apus"], "the version of apus")
    for value in try json.array(head["tasks"], "the tasks") ?? [] {
      solution.tasks.append(try Self.task(value, "task \(solution.tasks.count)", json))
    }
    solution.variables = try Self.variables(head["variables"], json)
    solution.placements = try Self.placements(head["placements"], json)
    solution.levels = try Self.levels(head["levels"], json)
    solution.plan = try Self.plan(head["plan"], json)
    self = solution
  }

  /// The error of a key of the head that is absent or has another value than it must have.
  private static func wrong(
    _ key: String, _ value: JSONDocument.Value?, _ expected: String, _ json: JSONDocument
  ) -> InputError {
    guard let value else {
      return json.error("the key '\(key)' is missing, expected an Apus solution", at: json.root.offset)
    }
    return json.unexpected("the \(key) \(expected)", at: value.offset)
  }

  private static func task(
    _ value: JSONDocument.Value, _ what: String, _ json: JSONDocument
  ) throws(InputError) -> ScheduledTask {
    let members = try json.object(value, what)
    func number(_ key: String) throws(InputError) -> Int? { try json.integer(members[key], "the \(key) of \(what)") }
    guard let start = try number("start"), let end = try number("end") else {
      throw json.error("\(what) lacks its start or its end, expected both", at: value.offset)
    }
    return ScheduledTask(
      job: try number("job"), operation: try number("operation"), machine: try number("machine"),
      task: try number("task"), mode: try number("mode"), processor: try number("processor"), start: start, end: end)
  }

  private static func variables(
    _ value: JSONDocument.Value?, _ json: JSONDocument
  ) throws(InputError) -> [String: Int]? {
    guard let value else { return nil }
    if case .null = value.content { return nil }
    var variables: [String: Int] = [:]
    for (name, value) in try json.object(value, "the variables") {
      let what = "the value of \(InputError.quoted(Array(name.utf8)[...]))"
      guard let number = try json.integer(value, what) else { throw json.unexpected(what, at: value.offset) }
      variables[name] = number
    }
    return variables
  }

  private static func placements(
    _ value: JSONDocument.Value?, _ json: JSONDocument
  ) throws(InputError) -> [Placement]? {
    guard let values = try json.array(value, "the placements") else { return nil }
    var placements: [Placement] = []
    for value in values {
      let what = "placement \(placements.count)"
      let members = try json.object(value, what)
      guard let pod = try json.string(members["pod"], "the pod of \(what)") else {
        throw json.error("\(what) names no pod, expected one", at: value.offset)
      }
      placements.append(Placement(pod: pod, node: try json.string(members["node"], "the node of \(what)")))
    }
    return placements
  }

  private static func levels(_ value: JSONDocument.Value?, _ json: JSONDocument) throws(InputError) -> [Level]? {
    guard let values = try json.array(value, "the levels") else { return nil }
    var levels: [Level] = []
    for value in values {
      let what = "level \(levels.count)"
      let members = try json.object(value, what)
      guard let name = try json.string(members["name"], "the name of \(what)"),
        let number = try json.integer(members["value"], "the value of \(what)")
      else { throw json.error("\(what) lacks its name or its value, expected both", at: value.offset) }
      levels.append(
        Level(name: name, value: number, bound: try json.integer(members["bound"], "the bound of \(what)")))
    }
    return levels
  }

  private static func plan(_ value: JSONDocument.Value?, _ json: JSONDocument) throws(InputError) -> [Step]? {
    guard let values = try json.array(value, "the plan") else { return nil }
    var steps: [Step] = []
    for value in values {
      let what = "step \(steps.count)"
      let members = try json.object(value, what)
      guard let pod = try json.string(members["pod"], "the pod of \(what)") else {
        throw json.error("\(what) names no pod, expected one", at: value.offset)
      }
      steps.append(
        Step(
          pod: pod, from: try json.string(members["from"], "the node that \(what) begins at"),
          to: try json.string(members["to"], "the node that \(what) leads to")))
    }
    return steps
  }
}
