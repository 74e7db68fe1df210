import ApusModel
import ApusStructure

extension Shop {
  /// A random shop: jobs of different lengths that may visit a machine more than once, with releases, and some durations of 0.
  static func random(
    jobs: ClosedRange<Int>, operations: ClosedRange<Int>, machines: Int, longest: Int = 9,
    hasDueDates: Bool = false, using random: inout SplitMix64
  ) -> Shop {
    let jobs = (0..<Int.random(in: jobs, using: &random)).map { _ in
      let release = Int.random(in: 0...5, using: &random)
      return (0..<Int.random(in: operations, using: &random)).map { index in
        Shop.Operation(
          machine: Int.random(in: 0..<machines, using: &random),
          duration: Int.random(in: 0...longest, using: &random), release: index == 0 ? release : 0)
      }
    }
    if !hasDueDates { return Shop(jobs: jobs, machineCount: machines) }
    let due = jobs.map { _ in Int32.random(in: 0...20, using: &random) }
    let weight = jobs.map { _ in Int32.random(in: 0...5, using: &random) }
    return Shop(jobs: jobs, machineCount: machines, objective: .weightedTardiness(due: due, weight: weight))
  }

  /// The least value of the objective, by trying every order; only for very small shops.
  var leastValue: Int {
    var best = Int.max
    var next = (0..<jobCount).map { Int(jobStart[$0]) }
    var jobTime = (0..<jobCount).map { Int(release[Int(jobStart[$0])]) }
    var machineTime = [Int](repeating: 0, count: machineCount)
    func value() -> Int {
      switch objective {
      case .makespan: jobTime.max() ?? 0
      case .weightedTardiness(let due, let weight):
        jobTime.indices.reduce(0) { $0 + Int(weight[$1]) * max(0, jobTime[$1] - Int(due[$1])) }
      }
    }
    func extend(_ made: Int) {
      // Times only grow, and so does the value.
      if value() >= best { return }
      if made == operationCount {
        best = value()
        return
      }
      for job in 0..<jobCount where next[job] < Int(jobStart[job + 1]) {
        let operation = next[job]
        let on = Int(machine[operation])
        let saved = (jobTime[job], machineTime[on])
        let end = max(jobTime[job], machineTime[on]) + Int(duration[operation])
        next[job] += 1
        jobTime[job] = end
        machineTime[on] = end
        extend(made + 1)
        next[job] -= 1
        (jobTime[job], machineTime[on]) = saved
      }
    }
    extend(0)
    return best
  }
}
