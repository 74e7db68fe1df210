/// A text of weights and delays, as the graphs of the fast Fourier transform and of Laplace's equation come in: the time of each task on a
/// line of its own, then the number of arcs, then a line an arc with two tasks, counted from 0, and the time that its data take between processors.
extension TaskGraphScheduling {
  /// The number of lines with one number before the first with more.
  private static func singles(_ start: TextScanner) -> Int {
    var scanner = start
    var count = 0
    while scanner.skipToToken(), scanner.tokensOnLine() == 1 {
      scanner.skipLine()
      count += 1
    }
    return count
  }

  /// Three numbers or more, each alone on a line, and then a line of three.
  ///
  /// Fewer are the head of jobs with a common due date; and one task has no arcs.
  static func looksLikeLaplace(_ start: TextScanner) -> Bool {
    var scanner = start
    let count = singles(scanner)
    guard count > 2 else { return false }
    for _ in 0..<count { guard (try? scanner.integer("", in: 0...Int.max)) != nil else { return false } }
    return scanner.skipToToken() && scanner.tokensOnLine() == 3
  }

  static func readLaplace(_ text: InstanceText) throws(InputError) -> TaskGraphScheduling {
    var scanner = try TextScanner(text.bytes, file: text.file)
    let count = singles(scanner) - 1
    guard count > 0 else {
      throw scanner.error(
        "expected the times of tasks and the number of arcs, each alone on a line, found \(scanner.foundToken)")
    }
    let processors = try text.processorCount()
    var draft = TaskGraphDraft()
    draft.addProcessors(processors)
    for task in 0..<count {
      let time = try scanner.integer("the time of task \(task)", in: 0...maximumHorizon)
      draft.addTask("task \(task)", Array(repeating: time, count: processors), at: scanner.tokenStart)
      try scanner.expectLineEnd("the time of task \(task)")
    }
    let arcs = try scanner.integer("the number of arcs", in: 0...Int(Int32.max))
    try scanner.expectLineEnd("the number of arcs")
    for arc in 0..<arcs {
      let before = try scanner.integer("the task that is waited for in arc \(arc)", in: 0...count - 1)
      let offset = scanner.tokenStart
      try scanner.expectMore("the task that waits in arc \(arc)")
      let after = try scanner.integer("the task that waits in arc \(arc)", in: 0...count - 1)
      try scanner.expectMore("the delay of arc \(arc)")
      let volume = try scanner.integer("the delay of arc \(arc)", in: 0...maximumVolume)
      try scanner.expectLineEnd("arc \(arc)")
      draft.addArc(before, after, volume: volume, at: offset)
    }
    try scanner.expectFileEnd("\(arcs) arcs")
    return try draft.graph(named: text.instanceName(processors: processors), text.bytes, file: text.file)
  }
}
