import ApusModel
import ApusProblems
import ApusStructure
import Testing

/// The model of a shop is the shop: recognising what was built gives it back.
@Suite struct JobShopModelTests {
  private func expectRecognised(_ shop: JobShop) throws {
    let data = shop.model().data
    try data.validate()
    let view = try #require(Shop(recognizing: data))
    #expect(view.exactness == .exact && view.objective == .makespan && view.measuresModelObjective)
    #expect(view.jobCount == shop.jobs.count && view.machineCount == shop.machineCount)
    for job in shop.jobs {
      let operations = view.operations(ofJob: job.id)
      #expect(operations.map { Int(view.machine[$0]) } == job.operations.map(\.machine))
      #expect(operations.map { Int(view.duration[$0]) } == job.operations.map(\.duration))
    }
    #expect(view.release.allSatisfy { $0 == 0 })
    #expect(view.interval.map { Int($0) } == Array(0..<shop.operationCount))
  }

  @Test(arguments: JobShop.carriedNames) func carried(_ name: String) throws {
    try expectRecognised(try #require(JobShop.named(name)))
  }

  @Test func reentrantUnevenAndEmpty() throws {
    // Machine 3 has nothing to do, job 1 comes back to machine 0, durations may be 0.
    try expectRecognised(
      try JobShop(name: "odd", machineCount: 4, jobs: [[(1, 3)], [(0, 2), (2, 0), (0, 5)], [(2, 4), (1, 1)]]))
  }

  @Test func random() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let machines = Int.random(in: 1...5, using: &generator)
      let jobs = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
          (machine: Int.random(in: 0..<machines, using: &generator), duration: Int.random(in: 1...9, using: &generator))
        }
      }
      try expectRecognised(try JobShop(name: "random", machineCount: machines, jobs: jobs))
    }
  }

  @Test func groupsAndNames() throws {
    let data = try #require(JobShop.named("ft06")).model().data
    #expect(data.groups.map(\.name) == ["routing", "machines"] && data.name == "ft06")
    #expect(data.nameOfInterval(20) == "job 3, operation 2")
    #expect(data.intervals.allSatisfy { $0.end.upperBound == 197 })
  }

  @Test func solutionsAndTasks() throws {
    let shop = try JobShop(name: "two", machineCount: 2, jobs: [[(0, 3), (1, 2)], [(1, 4), (0, 1)]])
    let spans = [(0, 3), (4, 6), (0, 4), (4, 5)].map { Solution.Span(start: $0.0, end: $0.1) }
    let solution = Solution(integers: [], intervals: spans)
    let tasks = shop.tasks(of: solution)
    #expect(tasks[1] == ScheduledTask(job: 0, operation: 1, machine: 1, start: 4, end: 6))
    #expect(try shop.solution(of: tasks.reversed()) == solution)
    #expect(throws: InputError.self) { try shop.solution(of: Array(tasks.dropFirst())) }
  }
}
