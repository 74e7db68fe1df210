/// The format `.fjs`, a line a job: the number of its operations, then for each operation the number of machines that can do it and
/// as many pairs of machine and duration.
///
/// The first line has the numbers of jobs and machines, and in most files the mean number of machines of an operation, which says
/// nothing new and may be wrong. Machines are counted from 1, in some collections from 0.
extension FlexibleJobShop {
  static func readChains(
    _ scanner: inout TextScanner, name: String, firstMachine: Int
  ) throws(InputError) -> FlexibleJobShop {
    let size = try scanner.shopSize()
    try scanner.skipMeanFlexibility()
    var draft = FlexibleDraft(machineCount: size.machines)
    draft.parts.jobLengths = []
    for job in 0..<size.jobs {
      guard scanner.skipToToken() else {
        throw scanner.error("the file ends after \(job) of \(size.jobs) jobs, expected a line for each")
      }
      let count = try scanner.integer("the number of operations of job \(job)", in: 1...Int(Int32.max))
      var operations: [[Mode]] = []
      for index in 0..<count {
        operations.append(
          try draft.readModes(&scanner, of: "\(OperationID(job: job, index: index))", firstMachine: firstMachine))
      }
      try scanner.expectLineEnd("\(count) operations of job \(job)")
      draft.parts.addJob(operations)
    }
    try scanner.expectFileEnd("\(size.jobs) jobs")
    return try draft.shop(named: name, scanner)
  }

  /// The instance in the format `.fjs`, with the mean number of machines of an operation to two places.
  ///
  /// - Parameter firstMachine: What machines are counted from, 1 or 0.
  /// - Throws: ``InputError`` unless ``hasChainsOnly``.
  func chainsText(firstMachine: Int, _ format: Format) throws(InputError) -> String {
    guard hasChainsOnly else {
      throw InputError(
        file: name, message: "has jobs that are no chains, which flexible-jobshop:\(format.rawValue) cannot express")
    }
    var text = "\(jobs.count) \(machineCount) \(Self.hundredths(modeCount, by: operationCount))\n"
    for job in jobs {
      let operations = job.operations.map { Self.modesText($0, firstMachine: firstMachine) }
      text += "\(job.operations.count) " + operations.joined(separator: " ") + "\n"
    }
    return text
  }

  /// The number of machines that can do an operation, then each with the duration.
  static func modesText(_ operation: Operation, firstMachine: Int) -> String {
    (["\(operation.modes.count)"] + operation.modes.map { "\($0.machine + firstMachine) \($0.duration)" })
      .joined(separator: " ")
  }

  /// The quotient of positive numbers, rounded to two places, as in `2.09`.
  private static func hundredths(_ dividend: Int, by divisor: Int) -> String {
    let rounded = (200 * dividend + divisor) / (2 * divisor)
    return "\(rounded / 100).\(rounded % 100 < 10 ? "0" : "")\(rounded % 100)"
  }
}

extension TextScanner {
  /// Moves over the third number of the first line, where there is one, to the end of the line.
  mutating func skipMeanFlexibility() throws(InputError) {
    guard !isAtLineEnd() else { return }
    skipToToken()
    guard let mean = Double(word), mean >= 0, mean.isFinite else {
      throw error(
        "expected the mean number of machines of an operation or the end of the line, found \(foundToken)")
    }
    skipToken()
    try expectLineEnd("the mean number of machines of an operation")
  }
}
