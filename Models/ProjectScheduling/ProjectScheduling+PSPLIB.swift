/// PSPLIB's format, `.sm` and `.mm`: a header with counts, then the sections "PRECEDENCE RELATIONS", "REQUESTS/DURATIONS" and
/// "RESOURCEAVAILABILITIES", a line for each task or mode, everything counted from 1.
///
/// Of the header only the numbers of projects, jobs and resources are read. In MMLIB's files the project's line is missing and
/// blanks are tabs, which makes no difference here.
extension ProjectScheduling {
  /// - Parameter isSingleMode: Whether several modes and nonrenewable resources are refused, as in `rcpsp:psplib`.
  static func readPSPLIB(
    _ scanner: inout TextScanner, name: String, isSingleMode: Bool
  ) throws(InputError) -> ProjectScheduling {
    let counts = try scanner.psplibHeader(isSingleMode: isSingleMode)
    var draft = ProjectDraft()
    let modes = try scanner.psplibSuccessors(counts.tasks, isSingleMode: isSingleMode, to: &draft)
    try scanner.psplibSection("REQUESTS/DURATIONS", after: "the successors of \(counts.tasks) tasks")
    try scanner.psplibTitle("jobnr.")
    for (task, count) in modes.enumerated() {
      for mode in 0..<count { try scanner.psplibMode(mode, of: task, counts, to: &draft) }
    }
    try scanner.psplibSection("RESOURCEAVAILABILITIES", after: "the modes of \(counts.tasks) tasks")
    try scanner.psplibTitle(nil)
    draft.parts.renewables = try scanner.amounts(counts.renewables) { "the capacity of renewable resource \($0)" }
    draft.parts.nonrenewables = try scanner.amounts(counts.nonrenewables) {
      "the capacity of nonrenewable resource \($0)"
    }
    try scanner.expectLineEnd("\(counts.renewables + counts.nonrenewables) capacities")
    scanner.skipRules()
    try scanner.expectFileEnd("the capacities")
    return try draft.project(named: name, scanner)
  }
}

/// What the header says.
private struct PSPLIBCounts {
  var tasks = 0
  var renewables = 0
  var nonrenewables = 0
}

extension TextScanner {
  /// Moves over lines that are drawn with `*` or `-`.
  fileprivate mutating func skipRules() {
    while skipToToken(), word.count > 1, word.allSatisfy({ $0 == "*" }) || word.allSatisfy({ $0 == "-" }) { skipLine() }
  }

  /// Reads up to the line "PRECEDENCE RELATIONS", and over it.
  fileprivate mutating func psplibHeader(isSingleMode: Bool) throws(InputError) -> PSPLIBCounts {
    var tasks: Int?
    var renewables: Int?
    var nonrenewables: Int?
    let most = ProjectScheduling.maximumResourceCount
    while skipToToken(), word.lowercased() != "precedence" {
      var key = word.lowercased()
      if key == "-" {
        skipToken()
        if !isAtLineEnd() { skipToToken() }
        key += word.lowercased()
      }
      switch key {
      case "projects": _ = try headerNumber("the number of projects, which must be 1", in: 1...1)
      case "jobs": tasks = try headerNumber("the number of jobs", in: 1...ProjectScheduling.maximumTaskCount)
      case "-renewable": renewables = try headerNumber("the number of renewable resources", in: 0...most)
      case "-nonrenewable":
        let hint = isSingleMode ? ", none in rcpsp:psplib but allowed in rcpsp:mm" : ""
        nonrenewables = try headerNumber(
          "the number of nonrenewable resources\(hint)", in: 0...(isSingleMode ? 0 : most))
      case "-doubly":
        _ = try headerNumber("the number of doubly constrained resources, which must be none", in: 0...0)
      default: break
      }
      skipLine()
    }
    guard skipToToken() else {
      throw error("the file ends here, expected the section 'PRECEDENCE RELATIONS' of PSPLIB's format")
    }
    for (value, line) in [(tasks, "jobs"), (renewables, "- renewable"), (nonrenewables, "- nonrenewable")]
    where value == nil {
      throw error("expected a line '\(line) ... : NUMBER' before the section '\(word)'")
    }
    skipLine()
    return PSPLIBCounts(tasks: tasks ?? 0, renewables: renewables ?? 0, nonrenewables: nonrenewables ?? 0)
  }

  /// The number behind the colon on this line.
  private mutating func headerNumber(_ what: String, in range: ClosedRange<Int>) throws(InputError) -> Int {
    while !isAtLineEnd() {
      skipToToken()
      skipToken()
      guard bytes[index - 1] == UInt8(ascii: ":") else { continue }
      try expectMore(what)
      return try integer(what, in: range)
    }
    throw error("the line ends here, expected ':' and \(what)", at: index)
  }

  /// Moves over rules and the heading of a section.
  fileprivate mutating func psplibSection(_ heading: String, after what: String) throws(InputError) {
    skipRules()
    skipToToken()
    var line = self
    line.skipLine()
    // MMLIB writes "RESOURCE AVAILABILITIES", as two words.
    let letters = bytes[index..<line.index].filter { $0 > UInt8(ascii: " ") }
    guard String(decoding: letters, as: UTF8.self).uppercased().hasPrefix(heading) else {
      throw error("expected the section '\(heading)' after \(what), found \(foundToken)")
    }
    skipLine()
  }

  /// Moves over the line with the titles of the columns and a rule; without `first`, the line may be missing.
  fileprivate mutating func psplibTitle(_ first: String?) throws(InputError) {
    guard skipToToken() else { return }
    if let first, word.lowercased() != first {
      throw error("expected the line of titles that begins with '\(first)', found \(foundToken)")
    }
    let isTitle = UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[index] | 0x20
    if isTitle { skipLine() }
    skipRules()
  }

  /// Reads the section of the successors; returns the number of modes of each task.
  fileprivate mutating func psplibSuccessors(
    _ count: Int, isSingleMode: Bool, to draft: inout ProjectDraft
  ) throws(InputError) -> [Int] {
    try psplibTitle("jobnr.")
    var modes: [Int] = []
    for task in 0..<count {
      _ = try integer("the line of task \(task), beginning with its number counted from 1", in: task + 1...task + 1)
      try expectMore("the number of modes of task \(task)")
      let hint = isSingleMode ? ", 1 in rcpsp:psplib, more in rcpsp:mm" : ""
      modes.append(
        try integer("the number of modes of task \(task)\(hint)", in: 1...(isSingleMode ? 1 : Int(Int16.max))))
      try expectMore("the number of successors of task \(task)")
      let successors = try successorCount(of: task, count)
      let found = tokensOnLine()
      guard found == successors else {
        throw error("task \(task) has \(successors) successors by this number, but \(found) numbers follow on the line")
      }
      try addSuccessors(successors, of: task, count, to: &draft)
    }
    return modes
  }

  /// Reads the line of a mode; only the first of a task begins with the task's number.
  fileprivate mutating func psplibMode(
    _ mode: Int, of task: Int, _ counts: PSPLIBCounts, to draft: inout ProjectDraft
  ) throws(InputError) {
    let name = "task \(task), mode \(mode)"
    let demands = counts.renewables + counts.nonrenewables
    skipToToken()
    if mode == 0 || tokensOnLine() == demands + 3 {
      _ = try integer("the line of task \(task), beginning with its number counted from 1", in: task + 1...task + 1)
    }
    _ = try integer("the number of \(name), counted from 1", in: mode + 1...mode + 1)
    try expectMore("the duration of \(name)")
    let duration = try projectDuration(name)
    let offset = tokenStart
    guard tokensOnLine() == demands else {
      let found = tokensOnLine()
      throw error("expected \(demands) demands of \(name) behind its duration, found \(found) on the line")
    }
    let renewables = try amounts(counts.renewables) { "the demand of \(name) for renewable resource \($0)" }
    let nonrenewables = try amounts(counts.nonrenewables) { "the demand of \(name) for nonrenewable resource \($0)" }
    draft.add(
      .init(duration: duration, renewables: renewables, nonrenewables: nonrenewables), toNewTask: mode == 0, at: offset)
  }
}
