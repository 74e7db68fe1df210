/// Cicirello's files with setup times: keyed sections in the order `Process Times:`, `Weights:`, `Duedates:`, `Setup Times:`, the last with
/// lines `i j setup`, where *i* = −1 is the start (V. A. Cicirello, "Weighted tardiness scheduling with sequence-dependent setups: a benchmark
/// library", 2003).
extension SingleMachine {
  static func readSetup(_ scanner: inout TextScanner, name: String) throws(InputError) -> SingleMachine {
    try scanner.skip(toLine: "Problem Size:")
    let count = try scanner.jobCount()
    try scanner.skip(toLine: "Process Times:")
    var processing: [(time: Int, offset: Int)] = []
    for job in 0..<count { processing.append((try scanner.processingTime(job), scanner.tokenStart)) }
    try scanner.skip(toLine: "Weights:", isNext: true)
    var weights: [Int] = []
    for job in 0..<count { weights.append(try scanner.weight("weight", job)) }
    try scanner.skip(toLine: "Duedates:", isNext: true)
    var draft = SingleMachineDraft()
    for job in 0..<count {
      let made = Job(processing: processing[job].time, due: try scanner.dueDate(job), weight: weights[job])
      try draft.add(made, at: processing[job].offset, of: scanner)
    }
    try scanner.skip(toLine: "Setup Times:", isNext: true)
    var initial = [Int?](repeating: nil, count: count)
    var times = [Int?](repeating: nil, count: count * count)
    for job in 0..<count { times[job * count + job] = 0 }
    let begin = scanner.tokenStart
    while let byte = scanner.peek(), byte != UInt8(ascii: "E") {
      let from = try scanner.integer("the job before the setup, -1 for none", in: -1...count - 1)
      let offset = scanner.tokenStart
      let to = try scanner.integer("the job after the setup", in: 0...count - 1)
      let time = try scanner.integer("the setup time from \(from) to \(to)", in: SingleMachineDraft.times)
      guard from != to, from < 0 ? initial[to] == nil : times[from * count + to] == nil else {
        throw scanner.error("the setup from \(from) to \(to) is given twice, or from a job to itself", at: offset)
      }
      if from < 0 { initial[to] = time } else { times[from * count + to] = time }
    }
    guard !initial.contains(nil), !times.contains(nil) else {
      let missing = (initial + times).count { $0 == nil }
      throw scanner.error("\(missing) setup times are missing, expected one for each pair of jobs and each first job")
    }
    if let flaw = draft.add(Setups(initial: initial.map { $0 ?? 0 }, times: times.map { $0 ?? 0 })) {
      throw scanner.error(flaw, at: begin)
    }
    return SingleMachine(draft, name: name)
  }

  func setupText() throws(InputError) -> String {
    guard let setups, !hasEarliness, !hasReleases, jobs.allSatisfy({ $0.name == nil }) else {
      throw cannotBeWritten(as: .setup, because: "it has no setup times, or earliness weights, release dates or names")
    }
    var lines = ["Problem Size: \(jobs.count)", "Begin Problem Specification", "Process Times:"]
    lines += jobs.map { "\($0.processing)" } + ["Weights:"] + jobs.map { "\($0.weight)" }
    lines += ["Duedates:"] + jobs.map { "\($0.due)" } + ["Setup Times:"]
    for from in -1..<jobs.count {
      for to in jobs.indices where to != from {
        lines.append("\(from)\t\(to)\t\(setups.time(from: from < 0 ? nil : from, to: to))")
      }
    }
    return (lines + ["End Problem Specification"]).joined(separator: "\n") + "\n"
  }
}

extension TextScanner {
  /// Moves behind the two words of a heading such as `Process Times:` at the beginning of a line, or one word such as `Weights:`.
  ///
  /// - Parameter isNext: whether the heading must be what comes next.
  fileprivate mutating func skip(toLine heading: String, isNext: Bool = false) throws(InputError) {
    let words = heading.split(separator: " ")
    while skipToToken() {
      var line = self
      var isFound = true
      for expected in words {
        guard line.skipToToken(), line.word == expected else {
          isFound = false
          break
        }
        line.skipToken()
      }
      if isFound {
        self = line
        return
      }
      if isNext { break }
      skipLine()
    }
    throw error("expected '\(heading)', found \(foundToken)")
  }
}
