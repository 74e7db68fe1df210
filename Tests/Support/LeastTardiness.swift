import ApusModel

/// Jobs on one machine drawn at random, small enough for ``leastTardiness(_:)``.
public struct RandomJobs: Sendable {
  public var duration: [Int32] = []
  public var release: [Int32] = []
  public var due: [Int32] = []
  public var weight: [Int32] = []

  public init(_ count: Int, isWeighted: Bool, hasReleases: Bool, _ random: inout SplitMix64) {
    for _ in 0..<count {
      duration.append(Int32(random.draw(1...12)))
      weight.append(isWeighted ? Int32(random.draw(0...6)) : 1)
      release.append(hasReleases ? Int32(random.draw(0...30)) : 0)
    }
    let total = Int(duration.reduce(0, +))
    // From hopeless to easy, and some that lie before the beginning.
    let latest = max(1, total * random.draw(1...12) / 10)
    for _ in 0..<count { due.append(Int32(random.draw(-2...latest))) }
  }

  /// The same number of jobs with many ties: few durations and weights, weights of 0, due dates on a coarse grid, before the beginning and beyond the end.
  public func tied(_ random: inout SplitMix64) -> RandomJobs {
    var result = self
    let (longest, grid) = (random.draw(1...3), random.draw(1...9))
    for job in duration.indices {
      result.duration[job] = Int32(random.draw(1...longest))
      result.weight[job] = Int32(random.draw(0...2))
    }
    let total = Int(result.duration.reduce(0, +))
    for job in duration.indices { result.due[job] = Int32(random.draw(-1...(2 * total / grid)) * grid) }
    return result
  }

  /// The least weighted tardiness of all orders: for each set of jobs, all pairs of end and cost of which no other is better in both.
  ///
  /// O(2ⁿ · *n*) sets, so for some ten jobs.
  public var leastTardiness: Int { leastTardiness { _, _ in true } }

  /// The same of those orders in which a job comes only where it may after the set of those before it, in bits.
  public func leastTardiness(where mayFollow: (_ job: Int, _ done: Int) -> Bool) -> Int {
    let count = duration.count
    var reached = [[(end: Int, cost: Int)]](repeating: [], count: 1 << count)
    reached[0] = [(Int.min, 0)]
    for set in 0..<(1 << count) {
      for job in 0..<count where set & (1 << job) == 0 && mayFollow(job, set) {
        for (end, cost) in reached[set] {
          let next = max(end, Int(release[job])) + Int(duration[job])
          let total = cost + Int(weight[job]) * max(0, next - Int(due[job]))
          let target = set | 1 << job
          if reached[target].contains(where: { $0.end <= next && $0.cost <= total }) { continue }
          reached[target].removeAll { $0.end >= next && $0.cost >= total }
          reached[target].append((next, total))
        }
      }
    }
    return reached[(1 << count) - 1].map(\.cost).min() ?? .max
  }
}
