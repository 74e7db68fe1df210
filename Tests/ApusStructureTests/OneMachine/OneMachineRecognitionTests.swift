import ApusModel
import ApusTestSupport
import Testing

@testable import ApusStructure

@Suite struct OneMachineRecognitionTests {
  /// Three jobs by hand; `change` adds to the model.
  private func machine(_ change: (Model, [Interval]) -> Void = { _, _ in }) -> OneMachine? {
    let model = Model("by hand")
    let jobs = [3, 5, 2].map { model.interval(lasting: $0, within: 1...100) }
    model.require("one at a time") { NoOverlap(jobs) }
    // Three ways to write a tardiness.
    model.minimize(2 * max(0, jobs[0].end - 4) + max(jobs[1].start - 1, 0) + max(0, 3 * jobs[2].end - 15))
    change(model, jobs)
    return OneMachine(recognizing: model.data)
  }

  @Test func aModelWrittenByHandIsOne() throws {
    let machine = try #require(self.machine())
    #expect(machine.duration == [3, 5, 2] && machine.due == [4, 6, 5] && machine.weight == [2, 1, 3])
    #expect(machine.commonRelease == 1 && machine.commonWeight == nil)
  }

  @Test func schedulesAreSolutionsWithTheSameObjective() throws {
    let machine = try #require(self.machine())
    let schedule = OneMachineSchedule(machine, order: [2, 0, 1])
    #expect(schedule.objective == 2 * 2 + 5)
    #expect(
      schedule.solution(of: machine).intervals == [
        .init(start: 3, end: 6), .init(start: 6, end: 11), .init(start: 1, end: 3),
      ])
  }

  @Test func anythingMoreMakesItNone() {
    #expect(machine { model, jobs in model.require(jobs[0].precedes(jobs[1])) } == nil)
    #expect(machine { model, jobs in model.require(jobs[0].end <= 20) } == nil)
    #expect(machine { model, _ in _ = model.interval(lasting: 4, within: 0...100) } == nil)
    #expect(machine { model, _ in _ = model.interval(lasting: 0, within: 0...100) } == nil)
    #expect(machine { model, _ in model.minimize(.makespan) } == nil)
    #expect(machine { model, jobs in model.minimize(max(0, 4 - jobs[0].end)) } == nil)
    #expect(
      machine { model, jobs in
        model.require(NoOverlap(jobs, setup: SetupTimes(between: [0, 1, 0]) { $0 == $1 ? 0 : 5 }).constraint)
      } == nil)
  }

  @Test func aDeadlineMakesItNone() {
    let model = Model("tight")
    let jobs = [3, 5].map { model.interval(lasting: $0, within: 0...7) }
    model.require("one at a time") { NoOverlap(jobs) }
    model.minimize(.weightedTardiness(jobs.map { ($0, 2, 1) }))
    #expect(OneMachine(recognizing: model.data) == nil)
  }
}

@Suite struct DynasearchTests {
  @Test(arguments: 0..<4)
  func costsAreTrueAndNothingIsBelowTheOptimum(part: Int) {
    var random = SplitMix64(seed: part)
    for _ in 0..<100 {
      let jobs = RandomJobs(random.draw(1...8), isWeighted: random.chance(50), hasReleases: false, &random)
      let machine = OneMachine(duration: jobs.duration, release: jobs.release, due: jobs.due, weight: jobs.weight)
      let search = IteratedDynasearch(machine, from: (0..<Int32(machine.jobCount)).map { $0 }, seed: 1)
      for _ in 0..<30 { search.step() }
      #expect(search.best.sorted() == (0..<Int32(machine.jobCount)).map { $0 })
      #expect(OneMachineSchedule(machine, order: search.best).objective == search.bestCost)
      let least = jobs.leastTardiness
      #expect(search.bestCost >= least && machine.trivialBound <= least)
    }
  }

  /// A local optimum of a pass: no swap and no insertion gains.
  @Test func descendsToTheBottom() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<30 {
      let jobs = RandomJobs(9, isWeighted: true, hasReleases: false, &random)
      let machine = OneMachine(duration: jobs.duration, release: jobs.release, due: jobs.due, weight: jobs.weight)
      let search = Dynasearch(machine)
      search.descend()
      let order = search.order
      for first in order.indices {
        for last in order.indices where last != first {
          var swapped = order
          swapped.swapAt(first, last)
          var moved = order
          moved.insert(moved.remove(at: first), at: last)
          for other in [swapped, moved] {
            #expect(OneMachineSchedule(machine, order: other).objective >= search.cost)
          }
        }
      }
    }
  }
}
