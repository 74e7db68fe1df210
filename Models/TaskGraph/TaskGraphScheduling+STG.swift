/// The format of the Standard Task Graph set (Waseda University): the number of tasks, then a line a task with its number, its time, the number of
/// tasks that it waits for and these. Two dummies, the first and the last, are counted in some files and not in others; they are tasks like all.
extension TaskGraphScheduling {
  /// A number alone on the first line, then a line of three or more numbers that begins with 0.
  static func looksLikeSTG(_ start: TextScanner) -> Bool {
    var scanner = start
    guard (try? scanner.integer("", in: 1...Int(Int32.max))) != nil, scanner.isAtLineEnd(), scanner.skipToToken() else {
      return false
    }
    return scanner.tokensOnLine() >= 3 && (try? scanner.integer("", in: 0...0)) != nil
  }

  static func readSTG(_ text: InstanceText) throws(InputError) -> TaskGraphScheduling {
    var scanner = try TextScanner(text.bytes, file: text.file)
    let count = try scanner.integer("the number of tasks", in: 1...Int(Int32.max))
    try scanner.expectLineEnd("the number of tasks")
    let processors = try text.processorCount()
    var draft = TaskGraphDraft()
    draft.addProcessors(processors)
    var number = 0
    while scanner.skipToToken() {
      guard number < count + 2 else {
        throw scanner.error("expected \(count) tasks or two more, the dummies, found another line")
      }
      _ = try scanner.integer("the number of task \(number)", in: number...number)
      let offset = scanner.tokenStart
      try scanner.expectMore("the time of task \(number)")
      let time = try scanner.integer("the time of task \(number)", in: 0...maximumHorizon)
      try scanner.expectMore("the number of tasks that task \(number) waits for")
      let waits = try scanner.integer("the number of tasks that task \(number) waits for", in: 0...count + 1)
      draft.addTask("task \(number)", Array(repeating: time, count: processors), at: offset)
      for index in 0..<waits {
        try scanner.expectMore("task \(index + 1) of \(waits) that task \(number) waits for")
        let before = try scanner.integer("a task that task \(number) waits for", in: 0...count + 1)
        draft.addArc(before, number, volume: 0, at: scanner.tokenStart)
      }
      try scanner.expectLineEnd("the tasks that task \(number) waits for")
      number += 1
    }
    guard number == count || number == count + 2 else {
      throw scanner.error("the file ends after \(number) tasks, expected \(count) or two more, the dummies")
    }
    return try draft.graph(named: text.instanceName(processors: processors), text.bytes, file: text.file)
  }

  /// All tasks, with dummies or without, are counted in the first line.
  var stgText: String {
    var before: [[Int]] = Array(repeating: [], count: tasks.count)
    for arc in arcs { before[arc.after].append(arc.before) }
    var text = "\(tasks.count)\n"
    for task in tasks {
      let numbers = [task.id, task.shortest, before[task.id].count] + before[task.id]
      text += numbers.map { "\($0)" }.joined(separator: " ") + "\n"
    }
    return text
  }
}
