import ApusModel
import ApusStructure
import ApusTestSupport
import Foundation
import Testing

@testable import ApusProblems

/// The model of a shop is the shop: both are enumerated, the instance by its own definition and without the model.
@Suite struct FlexibleModelTests {
  private func expectSame(_ shop: FlexibleJobShop, _ comment: String) throws {
    let data = shop.model().data
    try data.validate()
    var best: Int?
    var count = 0
    RandomFlexible.forEachSchedule(shop, until: shop.horizon) { tasks in
      count += 1
      best = min(best ?? .max, shop.makespan(of: tasks))
    }
    let truth = try #require(Enumeration(data, limit: 30_000_000), "\(comment): too large")
    #expect(truth.optimum == best && truth.count == count, "\(comment): \(shop)")
    let solution = try #require(truth.best)
    let tasks = shop.tasks(of: solution)
    #expect(shop.violations(ofSchedule: tasks) == [])
    #expect(shop.makespan(of: tasks) == best)
    #expect(try shop.solution(of: tasks.reversed()) == solution)
    for bound in shop.simpleBounds { #expect(bound.value <= best ?? 0, "\(bound): \(shop)") }
  }

  @Test(arguments: 0..<60) func chains(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    try expectSame(try RandomFlexible.shop(.init(operations: 1...3, longest: 2), &random), "seed \(seed)")
  }

  @Test(arguments: 0..<60) func graphs(seed: Int) throws {
    var random = SplitMix64(seed: 100 + seed)
    let shape = RandomFlexible.Shape(operations: 2...4, machines: 1...2, longest: 2, isGraph: true)
    try expectSame(try RandomFlexible.shop(shape, &random), "seed \(seed)")
  }

  /// Without any choice the model is a job shop's, number for number.
  @Test func withoutChoiceItIsAJobShop() throws {
    for name in ["ft06", "la01"] {
      let shop = try #require(JobShop.named(name))
      let flexible = try FlexibleJobShop(
        name: name, machineCount: shop.machineCount,
        jobs: shop.jobs.map { $0.operations.map { [.init(machine: $0.machine, duration: $0.duration)] } })
      let data = flexible.model().data
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      #expect(try encoder.encode(data) == encoder.encode(shop.model().data))
      #expect(Shop(recognizing: data)?.exactness == .exact)
      let bounds = flexible.simpleBounds.map(\.value)
      #expect(Array(bounds[..<2]) == shop.simpleBounds.map(\.value))
    }
  }

  @Test func groupsAndNames() throws {
    let data = try FlexibleExamples.shop().model().data
    #expect(data.groups.map(\.name) == ["routing", "alternatives", "machines"] && data.name == "f")
    #expect(
      data.intervals.indices.map(data.nameOfInterval) == [
        "job 0, operation 0", "job 0, operation 1", "job 1, operation 0", "job 0, operation 0 on machine 0",
        "job 0, operation 0 on machine 2", "job 1, operation 0 on machine 2", "job 1, operation 0 on machine 1",
      ])
    #expect(data.intervals.allSatisfy { $0.end.upperBound == 15 } && data.intervals[2].length == 1...6)
  }

  @Test func wrongTasksAreNoSolution() throws {
    let shop = try FlexibleExamples.shop()
    let error = #expect(throws: InputError.self) { try shop.solution(of: []) }
    #expect(error?.description == "f: not a schedule of this shop: job 0, operation 0 is not in the solution")
  }
}
