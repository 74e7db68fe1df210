/// What several formats of projects have in common.
extension TextScanner {
  mutating func taskCount(_ what: String = "the number of tasks") throws(InputError) -> Int {
    try integer(what, in: 1...ProjectScheduling.maximumTaskCount)
  }

  mutating func resourceCount(_ kind: String) throws(InputError) -> Int {
    try integer("the number of \(kind)", in: 0...ProjectScheduling.maximumResourceCount)
  }

  /// Capacities, demands or levels.
  mutating func amounts(_ count: Int, _ what: (Int) -> String) throws(InputError) -> [Int] {
    var amounts: [Int] = []
    for index in 0..<count { amounts.append(try integer(what(index), in: 0...ProjectScheduling.maximumAmount)) }
    return amounts
  }

  mutating func projectDuration(_ task: String) throws(InputError) -> Int {
    try integer("the duration of \(task)", in: 0...ProjectScheduling.maximumHorizon)
  }

  /// The number of a task's successors. A file may name one twice, but not more than there are pairs.
  mutating func successorCount(of task: Int, _ count: Int) throws(InputError) -> Int {
    try integer("the number of successors of task \(task)", in: 0...2 * count)
  }

  /// Successors as numbers counted from 1, each a precedence from the end of the task.
  mutating func addSuccessors(_ successors: Int, of task: Int, _ count: Int, to draft: inout ProjectDraft)
    throws(InputError)
  {
    for position in 0..<successors {
      let what = "successor \(position) of task \(task), a task counted from 1"
      let after = try integer(what, in: 1...count) - 1
      draft.add(.init(before: task, after: after), at: tokenStart)
    }
  }
}
