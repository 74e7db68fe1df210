import ApusModel
import ApusStructure

extension Shop {
  /// A random shop: jobs of different lengths that may visit a machine more than once, with releases, and some durations of 0.
  static func random(
    jobs: ClosedRange<Int>, operations: ClosedRange<Int>, machines: Int, longest: Int = 9,
    using random: inout SplitMix64
  ) -> Shop {
    let jobs = (0..<Int.random(in: jobs, using: &random)).map { _ in
      let release = Int.random(in: 0...5, using: &random)
      return (0..<Int.random(in: operations, using: &random)).map { index in
        Shop.Operation(
          machine: Int.random(in: 0..<machines, using: &random),
          duration: Int.random(in: 0...longest, using: &random), release: index == 0 ? release : 0)
      }
    }
    return Shop(jobs: jobs, machineCount: machines)
  }

  /// The least makespan, by trying every order; only for very small shops.
  var leastMakespan: Int {
    var best = Int.max
    var next = (0..<jobCount).map { Int(jobStart[$0]) }
    var jobTime = (0..<jobCount).map { Int(release[Int(jobStart[$0])]) }
    var machineTime = [Int](repeating: 0, count: machineCount)
    func extend(_ made: Int, _ makespan: Int) {
      if makespan >= best { return }
      if made == operationCount {
        best = makespan
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
        extend(made + 1, max(makespan, end))
        next[job] -= 1
        (jobTime[job], machineTime[on]) = saved
      }
    }
    extend(0, 0)
    return best
  }
}
