/// OR-Library's files of earliness and tardiness around a common due date: the number of problems, then for each the number of jobs and
/// lines `p a b` with the weights of earliness and tardiness (Biskup and Feldmann, Computers & Operations Research 28, 2001).
///
/// Each problem has four due dates, ⌊h · Σp⌋ for h of 0.2, 0.4, 0.6 and 0.8, so a file of 10 problems holds 40 instances: #1 to #4 are the first
/// problem with its four due dates.
extension SingleMachine {
  static func readCommon(_ scanner: inout TextScanner, name: String) throws(InputError) -> [SingleMachine] {
    let problems = try scanner.integer("the number of problems", in: 1...maximumJobCount)
    var instances: [SingleMachine] = []
    for problem in 0..<problems {
      let count = try scanner.jobCount()
      var rows: [(job: Job, offset: Int)] = []
      var total = 0
      for job in 0..<count {
        let processing = try scanner.processingTime(job)
        let offset = scanner.tokenStart
        let earliness = try scanner.weight("earliness weight", job)
        let weight = try scanner.weight("tardiness weight", job)
        total += processing
        guard total <= maximumTime else {
          throw scanner.error(
            "job \(job) brings the sum of all times above \(maximumTime), the longest that is supported", at: offset)
        }
        rows.append((Job(processing: processing, due: 0, weight: weight, earlinessWeight: earliness), offset))
      }
      for fifths in 1...4 {
        var draft = SingleMachineDraft()
        for (job, offset) in rows {
          let due = total * fifths / 5
          let made = Job(
            processing: job.processing, due: due, weight: job.weight, earlinessWeight: job.earlinessWeight)
          try draft.add(made, at: offset, of: scanner)
        }
        instances.append(SingleMachine(draft, name: Self.name(name, 4 * problem + fifths, of: 4 * problems)))
      }
    }
    try scanner.expectFileEnd("the last job")
    return instances
  }

  func commonText() throws(InputError) -> String {
    // One problem is four instances, so a single one has no text of its own.
    throw cannotBeWritten(as: .common, because: "a problem of that format is four instances")
  }
}
