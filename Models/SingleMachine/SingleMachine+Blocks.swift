/// Blocks of a line `n optimum` and *n* lines `p d`, the form in which the instances of the scheme of Potts and Van Wassenhove with
/// their optima are kept.
extension SingleMachine {
  static func readBlocks(_ scanner: inout TextScanner, name: String) throws(InputError) -> [SingleMachine] {
    var drafts: [(draft: SingleMachineDraft, optimum: Int?)] = []
    while scanner.skipToToken() {
      let count = try scanner.jobCount()
      var optimum: Int?
      if !scanner.isAtLineEnd() { optimum = try scanner.integer("the optimum", in: 0...Int.max / 2) }
      try scanner.expectLineEnd("the number of jobs and the optimum")
      var draft = SingleMachineDraft()
      for job in 0..<count {
        let processing = try scanner.processingTime(job)
        let offset = scanner.tokenStart
        try scanner.expectMore("the due date of job \(job)")
        let due = try scanner.dueDate(job)
        try scanner.expectLineEnd("the due date of job \(job)")
        try draft.add(Job(processing: processing, due: due), at: offset, of: scanner)
      }
      drafts.append((draft, optimum))
    }
    return drafts.enumerated().map { index, block in
      SingleMachine(block.draft, name: Self.name(name, index + 1, of: drafts.count), statedOptimum: block.optimum)
    }
  }

  func blockText() throws(InputError) -> String {
    guard isUnweighted, !hasReleases, setups == nil, jobs.allSatisfy({ $0.name == nil }) else {
      throw cannotBeWritten(as: .blocks, because: "it has weights, release dates, setup times or names")
    }
    let lines = ["\(jobs.count)" + (statedOptimum.map { " \($0)" } ?? "")] + jobs.map { "\($0.processing) \($0.due)" }
    return lines.joined(separator: "\n") + "\n"
  }
}
