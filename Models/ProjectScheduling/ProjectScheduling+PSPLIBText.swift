extension ProjectScheduling {
  /// The instance in PSPLIB's format.
  ///
  /// The line of project information has the critical path as due date and MPM time, and no cost of tardiness.
  ///
  /// - Parameter format: `.psplib`, or `.mm` for several modes and nonrenewable resources.
  /// - Throws: ``InputError`` unless tasks wait for ends without lags and there are no reservoirs; for `.psplib` also unless every
  ///   task has one mode and there are no nonrenewable resources.
  public func psplibText(in format: Format = .psplib) throws(InputError) -> String {
    let successors = try plainSuccessors(in: format)
    let rule = String(repeating: "*", count: 72) + "\n"
    let path = criticalPath ?? 0
    let titles =
      renewables.indices.map { Self.right("R \($0 + 1)", 5) }
      + nonrenewables.indices.map { Self.right("N \($0 + 1)", 5) }
    var text = rule
    text += "file with basedata            : \(Self.printable(name))\ninitial value random generator: 0\n" + rule
    text += "projects                      :  1\njobs (incl. supersource/sink ):  \(tasks.count)\n"
    text += "horizon                       :  \(horizon)\nRESOURCES\n"
    text += "  - renewable                 :  \(renewables.count)   R\n"
    text += "  - nonrenewable              :  \(nonrenewables.count)   N\n"
    text += "  - doubly constrained        :  0   D\n" + rule
    text += "PROJECT INFORMATION:\npronr.  #jobs rel.date duedate tardcost  MPM-Time\n"
    text += Self.columns([(1, 5), (max(0, tasks.count - 2), 7), (0, 7), (path, 9), (0, 9), (path, 9)]) + rule
    text += "PRECEDENCE RELATIONS:\njobnr.    #modes  #successors   successors\n"
    for (task, after) in zip(tasks, successors) {
      text += Self.columns(
        [(task.id + 1, 4), (task.modes.count, 9), (after.count, 11)]
          + after.enumerated().map { ($1 + 1, $0 == 0 ? 12 : 4) })
    }
    text +=
      rule + "REQUESTS/DURATIONS:\njobnr. mode duration" + titles.joined() + "\n" + String(repeating: "-", count: 72)
      + "\n"
    for task in tasks {
      for (number, mode) in task.modes.enumerated() {
        let job = number == 0 ? Self.right("\(task.id + 1)", 3) : "   "
        let demands = (mode.renewables + mode.nonrenewables).enumerated().map { ($1, $0 == 0 ? 8 : 5) }
        text += job + Self.columns([(number + 1, 7), (mode.duration, 6)] + demands)
      }
    }
    text += rule + "RESOURCEAVAILABILITIES:\n" + titles.joined() + "\n"
    return text + Self.columns((renewables + nonrenewables).map { ($0, 5) }) + rule
  }

  /// Numbers on a line, each right-aligned in a column behind at least one blank.
  private static func columns(_ numbers: [(value: Int, width: Int)]) -> String {
    numbers.map { right("\($0.value)", $0.width) }.joined() + "\n"
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }

  /// A name may hold anything; a line may not end within it.
  private static func printable(_ name: String) -> String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
  }
}
