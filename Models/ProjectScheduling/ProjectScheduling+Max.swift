/// The format of ProGen/max, `.sch`: the number of tasks without the two dummies, the number of renewable resources and two zeros;
/// a line for each task, numbered from 0: its number, 1, the number of its successors, the successors, and for each of them in
/// brackets the lag from start to start; then a line for each task: its number, 1, its duration and its demands; then the
/// capacities.
extension ProjectScheduling {
  static func readMax(_ scanner: inout TextScanner, name: String) throws(InputError) -> ProjectScheduling {
    var draft = ProjectDraft()
    let count = try scanner.integer("the number of tasks without the dummies", in: 0...maximumTaskCount - 2) + 2
    let resources = try scanner.resourceCount("renewable resources")
    for kind in ["nonrenewable", "doubly constrained"] where !scanner.isAtLineEnd() {
      _ = try scanner.integer("the number of \(kind) resources, which must be none", in: 0...0)
    }
    try scanner.expectLineEnd("the numbers of tasks and resources")
    for task in 0..<count { try readLags(&scanner, of: task, count, to: &draft) }
    for task in 0..<count {
      try scanner.numberAndMode(task)
      try scanner.expectMore("the duration of task \(task)")
      let duration = try scanner.projectDuration("task \(task)")
      let offset = scanner.tokenStart
      var demands: [Int] = []
      for resource in 0..<resources {
        let what = "the demand of task \(task) for renewable resource \(resource)"
        try scanner.expectMore(what)
        demands.append(try scanner.integer(what, in: 0...maximumAmount))
      }
      try scanner.expectLineEnd("\(resources) demands of task \(task)")
      draft.add(Mode(duration: duration, renewables: demands), at: offset)
    }
    draft.parts.renewables = try scanner.amounts(resources) { "the capacity of renewable resource \($0)" }
    try scanner.expectFileEnd("\(resources) capacities")
    return try draft.project(named: name, scanner)
  }

  private static func readLags(
    _ scanner: inout TextScanner, of task: Int, _ count: Int, to draft: inout ProjectDraft
  ) throws(InputError) {
    try scanner.numberAndMode(task)
    try scanner.expectMore("the number of successors of task \(task)")
    let successors = try scanner.successorCount(of: task, count)
    var after: [(task: Int, offset: Int)] = []
    for position in 0..<successors {
      let what = "successor \(position) of task \(task), a task counted from 0"
      try scanner.expectMore(what)
      after.append((try scanner.integer(what, in: 0...count - 1), scanner.tokenStart))
    }
    for position in 0..<successors {
      let what = "the lag from task \(task) to its successor \(position), task \(after[position].task)"
      try scanner.expectMore(what)
      let lag = try scanner.bracketedInteger(what, in: -maximumHorizon...maximumHorizon)
      let precedence = Precedence(before: task, after: after[position].task, from: .start, lag: lag)
      draft.add(precedence, at: after[position].offset)
    }
    try scanner.expectLineEnd("\(successors) successors of task \(task) and their lags")
  }

  /// The instance in the format of ProGen/max. Lags from an end are written from the start, with the duration added.
  ///
  /// - Throws: ``InputError`` unless there are at least two tasks, every task has one mode, and there are neither nonrenewable
  ///   resources nor reservoirs.
  public func maxText() throws(InputError) -> String {
    try refuseUnlessSimple(in: .max)
    guard tasks.count >= 2 else {
      throw InputError(file: name, message: "has 1 task, rcpsp:max needs a first and a last one")
    }
    var outgoing: [[Precedence]] = Array(repeating: [], count: tasks.count)
    for precedence in precedences { outgoing[precedence.before].append(precedence) }
    var text = Self.line([tasks.count - 2, renewables.count, 0, 0])
    for (task, lags) in zip(tasks, outgoing) {
      let shown = lags.map { "[\($0.lag + ($0.source == .end ? task.modes[0].duration : 0))]" }
      let numbers = [task.id, 1, lags.count] + lags.map(\.after)
      text += (numbers.map(String.init) + shown).joined(separator: " ") + "\n"
    }
    for task in tasks { text += Self.line([task.id, 1, task.modes[0].duration] + task.modes[0].renewables) }
    return text + Self.line(renewables)
  }
}

extension TextScanner {
  /// The number of a task, counted from 0, and its only mode.
  fileprivate mutating func numberAndMode(_ task: Int) throws(InputError) {
    _ = try integer("the line of task \(task), beginning with its number", in: task...task)
    try expectMore("the number of modes of task \(task)")
    _ = try integer("the number of modes of task \(task), which must be 1", in: 1...1)
  }
}
