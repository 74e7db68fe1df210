extension FlexibleJobShop {
  /// The most pairs of an operation and a machine that are generated.
  private static let maximumGenerated = 10_000_000

  /// Generates a shop as S. Li, W. Ouyang, Y. Ma, C. Wu do, *Learning-guided rolling horizon optimization for long-horizon flexible
  /// job-shop scheduling*, ICLR 2025: every job has the same number of operations; the number of machines that can do an operation is
  /// uniform from 1 to all, which ones is, too; a duration is drawn for each operation and machine apart, uniform in 1...99.
  ///
  /// The distribution is theirs, the random numbers are not: none of their instances comes out.
  ///
  /// - Parameters:
  ///   - jobs: The number of jobs.
  ///   - operations: The number of operations of each job.
  ///   - machines: The number of machines.
  ///   - alternatives: The numbers of machines for an operation, all equally likely; nil for 1 to all.
  ///   - durations: The durations that are drawn from, all equally likely.
  ///   - seed: Any number; the same one gives the same instance on every machine.
  ///   - name: The instance's name; nil makes it of the other parameters, `flexible-20x30x10-s1`.
  /// - Throws: ``InputError`` if a number is out of range or the shop too large.
  public static func random(
    jobs: Int, operations: Int, machines: Int, alternatives: ClosedRange<Int>? = nil,
    durations: ClosedRange<Int> = 1...99, seed: UInt64, name: String? = nil
  ) throws(InputError) -> FlexibleJobShop {
    let name = name ?? "flexible-\(jobs)x\(operations)x\(machines)-s\(seed)"
    func check(_ value: Int, _ what: String, _ range: ClosedRange<Int>) throws(InputError) {
      guard !range.contains(value) else { return }
      let message = "\(what) is \(value), expected \(range.lowerBound) to \(range.upperBound)"
      throw InputError(file: name, message: message)
    }
    try check(machines, "the number of machines", 1...100_000)
    try check(operations, "the number of operations of a job", 1...maximumGenerated / machines)
    try check(jobs, "the number of jobs", 1...max(1, maximumGenerated / machines / operations))
    let alternatives = alternatives ?? 1...machines
    try check(alternatives.lowerBound, "the least number of machines for an operation", 1...machines)
    try check(alternatives.upperBound, "the greatest number of machines for an operation", 1...machines)
    try check(durations.lowerBound, "the least duration", 0...maximumTotalDuration)
    try check(durations.upperBound, "the greatest duration", 0...maximumTotalDuration)

    let seeds = TaillardRandom.seeds(from: seed, count: 3)
    var counts = TaillardRandom(seed: seeds[0])
    var choices = TaillardRandom(seed: seeds[1])
    var times = TaillardRandom(seed: seeds[2])
    var order = Array(0..<machines)
    var made: [[[Mode]]] = []
    for _ in 0..<jobs {
      var job: [[Mode]] = []
      for _ in 0..<operations {
        let count = counts.unif(alternatives.lowerBound, alternatives.upperBound)
        for position in 0..<count { order.swapAt(position, choices.unif(position, machines - 1)) }
        job.append(
          order[..<count].sorted().map {
            Mode(machine: $0, duration: times.unif(durations.lowerBound, durations.upperBound))
          })
      }
      made.append(job)
    }
    return try FlexibleJobShop(name: name, machineCount: machines, jobs: made)
  }
}
