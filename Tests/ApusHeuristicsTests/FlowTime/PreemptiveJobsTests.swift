import ApusHeuristics
import ApusModel
import ApusTestSupport
import Testing

/// Jobs that may be interrupted, against tick by tick.
@Suite struct PreemptiveJobsTests {
  private static func draw(_ random: inout SplitMix64) -> PreemptiveJobs {
    let count = random.draw(1...4)
    let release = (0..<count).map { _ in random.draw(0...8) }
    let durations = (0..<count).map { _ in random.draw(1...4) }
    return PreemptiveJobs(release: release, durations: durations, most: random.draw(1...4), seed: random.next())
  }

  /// The least sum of flow times of all ways to give every tick to a job or none.
  private static func leastFlowTime(_ jobs: PreemptiveJobs) -> Int {
    var known: [[Int]: Int] = [:]
    func least(_ time: Int, _ left: [Int]) -> Int {
      guard left.contains(where: { $0 > 0 }) else { return 0 }
      let key = [time] + left
      if let value = known[key] { return value }
      let ready = left.indices.filter { left[$0] > 0 && jobs.release[$0] <= time }
      var best = ready.isEmpty ? least(time + 1, left) : .max
      for job in ready {
        var next = left
        next[job] -= 1
        best = min(best, least(time + 1, next) + (next[job] == 0 ? time + 1 - jobs.release[job] : 0))
      }
      known[key] = best
      return best
    }
    return least(0, jobs.operations.map { $0.reduce(0, +) })
  }

  /// A policy tick by tick, from its definition: the key of each ready job, the least first.
  private static func flowTime(_ jobs: PreemptiveJobs, key: (_ job: Int, _ left: [Int]) -> Int) -> Int {
    var left = jobs.operations
    var (flow, time) = (0, 0)
    while left.contains(where: { !$0.isEmpty }) {
      let ready = left.indices.filter { !left[$0].isEmpty && jobs.release[$0] <= time }
      time += 1
      func rank(_ job: Int) -> (Int, Int, Int) { (key(job, left[job]), jobs.release[job], job) }
      guard let job = ready.min(by: { rank($0) < rank($1) }) else { continue }
      left[job][0] -= 1
      if left[job][0] == 0 { left[job].removeFirst() }
      if left[job].isEmpty { flow += time - jobs.release[job] }
    }
    return flow
  }

  @Test func knowingAllIsOptimalAndNothingElseIsBetter() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<300 {
      let jobs = Self.draw(&random)
      let least = Self.leastFlowTime(jobs)
      #expect(jobs.flowTime(under: .srpt) == least, "\(jobs)")
      for policy in [PreemptivePolicy.operationSRPT, .fifo, .roundRobin(quantum: random.draw(1...3))] {
        #expect(jobs.flowTime(under: policy) >= least, "\(jobs)")
      }
    }
  }

  @Test func policiesAreWhatTheySay() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<500 {
      let jobs = Self.draw(&random)
      #expect(jobs.flowTime(under: .srpt) == Self.flowTime(jobs) { _, left in left.reduce(0, +) }, "\(jobs)")
      #expect(jobs.flowTime(under: .operationSRPT) == Self.flowTime(jobs) { _, left in left[0] }, "\(jobs)")
      #expect(jobs.flowTime(under: .fifo) == Self.flowTime(jobs) { _, _ in 0 }, "\(jobs)")
    }
  }

  @Test func turnsAreTakenInLine() {
    let jobs = PreemptiveJobs(release: [0, 1, 9], operations: [[5], [2], [1]])
    // 0 0 1 1 0 0 0, idle, 2: who comes during a turn stands before the one whose turn it was.
    #expect(jobs.ends(under: .roundRobin(quantum: 2)) == [7, 4, 10])
    #expect(jobs.ends(under: .roundRobin(quantum: 9)) == [5, 7, 10])
    #expect(jobs.ends(under: .fifo) == [5, 7, 10])
    #expect(jobs.ends(under: .srpt) == [7, 3, 10])
  }

  /// What is known of a job decides, not what it will be.
  @Test func operationsHideTheRest() {
    let jobs = PreemptiveJobs(release: [0, 0], operations: [[1, 9], [2]])
    #expect(jobs.ends(under: .operationSRPT) == [12, 3])
    #expect(jobs.ends(under: .srpt) == [12, 2])
  }

  @Test func cutsKeepTheLengthOfJobs() {
    let durations = [1, 2, 7, 30]
    var counts: Set<Int> = []
    for seed in 0..<50 {
      let jobs = PreemptiveJobs(release: [0, 0, 0, 0], durations: durations, most: 3, seed: UInt64(seed))
      #expect(jobs.operations.map { $0.reduce(0, +) } == durations)
      #expect(jobs.operations.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy { $0 > 0 } })
      counts.formUnion(jobs.operations.map(\.count))
    }
    #expect(counts == [1, 2, 3])
  }
}
