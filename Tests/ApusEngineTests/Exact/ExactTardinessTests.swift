import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@testable import ApusEngine

/// The exact methods of one machine against enumeration.
@Suite struct ExactTardinessTests {
  static func machine(_ jobs: RandomJobs) -> OneMachine {
    OneMachine(duration: jobs.duration, release: jobs.release, due: jobs.due, weight: jobs.weight)
  }

  @Test(arguments: 0..<8)
  func branchAndMemoriseIsOptimal(part: Int) {
    var random = SplitMix64(seed: part)
    for _ in 0..<400 {
      let jobs = RandomJobs(random.draw(1...10), isWeighted: false, hasReleases: false, &random)
      let machine = Self.machine(jobs)
      // A table of a few entries forgets, and must not lie.
      let search = TardinessSearch(machine, tableBytes: random.chance(50) ? 0 : 1 << 20)
      while !search.run(effort: random.draw(1...200)) {}
      let schedule = OneMachineSchedule(machine, order: search.order())
      #expect(schedule.objective == jobs.leastTardiness, "\(jobs)")
    }
  }

  /// With ties, without weights, with due dates that are beyond reach or out of the way; by sets of jobs, and by splitting alone.
  @Test(arguments: 0..<8)
  func sublimationIsOptimal(part: Int) {
    var random = SplitMix64(seed: 100 + part)
    for round in 0..<300 {
      var jobs = RandomJobs(random.draw(1...9), isWeighted: true, hasReleases: false, &random)
      if round % 2 == 0 { jobs = jobs.tied(&random) }
      let machine = Self.machine(jobs)
      let least = jobs.leastTardiness
      let mostPaths = random.chance(50) ? 1_000_000 : random.draw(1...8)
      let search = SublimationSearch(machine, bytes: 1 << 28, mostPaths: mostPaths)
      // From above the optimum it finds an order, from the optimum it proves that there is none below.
      let isAbove = random.chance(50)
      search.upper = isAbove ? least + random.draw(1...20) : least
      var outcome = SublimationSearch.Outcome.more
      while outcome == .more { outcome = search.run(effort: random.draw(1...1000)) }
      #expect(outcome == (isAbove ? .solved : .closed), "\(jobs)")
      if outcome == .solved { #expect(OneMachineSchedule(machine, order: search.order).objective == least) }
      #expect(search.bound <= least, "\(jobs)")
    }
  }

  /// Sets of more than 64 jobs take two words.
  @Test func sublimationAgreesWithBranchAndMemorise() {
    for seed in 0..<4 {
      var random = SplitMix64(seed: 300 + seed)
      let machine = Self.machine(RandomJobs(70, isWeighted: false, hasReleases: false, &random))
      let exact = TardinessSearch(machine, tableBytes: 1 << 22)
      while !exact.run(effort: 100_000) {}
      let least = OneMachineSchedule(machine, order: exact.order()).objective
      let search = SublimationSearch(machine, bytes: 1 << 28)
      search.upper = least + 1
      var outcome = SublimationSearch.Outcome.more
      while outcome == .more { outcome = search.run(effort: 100_000) }
      #expect(outcome == .solved)
      if outcome == .solved { #expect(OneMachineSchedule(machine, order: search.order).objective == least) }
    }
  }

  /// Some best order keeps all that the relation says, and it says a good deal.
  @Test(arguments: 0..<8)
  func relationKeepsABestOrder(part: Int) {
    var random = SplitMix64(seed: 400 + part)
    var (related, pairs) = (0, 0)
    for round in 0..<400 {
      var jobs = RandomJobs(random.draw(1...9), isWeighted: round % 3 > 0, hasReleases: false, &random)
      if round % 2 == 0 { jobs = jobs.tied(&random) }
      let count = jobs.duration.count
      let relation = JobOrder(
        duration: jobs.duration.map(Int.init), due: jobs.due.map(Int.init), weight: jobs.weight.map(Int.init))
      var front = random.draw(0...(count - 1))
      var fruitless = 0
      while fruitless < count {
        fruitless = relation.grow(from: front) > 0 ? 0 : fruitless + 1
        front = (front + 1) % count
      }
      let needed = (0..<count).map { Int(relation.predecessors[$0]) }
      #expect(jobs.leastTardiness { job, done in needed[job] & ~done == 0 } == jobs.leastTardiness, "\(jobs)")
      for job in 0..<count {
        let durations = (0..<count).filter { needed[job] >> $0 & 1 != 0 }.reduce(0) { $0 + Int(jobs.duration[$1]) }
        #expect(relation.earliestEnd(job) == durations + Int(jobs.duration[job]))
        related += needed[job].nonzeroBitCount
      }
      pairs += count * (count - 1) / 2
    }
    #expect(2 * related > pairs)
  }

  /// Whatever there is of weights and releases, the portfolio ends with the optimum.
  @Test(arguments: 0..<8)
  func portfolioIsOptimal(part: Int) throws {
    var random = SplitMix64(seed: 200 + part)
    for round in 0..<60 {
      let jobs = RandomJobs(
        random.draw(1...8), isWeighted: round % 2 == 0, hasReleases: round % 4 < 2, &random)
      let model = Model("jobs")
      let total = Int(jobs.duration.reduce(0, +)) + 40
      let intervals = jobs.duration.indices.map {
        model.interval(lasting: Int(jobs.duration[$0]), within: Int(jobs.release[$0])...total)
      }
      model.require("machine") { NoOverlap(intervals) }
      model.minimize(
        .weightedTardiness(
          jobs.duration.indices.map { (intervals[$0], Int(jobs.due[$0]), Int(jobs.weight[$0])) }))
      var configuration = Portfolio.Configuration()
      configuration.threads = 1 + round % 2
      configuration.seed = UInt64(round)
      let board = Board()
      _ = try Portfolio.run(model.data, configuration, on: board)
      #expect(board.current.isClosed && board.value == jobs.leastTardiness, "\(jobs)")
    }
  }
}
