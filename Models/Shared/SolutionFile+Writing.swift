extension SolutionFile {
  /// The file's text: the same for equal solutions, to the byte, with the head on one line and then one task,
  /// placement or variable a line, so that two files can be compared line by line. O(length).
  public var text: String {
    var head = [
      Self.field("format", Self.quoted(Self.format)),
      Self.field("version", String(Self.version)),
      Self.field("instance", Self.quoted(instance)),
      Self.field("sha256", Self.quoted(sha256)),
      Self.field("family", Self.quoted(family)),
      Self.field("status", Self.quoted(status.rawValue)),
      Self.field("objective", Self.number(objective)),
      Self.field("bound", Self.number(bound)),
      Self.field("command", Self.quoted(command)),
      Self.field("seed", Self.number(seed)),
      Self.field("apus", Self.quoted(apus)),
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
        "{" + Self.field("pod", Self.quoted($0.pod)) + "," + Self.field("node", Self.quoted($0.node)) + "}"
      }
      parts.append(Self.list("placements", "[", lines, "]"))
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

  private static func field(_ key: String, _ value: String) -> String { quoted(key) + ":" + value }

  private static func number(_ value: Int?) -> String { value.map(String.init) ?? "null" }

  /// A JSON string (RFC 8259, section 7), or `null`.
  private static func quoted(_ text: String?) -> String {
    guard let text else { return "null" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
