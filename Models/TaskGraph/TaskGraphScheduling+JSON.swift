/// The format of Apus itself, which has all that a task graph can have.
extension TaskGraphScheduling {
  /// The value of the key `format`.
  static let jsonFormat = "apus-task-graph"

  static func readJSON(_ bytes: [UInt8], file: String, name: String) throws(InputError) -> TaskGraphScheduling {
    let document = try JSONDocument(bytes, file: file)
    let root = try document.object(document.root, "a task graph")
    func required(_ key: String) throws(InputError) -> JSONDocument.Value {
      guard let value = root[key] else {
        throw document.error("the key '\(key)' is missing, expected it here", at: document.root.offset)
      }
      return value
    }
    guard try document.string(try required("format"), "the format") == jsonFormat else {
      throw document.error("expected the format \"\(jsonFormat)\"", at: try required("format").offset)
    }
    guard try document.integer(try required("version"), "the version") == 1 else {
      throw document.error("expected version 1", at: try required("version").offset)
    }
    var draft = TaskGraphDraft()
    for value in try document.array(try required("processors"), "the processors") ?? [] {
      let members = try document.object(value, "a processor")
      let label =
        try document.string(members["name"], "the name of a processor") ?? "processor \(draft.parts.processors.count)"
      draft.addProcessor(
        label, startUp: try document.integer(members["startUp"], "a start-up cost") ?? 0, at: value.offset)
    }
    if let rows = try document.array(root["bandwidths"], "the bandwidths") {
      var table: [[Bandwidth?]] = []
      for row in rows {
        var line: [Bandwidth?] = []
        for value in try document.array(row, "a row of bandwidths") ?? [] { line.append(try document.bandwidth(value)) }
        table.append(line)
      }
      draft.parts.bandwidths = table
    }
    for value in try document.array(try required("tasks"), "the tasks") ?? [] {
      let members = try document.object(value, "a task")
      let label = try document.string(members["name"], "the name of a task") ?? "task \(draft.parts.tasks.count)"
      guard let times = try document.array(members["durations"], "the durations of a task") else {
        throw document.error(
          "the task has no 'durations', expected one for each processor, null where it cannot run", at: value.offset)
      }
      var durations: [Int?] = []
      for time in times { durations.append(try document.integer(time, "a duration")) }
      draft.addTask(label, durations, at: value.offset)
    }
    for value in try document.array(root["arcs"], "the arcs") ?? [] {
      var numbers: [Int] = []
      for element in try document.array(value, "an arc [before, after, volume]") ?? [] {
        numbers.append(try document.integer(element, "a number of an arc") ?? -1)
      }
      guard numbers.count == 3 else {
        throw document.error(
          "expected an arc of three numbers, [before, after, volume], found \(numbers.count)", at: value.offset)
      }
      draft.addArc(numbers[0], numbers[1], volume: numbers[2], at: value.offset)
    }
    let given = try document.string(root["name"], "the name")
    return try draft.graph(named: given ?? name, bytes, file: file)
  }

  /// A line a task and an arc.
  var jsonText: String {
    let count = processors.count
    var parts = [
      "\"format\":\(JSONText.string(Self.jsonFormat)),\"version\":1,\"name\":\(JSONText.string(name))",
      "\"processors\":[\n"
        + processors.map { "{\"name\":\(JSONText.string($0.name)),\"startUp\":\($0.startUp)}" }.joined(separator: ",\n")
        + "]",
    ]
    let isUnit = processors.allSatisfy { source in
      processors.allSatisfy { $0.id == source.id || bandwidth(from: source.id, to: $0.id) == .unit }
    }
    if !isUnit {
      let rows = (0..<count).map { source in
        let row = (0..<count).map { target -> String in
          if source == target { return "null" }
          let bandwidth = bandwidth(from: source, to: target)
          return bandwidth.ticks == 1 ? "\(bandwidth.volume)" : "[\(bandwidth.volume),\(bandwidth.ticks)]"
        }
        return JSONText.array(row)
      }
      parts.append("\"bandwidths\":[\n" + rows.joined(separator: ",\n") + "]")
    }
    let lines = tasks.map { task in
      "{\"name\":\(JSONText.string(task.name)),\"durations\":\(JSONText.array(task.durations.map(JSONText.number)))}"
    }
    parts.append("\"tasks\":[\n" + lines.joined(separator: ",\n") + "]")
    let pairs = arcs.map { "[\($0.before),\($0.after),\($0.volume)]" }
    parts.append("\"arcs\":[" + (pairs.isEmpty ? "" : "\n") + pairs.joined(separator: ",\n") + "]")
    return "{" + parts.joined(separator: ",\n") + "}\n"
  }
}

extension JSONDocument {
  /// A bandwidth: units a tick, or `[units, ticks]`; nil for null, no connection.
  fileprivate func bandwidth(_ value: Value) throws(InputError) -> TaskGraphScheduling.Bandwidth? {
    let limit = TaskGraphScheduling.maximumVolume
    var numbers: [Int?] = []
    switch value.content {
    case .null: return nil
    case .number(let number): numbers = [number, 1]
    case .array(let elements):
      for element in elements { numbers.append(try integer(element, "a number of a bandwidth")) }
    default: break
    }
    guard numbers.count == 2, let volume = numbers[0], let ticks = numbers[1], (1...limit).contains(volume),
      (1...limit).contains(ticks)
    else {
      throw error("expected a bandwidth, null or a number or [volume, ticks], from 1 to \(limit)", at: value.offset)
    }
    return TaskGraphScheduling.Bandwidth(volume: volume, ticks: ticks)
  }
}
