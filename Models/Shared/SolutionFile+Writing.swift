extension SolutionFile {
  /// The file's text: the same for equal solutions, to the byte, with the head on one line and then one task,
  /// placement or variable a line, so that two files can be compared line by line. O(length).
  public var text: String {
    var head = [
      Self.field("format", JSONText.string(Self.format)),
      Self.field("version", String(Self.version)),
      Self.field("instance", JSONText.string(instance)),
      Self.field("sha256", JSONText.string(sha256)),
      Self.field("family", JSONText.string(family)),
      Self.field("status", JSONText.string(status.rawValue)),
      Self.field("objective", JSONText.number(objective)),
      Self.field("bound", JSONText.number(bound)),
      Self.field("command", JSONText.string(command)),
      Self.field("seed", JSONText.number(seed)),
      Self.field("apus", JSONText.string(apus)),
    ].joined(separator: ",")
    head = "{" + head + ",\n"
    var parts = [Self.list("tasks", "[", tasks.map(Self.object), "]")]
    if let variables {
      // By Unicode scalars, which does not depend on anybody's language.
      let sorted = variables.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
      parts.append(Self.list("variables", "{", sorted.map { Self.field($0.key, String($0.value)) }, "}"))
    }
    if let placements {
      let lines = placements.map {
        "{" + Self.field("pod", JSONText.string($0.pod)) + "," + Self.field("node", JSONText.string($0.node)) + "}"
      }
      parts.append(Self.list("placements", "[", lines, "]"))
    }
    if let levels {
      let lines = levels.map {
        JSONText.object([
          ("name", JSONText.string($0.name)), ("value", "\($0.value)"), ("bound", JSONText.number($0.bound)),
        ])
      }
      parts.append(Self.list("levels", "[", lines, "]"))
    }
    if let plan {
      let lines = plan.map {
        JSONText.object([
          ("pod", JSONText.string($0.pod)), ("from", JSONText.string($0.from)), ("to", JSONText.string($0.to)),
        ])
      }
      parts.append(Self.list("plan", "[", lines, "]"))
    }
    return head + parts.joined(separator: ",\n") + "}\n"
  }

  private static func object(_ task: ScheduledTask) -> String {
    var fields: [String] = []
    func add(_ key: String, _ value: Int?) {
      if let value { fields.append(field(key, String(value))) }
    }
    add("job", task.job)
    add("operation", task.operation)
    add("task", task.task)
    add("machine", task.machine)
    add("mode", task.mode)
    add("processor", task.processor)
    add("start", task.start)
    add("end", task.end)
    return "{" + fields.joined(separator: ",") + "}"
  }

  private static func list(_ key: String, _ open: String, _ lines: [String], _ close: String) -> String {
    guard !lines.isEmpty else { return field(key, open + close) }
    return field(key, open + "\n" + lines.joined(separator: ",\n") + "\n" + close)
  }

  private static func field(_ key: String, _ value: String) -> String { JSONText.string(key) + ":" + value }
}
