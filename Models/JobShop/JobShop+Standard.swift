/// The standard format: a line of jobs and machines, then a line a job of pairs of machine (from 0) and duration.
///
/// A job may have any number of operations, visit a machine several times, and end with the mark `-1 -1`; then all do.
/// If the numbers are exactly those of n jobs with m operations each, line breaks mean nothing, unless there is one line
/// of pairs a job, which are then taken as they stand.
extension JobShop {
  static func readStandard(_ scanner: inout TextScanner, name: String) throws(InputError) -> JobShop {
    let size = try scanner.shopSize()
    let isHeaderAlone = scanner.isAtLineEnd()
    let rest = scanner.remaining()
    let isFull = rest.tokens == 2 * size.jobs * size.machines
    let isLineEach = isHeaderAlone && rest.lines == size.jobs && rest.oddLines == 0
    var reader = StandardReader(scanner: scanner, jobCount: size.jobs, machineCount: size.machines)
    let jobs = isFull && !isLineEach ? try reader.stream() : try reader.lines()
    return try JobShop(name: name, machineCount: size.machines, jobs: jobs)
  }

  /// The instance in the standard format, with the mark `-1 -1` after each job unless ``isRectangular``.
  public var standardText: String {
    let mark = isRectangular ? "" : " -1 -1"
    var text = "\(jobs.count) \(machineCount)\n"
    for job in jobs {
      text += job.operations.map { "\($0.machine) \($0.duration)" }.joined(separator: " ") + mark + "\n"
    }
    return text
  }
}

/// Reads the jobs behind the header.
private struct StandardReader {
  typealias Step = (machine: Int, duration: Int)

  var scanner: TextScanner
  let jobCount: Int
  let machineCount: Int
  var total = 0

  init(scanner: TextScanner, jobCount: Int, machineCount: Int) {
    self.scanner = scanner
    self.jobCount = jobCount
    self.machineCount = machineCount
  }

  /// Jobs of `machineCount` operations, wherever the lines break.
  mutating func stream() throws(InputError) -> [[Step]] {
    var jobs: [[Step]] = []
    for job in 0..<jobCount {
      var steps: [Step] = []
      for index in 0..<machineCount { steps.append(try step(.init(job: job, index: index))) }
      jobs.append(steps)
    }
    return jobs
  }

  /// A job a line.
  mutating func lines() throws(InputError) -> [[Step]] {
    guard scanner.isAtLineEnd() else {
      scanner.skipToToken()
      throw scanner.error(
        "expected the end of the line after the numbers of jobs and machines, or \(machineCount) pairs for each of"
          + " \(jobCount) jobs, found \(scanner.foundToken)")
    }
    var jobs: [[Step]] = []
    var hasMarks = false
    while jobs.count < jobCount {
      guard scanner.skipToToken() else {
        throw scanner.error("the file ends after \(jobs.count) of \(jobCount) jobs, expected a line for each")
      }
      let (steps, isMarked) = try line(job: jobs.count)
      if jobs.isEmpty { hasMarks = isMarked }
      guard isMarked == hasMarks else {
        let expected = hasMarks ? "expected the mark -1 -1 at the end of" : "found the mark -1 -1 at the end of"
        throw scanner.error("\(expected) job \(jobs.count), it must end all jobs or none", at: scanner.index)
      }
      jobs.append(steps)
    }
    if scanner.skipToToken() {
      throw scanner.error("expected the end of the file after \(jobCount) jobs, found \(scanner.foundToken)")
    }
    if !hasMarks { try checkNotCutOff(jobs) }
    return jobs
  }

  /// The pairs up to the end of the line, and whether the mark `-1 -1` ends them.
  private mutating func line(job: Int) throws(InputError) -> ([Step], isMarked: Bool) {
    var steps: [Step] = []
    repeat {
      if scanner.peek() == UInt8(ascii: "-"), !steps.isEmpty, skipMark() { return (steps, true) }
      steps.append(try step(.init(job: job, index: steps.count), isOnOneLine: true))
    } while !scanner.isAtLineEnd()
    return (steps, false)
  }

  /// Moves over `-1 -1` if that is what ends the line here.
  private mutating func skipMark() -> Bool {
    var ahead = scanner
    guard (try? ahead.integer("", in: -1 ... -1)) != nil, !ahead.isAtLineEnd(),
      (try? ahead.integer("", in: -1 ... -1)) != nil, ahead.isAtLineEnd()
    else { return false }
    scanner = ahead
    return true
  }

  private mutating func step(_ id: JobShop.OperationID, isOnOneLine: Bool = false) throws(InputError) -> Step {
    let machine = try scanner.integer("the machine of \(id)", in: 0...machineCount - 1)
    if isOnOneLine, scanner.isAtLineEnd() {
      throw scanner.error("the line ends here, expected the duration of \(id)", at: scanner.index)
    }
    return (machine, try scanner.duration(of: id, total: &total))
  }

  /// Where all jobs but the last are complete and the file ends within its line, the rest has been lost.
  private func checkNotCutOff(_ jobs: [[Step]]) throws(InputError) {
    guard jobs.count > 1, let last = jobs.last, last.count < machineCount, scanner.bytes.last != UInt8(ascii: "\n"),
      jobs.dropLast().allSatisfy({ $0.count == machineCount })
    else { return }
    throw scanner.error(
      "the file ends within job \(jobs.count - 1), after \(last.count) of \(machineCount) operations; expected the rest,"
        + " or the end of the line")
  }
}
