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

  @Test(arguments: 0..<8)
  func sublimationIsOptimal(part: Int) {
    var random = SplitMix64(seed: 100 + part)
    for _ in 0..<150 {
      let jobs = RandomJobs(random.draw(1...9), isWeighted: true, hasReleases: false, &random)
      let machine = Self.machine(jobs)
      let least = jobs.leastTardiness
      let search = SublimationSearch(machine, bytes: 1 << 28)
      // From above the optimum it finds an order, from the optimum it proves that there is none below.
      let isAbove = random.chance(50)
      search.upper = isAbove ? least + random.draw(1...20) : least
      var outcome = SublimationSearch.Outcome.more
      while outcome == .more { outcome = search.run(effort: 10_000) }
      if isAbove {
        #expect(outcome == .solved, "\(jobs)")
        if outcome == .solved { #expect(OneMachineSchedule(machine, order: search.order).objective == least) }
      } else {
        #expect(outcome == .closed || outcome == .solved, "\(jobs)")
      }
      #expect(search.bound <= least, "\(jobs)")
    }
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
