/// The texts of the simulators DS3 and SoCRATES: a job, which is a task graph, and a platform, a system on a chip; here one behind the other, in either
/// order, in one text. `DS3Text` reads the lines, this makes a task graph of them.
///
/// A resource of capacity *c* is *c* processors. Data go directly where a positive bandwidth is given, in either direction, and otherwise through the
/// memory, written and then read. Tasks are matched with what resources can do by name. Deadlines, frequencies and power are not used.
extension TaskGraphScheduling {
  static func readDS3(_ bytes: [UInt8], file: String, name: String) throws(InputError) -> TaskGraphScheduling {
    var scanner = try TextScanner(bytes, file: file)
    let text = try DS3Text(&scanner)
    var draft = TaskGraphDraft()
    /// The resource of every processor.
    var resourceOf: [Int] = []
    for (position, resource) in text.resources.enumerated() where !resource.isMemory {
      for core in 0..<resource.capacity {
        draft.addProcessor(resource.capacity == 1 ? resource.name : "\(resource.name).\(core)", at: resource.offset)
        resourceOf.append(position)
      }
    }
    guard !resourceOf.isEmpty else {
      throw InputError(file: file, message: "no platform, expected its text behind that of the job (add_new_resource)")
    }
    guard resourceOf.count <= maximumProcessorCount else {
      throw InputError(
        file: file, message: "\(resourceOf.count) processors, expected 1 to \(maximumProcessorCount)")
    }
    guard !text.tasks.isEmpty else {
      throw InputError(file: file, message: "no job, expected its text before that of the platform (add_new_tasks)")
    }
    draft.parts.bandwidths = resourceOf.enumerated().map { source, from in
      resourceOf.enumerated().map { target, to in
        source == target ? .unit : text.bandwidth(from: text.resources[from].id, to: text.resources[to].id)
      }
    }
    for task in text.tasks {
      draft.addTask(task.name, resourceOf.map { text.resources[$0].times[task.name] }, at: task.offset)
    }
    for (number, task) in text.tasks.enumerated() {
      for before in task.waitsFor {
        guard text.tasks.indices.contains(before) else {
          throw scanner.error(
            "task \(number) waits for task \(before), expected 0 to \(text.tasks.count - 1)", at: task.offset)
        }
        draft.addArc(
          before, number, volume: text.volumes[DS3Text.Pair(from: before, to: number)]?.amount ?? 0, at: task.offset)
      }
    }
    let arcs = Set(draft.parts.arcs.map { DS3Text.Pair(from: $0.before, to: $0.after) })
    for (pair, volume) in text.volumes.sorted(by: { $0.value.offset < $1.value.offset }) where !arcs.contains(pair) {
      throw scanner.error(
        "a volume from task \(pair.from) to task \(pair.to), but task \(pair.to) does not wait for it",
        at: volume.offset)
    }
    return try draft.graph(named: name, bytes, file: file)
  }
}

/// The lines of DS3's and SoCRATES's texts, by what they say.
private struct DS3Text {
  struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  struct Task {
    let name: String
    let waitsFor: [Int]
    let offset: Int
  }

  struct Resource {
    let name: String
    let id: Int
    let capacity: Int
    let isMemory: Bool
    let offset: Int
    /// What it can do, by the names of tasks.
    var times: [String: Int] = [:]
  }

  private(set) var tasks: [Task] = []
  private(set) var resources: [Resource] = []
  private(set) var volumes: [Pair: (amount: Int, offset: Int)] = [:]
  private var bands: [Pair: Int] = [:]
  private var expectedTasks = 0

  /// Key words of lines that say nothing that is used here.
  private static let unused: Set<String> = [
    "job_name", "opp", "trip_freq", "DTPM_trip_freq", "power_profile", "PG_profile", "mesh_information",
    "comm_band_self",
  ]

  init(_ scanner: inout TextScanner) throws(InputError) {
    while scanner.skipToToken() {
      let start = scanner.tokenStart
      switch scanner.word {
      case "add_new_tasks":
        guard tasks.isEmpty, expectedTasks == 0 else {
          throw scanner.error("a second job begins, expected one job in a text")
        }
        scanner.skipToken()
        try scanner.expectMore("the number of tasks")
        expectedTasks = try scanner.integer("the number of tasks", in: 1...Int(Int32.max))
        try scanner.expectLineEnd("the number of tasks")
      case "add_new_resource":
        scanner.skipToken()
        try readResource(&scanner)
      case "comm_vol":
        scanner.skipToken()
        let (pair, amount) = try readPair(&scanner, "task", "volume", TaskGraphScheduling.maximumVolume)
        guard volumes.updateValue((amount, start), forKey: pair) == nil else {
          throw scanner.error("the volume from task \(pair.from) to task \(pair.to) is there twice", at: start)
        }
      case "comm_band":
        scanner.skipToken()
        let (pair, amount) = try readPair(&scanner, "resource", "bandwidth", 1_000_000)
        bands[pair] = amount
      case let word where Self.unused.contains(word): scanner.skipLine()
      default: try readNamed(&scanner)
      }
    }
    guard tasks.count == expectedTasks else {
      throw scanner.error("the text has \(tasks.count) tasks, expected the \(expectedTasks) that it announces")
    }
  }

  /// The bandwidth between two resources, or two processors of one; nil where data have no way.
  func bandwidth(from source: Int, to target: Int) -> TaskGraphScheduling.Bandwidth? {
    func band(_ a: Int, _ b: Int) -> Int? {
      let found = bands[Pair(from: a, to: b)] ?? bands[Pair(from: b, to: a)]
      return found.flatMap { $0 > 0 ? $0 : nil }
    }
    if let direct = band(source, target) { return TaskGraphScheduling.Bandwidth(volume: direct) }
    guard let memory = resources.first(where: \.isMemory)?.id, let write = band(source, memory),
      let read = band(memory, target)
    else { return nil }
    return TaskGraphScheduling.Bandwidth(volume: write * read, ticks: write + read)
  }

  /// Two numbers and an amount.
  private func readPair(
    _ scanner: inout TextScanner, _ kind: String, _ what: String, _ most: Int
  ) throws(InputError) -> (Pair, Int) {
    try scanner.expectMore("the \(kind) that sends")
    let from = try scanner.integer("the \(kind) that sends", in: 0...Int(Int32.max))
    try scanner.expectMore("the \(kind) that receives")
    let to = try scanner.integer("the \(kind) that receives", in: 0...Int(Int32.max))
    try scanner.expectMore("the \(what) from \(kind) \(from) to \(kind) \(to)")
    let amount = try scanner.integer("the \(what) from \(kind) \(from) to \(kind) \(to)", in: 0...most)
    try scanner.expectLineEnd("the \(what)")
    return (Pair(from: from, to: to), amount)
  }

  /// A resource, with key words as DS3 writes it or without as SoCRATES does.
  private mutating func readResource(_ scanner: inout TextScanner) throws(InputError) {
    let offset = scanner.tokenStart
    func word(_ what: String, after key: String) throws(InputError) -> String {
      try scanner.expectMore(what)
      scanner.skipToToken()
      var found = scanner.word
      scanner.skipToken()
      // DS3's own files spell one of the key words in two ways.
      if found == key || found == "resoruce_type" && key == "resource_type" {
        try scanner.expectMore(what)
        scanner.skipToToken()
        found = scanner.word
        scanner.skipToken()
      }
      return found
    }
    func number(_ what: String, after key: String, in range: ClosedRange<Int>) throws(InputError) -> Int {
      try scanner.expectMore(what)
      scanner.skipToToken()
      if scanner.word == key {
        scanner.skipToken()
        try scanner.expectMore(what)
      }
      return try scanner.integer(what, in: range)
    }
    let type = try word("the type of the resource", after: "resource_type")
    let name = try word("the name of the resource", after: "resource_name")
    let id = try number("the number of the resource", after: "resource_ID", in: 0...Int(Int32.max))
    if resources.contains(where: { $0.id == id }) {
      throw scanner.error("the resource \(id) is there twice, expected it once")
    }
    let capacity = try number(
      "the capacity of the resource", after: "capacity", in: 1...TaskGraphScheduling.maximumProcessorCount)
    scanner.skipLine()
    let isMemory = type == "MEM" || type == "CAC"
    resources.append(Resource(name: name, id: id, capacity: capacity, isMemory: isMemory, offset: offset))
  }

  /// A line that begins with a name: a task, something about one, or what a resource can do.
  private mutating func readNamed(_ scanner: inout TextScanner) throws(InputError) {
    let offset = scanner.tokenStart
    let name = scanner.word
    scanner.skipToken()
    try scanner.expectMore("a number or a word behind \(InputError.quoted(Array(name.utf8)[...]))")
    if !resources.isEmpty, tasks.count == expectedTasks {
      let time = try scanner.integer(
        "the time of \(InputError.quoted(Array(name.utf8)[...]))", in: 0...TaskGraphScheduling.maximumHorizon)
      resources[resources.count - 1].times[name] = time
      scanner.skipLine()
      return
    }
    scanner.skipToToken()
    switch scanner.word {
    case "HEAD", "TAIL": scanner.skipLine()
    case "earliest_start":
      scanner.skipToken()
      try scanner.expectMore("the earliest start")
      let start = try scanner.integer("the earliest start", in: 0...Int.max)
      guard start == 0 else {
        throw scanner.error("an earliest start of \(start), expected 0: others are not supported")
      }
      scanner.skipLine()
    default:
      guard tasks.count < expectedTasks else {
        throw scanner.error("another task than the \(expectedTasks) that are announced by add_new_tasks", at: offset)
      }
      _ = try scanner.integer("the number of the task", in: tasks.count...tasks.count)
      var waitsFor: [Int] = []
      while !scanner.isAtLineEnd() {
        waitsFor.append(try scanner.integer("a task that is waited for", in: 0...Int(Int32.max)))
      }
      tasks.append(Task(name: name, waitsFor: waitsFor, offset: offset))
    }
  }
}
