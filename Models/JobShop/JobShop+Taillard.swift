/// Taillard's format: a heading, jobs and machines (seeds and bounds may follow on the line), then the durations, a row a
/// job, then the machines, from 1, a row a job. The headings `Times` and `Machines` may be left out together. A file may
/// hold several instances, each with its heading.
extension JobShop {
  static func readTaillard(_ scanner: inout TextScanner, name: String) throws(InputError) -> [JobShop] {
    var shops: [JobShop] = []
    repeat {
      shops.append(try readOneTaillard(&scanner, name: name))
      if scanner.skipToToken(), !isTaillardHeading(scanner) {
        throw scanner.error(
          "expected the end of the file or the heading of another instance, found \(scanner.foundToken)")
      }
    } while scanner.skipToToken()
    guard shops.count > 1 else { return shops }
    return shops.enumerated().map { JobShop(copying: $1, name: "\(name)#\($0 + 1)") }
  }

  private static func readOneTaillard(_ scanner: inout TextScanner, name: String) throws(InputError) -> JobShop {
    while scanner.skipToToken(), isTaillardHeading(scanner) { scanner.skipLine() }
    let size = try scanner.shopSize()
    while !scanner.isAtLineEnd() { _ = try scanner.integer("a seed or a bound", in: -Int.max...Int.max) }

    let hasHeadings = try skipHeading(&scanner, "Times")
    var total = 0
    var durations: [[Int]] = []
    for job in 0..<size.jobs {
      var row: [Int] = []
      for index in 0..<size.machines {
        row.append(try scanner.duration(of: OperationID(job: job, index: index), total: &total))
      }
      durations.append(row)
    }

    if try !skipHeading(&scanner, "Machines"), hasHeadings {
      throw scanner.error("expected the heading 'Machines' after all durations, found \(scanner.foundToken)")
    }
    var jobs: [[(machine: Int, duration: Int)]] = []
    for (job, row) in durations.enumerated() {
      var steps: [(machine: Int, duration: Int)] = []
      for (index, duration) in row.enumerated() {
        let id = OperationID(job: job, index: index)
        let machine = try scanner.integer("the machine of \(id), counted from 1", in: 1...size.machines)
        steps.append((machine - 1, duration))
      }
      jobs.append(steps)
    }
    return try JobShop(name: name, machineCount: size.machines, jobs: jobs)
  }

  /// Moves over the heading if a word is next; returns false at a number.
  private static func skipHeading(_ scanner: inout TextScanner, _ heading: String) throws(InputError) -> Bool {
    guard let first = scanner.peek(), isLetter(first) else { return false }
    guard scanner.word.lowercased() == heading.lowercased() else {
      throw scanner.error("expected the heading '\(heading)' or a number, found \(scanner.foundToken)")
    }
    scanner.skipToken()
    return true
  }

  /// Whether the next token begins the line "Nb of jobs, Nb of Machines, ...".
  private static func isTaillardHeading(_ scanner: TextScanner) -> Bool {
    ["nb", "number"].contains(scanner.word.lowercased())
  }

  /// The instance in Taillard's format.
  ///
  /// - Throws: ``InputError`` unless ``isRectangular``.
  public func taillardText() throws(InputError) -> String {
    if let job = jobs.first(where: { $0.operations.count != machineCount }) {
      let message = "job \(job.id) has \(job.operations.count) operations, Taillard's format needs \(machineCount)"
      throw InputError(file: name, message: message)
    }
    func rows(_ number: (Operation) -> Int) -> String {
      jobs.map { $0.operations.map { String(number($0)) }.joined(separator: " ") + "\n" }.joined()
    }
    return "Nb of jobs, Nb of Machines\n\(jobs.count) \(machineCount)\n"
      + "Times\n" + rows(\.duration) + "Machines\n" + rows { $0.machine + 1 }
  }
}
