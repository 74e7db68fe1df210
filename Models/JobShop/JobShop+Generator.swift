extension JobShop {
  /// Generates an instance as É. Taillard does: durations uniform in 1...99, every job on every machine once, in an order
  /// shuffled uniformly.
  ///
  /// The same seeds give the same instance as in *Benchmarks for basic scheduling problems*, European Journal of
  /// Operational Research 64 (1993), 278–285.
  ///
  /// - Parameters:
  ///   - jobs: The number of jobs.
  ///   - machines: The number of machines.
  ///   - timeSeed: The seed of the durations, one of ``TaillardRandom/seeds``.
  ///   - machineSeed: The seed of the machine orders, likewise.
  ///   - name: The instance's name.
  /// - Throws: ``InputError`` if a number is out of range or the shop too large.
  public static func taillard(
    jobs: Int, machines: Int, timeSeed: Int, machineSeed: Int, name: String
  ) throws(InputError) -> JobShop {
    try generate(
      jobs: jobs, machines: machines, timeSeed: timeSeed, machineSeed: machineSeed, durations: 1...99, name: name)
  }

  /// Generates an instance in Taillard's style, with both of his seeds derived from one.
  ///
  /// - Parameters:
  ///   - jobs: The number of jobs.
  ///   - machines: The number of machines.
  ///   - seed: Any number; the same one gives the same instance on every machine.
  ///   - durations: The durations that are drawn from, all equally likely.
  ///   - name: The instance's name; nil makes it of the other parameters, `jobshop-10x5-s1`.
  /// - Throws: ``InputError`` if a number is out of range or the shop too large.
  public static func random(
    jobs: Int, machines: Int, seed: UInt64, durations: ClosedRange<Int> = 1...99, name: String? = nil
  ) throws(InputError) -> JobShop {
    let seeds = TaillardRandom.seeds(from: seed, count: 2)
    return try generate(
      jobs: jobs, machines: machines, timeSeed: seeds[0], machineSeed: seeds[1], durations: durations,
      name: name ?? "jobshop-\(jobs)x\(machines)-s\(seed)")
  }

  /// The most operations that are generated.
  private static let maximumGenerated = 10_000_000

  private static func generate(
    jobs: Int, machines: Int, timeSeed: Int, machineSeed: Int, durations: ClosedRange<Int>, name: String
  ) throws(InputError) -> JobShop {
    func check(_ value: Int, _ what: String, _ range: ClosedRange<Int>) throws(InputError) {
      guard !range.contains(value) else { return }
      let message = "\(what) is \(value), expected \(range.lowerBound) to \(range.upperBound)"
      throw InputError(file: name, message: message)
    }
    try check(machines, "the number of machines", 1...maximumMachineCount)
    try check(jobs, "the number of jobs", 1...maximumGenerated / machines)
    try check(timeSeed, "the time seed", TaillardRandom.seeds)
    try check(machineSeed, "the machine seed", TaillardRandom.seeds)
    try check(durations.lowerBound, "the least duration", 0...maximumTotalDuration)
    try check(durations.upperBound, "the greatest duration", 0...maximumTotalDuration)

    var times = TaillardRandom(seed: timeSeed)
    var orders = TaillardRandom(seed: machineSeed)
    var steps: [[(machine: Int, duration: Int)]] = []
    for _ in 0..<jobs {
      var order = Array(0..<machines)
      for position in order.indices { order.swapAt(position, orders.unif(position, machines - 1)) }
      steps.append(order.map { (machine: $0, duration: times.unif(durations.lowerBound, durations.upperBound)) })
    }
    return try JobShop(name: name, machineCount: machines, jobs: steps)
  }
}
