/// OR-Library's files of weighted tardiness: for each instance *n* processing times, *n* weights and *n* due dates, however wrapped.
///
/// The files say nowhere how many jobs an instance has, but hold 125 each (Potts and Van Wassenhove, 1991). A file of one instance
/// has its number of jobs in front, as the later ones of Geiger do.
extension SingleMachine {
  /// The instances of a file without the number of jobs.
  private static let instancesPerFile = 125

  /// How many instances of how many jobs a text of so many numbers holds.
  static func orLibraryShape(_ scanner: TextScanner) -> (instances: Int, jobs: Int, hasCount: Bool)? {
    let tokens = scanner.remaining().tokens
    var first = scanner
    if let count = try? first.jobCount(), tokens == 3 * count + 1 { return (1, count, true) }
    guard tokens > 0, tokens % (3 * instancesPerFile) == 0 else { return nil }
    return (instancesPerFile, tokens / (3 * instancesPerFile), false)
  }

  static func readORLibrary(_ scanner: inout TextScanner, name: String) throws(InputError) -> [SingleMachine] {
    guard let shape = orLibraryShape(scanner) else {
      let tokens = scanner.remaining().tokens
      throw scanner.error(
        "the file holds \(tokens) numbers, expected n and then 3 n of them for one instance of n jobs, or 375 n for 125"
      )
    }
    if shape.hasCount { _ = try scanner.jobCount() }
    var instances: [SingleMachine] = []
    for number in 1...shape.instances {
      var processing: [(time: Int, offset: Int)] = []
      for job in 0..<shape.jobs { processing.append((try scanner.processingTime(job), scanner.tokenStart)) }
      var weights: [Int] = []
      for job in 0..<shape.jobs { weights.append(try scanner.weight("weight", job)) }
      var draft = SingleMachineDraft()
      for job in 0..<shape.jobs {
        let made = Job(processing: processing[job].time, due: try scanner.dueDate(job), weight: weights[job])
        try draft.add(made, at: processing[job].offset, of: scanner)
      }
      instances.append(SingleMachine(draft, name: Self.name(name, number, of: shape.instances)))
    }
    try scanner.expectFileEnd("the last due date")
    return instances
  }

  func orLibraryText(isWeighted: Bool) throws(InputError) -> String {
    guard !hasEarliness, !hasReleases, setups == nil, jobs.allSatisfy({ $0.name == nil }) else {
      throw cannotBeWritten(as: .orlib, because: "it has earliness weights, release dates, setup times or names")
    }
    guard isWeighted || isUnweighted else { throw cannotBeWritten(as: .unweighted, because: "it has weights") }
    let rows = [jobs.map(\.processing), jobs.map(\.weight), jobs.map(\.due)]
    return "\(jobs.count)\n" + rows.map { $0.map(String.init).joined(separator: " ") + "\n" }.joined()
  }
}
