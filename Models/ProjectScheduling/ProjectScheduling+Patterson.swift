/// Patterson's format, `.rcp`: the numbers of tasks and renewable resources, the capacities, then for each task its duration,
/// its demands, the number of its successors and the successors, counted from 1.
///
/// Lines may be wrapped anywhere; but where there is exactly one line of numbers for each task, the lines count.
extension ProjectScheduling {
  static func readPatterson(_ scanner: inout TextScanner, name: String) throws(InputError) -> ProjectScheduling {
    var draft = ProjectDraft()
    let count = try scanner.taskCount()
    let resources = try scanner.resourceCount("renewable resources")
    draft.parts.renewables = try scanner.amounts(resources) { "the capacity of renewable resource \($0)" }
    let isLineEach = scanner.isAtLineEnd() && scanner.remaining().lines == count
    for task in 0..<count {
      let duration = try scanner.projectDuration("task \(task)")
      let offset = scanner.tokenStart
      if isLineEach { try scanner.expectWholeLine(task, numbers: resources + 1, count) }
      let demands = try scanner.amounts(resources) { "the demand of task \(task) for renewable resource \($0)" }
      draft.add(Mode(duration: duration, renewables: demands), at: offset)
      let successors = try scanner.successorCount(of: task, count)
      try scanner.addSuccessors(successors, of: task, count, to: &draft)
    }
    try scanner.expectFileEnd("\(count) tasks")
    return try draft.project(named: name, scanner)
  }

  /// The instance in Patterson's format.
  ///
  /// - Throws: ``InputError`` unless every task has one mode and waits for ends without lags, and there are neither
  ///   nonrenewable resources nor reservoirs.
  public func pattersonText() throws(InputError) -> String {
    let successors = try plainSuccessors(in: .patterson)
    var text = "\(tasks.count) \(renewables.count)\n" + Self.line(renewables)
    for (task, after) in zip(tasks, successors) {
      let mode = task.modes[0]
      text += Self.line([mode.duration] + mode.renewables + [after.count] + after.map { $0 + 1 })
    }
    return text
  }

  /// Numbers on a line.
  static func line(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: " ") + "\n" }
}

extension TextScanner {
  /// Where every task has a line of its own, that line holds as many numbers as it says.
  ///
  /// - Parameter numbers: how many there are from here to the number of successors, this one included.
  func expectWholeLine(_ task: Int, numbers: Int, _ count: Int) throws(InputError) {
    var copy = self
    for position in 0..<numbers {
      try copy.expectMore(
        position < numbers - 1 ? "all demands of task \(task)" : "the number of successors of task \(task)")
      if position < numbers - 1 {
        copy.skipToken()
      }
    }
    let successors = try copy.successorCount(of: task, count)
    let found = copy.tokensOnLine()
    guard found == successors else {
      throw copy.error(
        "task \(task) has \(successors) successors by this number, but \(found) numbers follow on the line")
    }
  }
}
