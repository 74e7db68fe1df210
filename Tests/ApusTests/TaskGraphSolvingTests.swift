import Apus
import ApusProblems
import ApusTestSupport
import Testing

/// Task graphs solved to the proof.
@Suite struct TaskGraphSolvingTests {
  @Test("The examples of the papers are solved to the proof", arguments: [("topcuoglu10", 73), ("arabnejad10", 113)])
  func examples(name: String, optimum: Int) async throws {
    let instance = try #require(TaskGraphScheduling.named(name))
    let result = try await instance.model().result()
    guard case .optimal(let solution) = result else {
      Issue.record("\(result.status)")
      return
    }
    let tasks = instance.tasks(of: solution)
    #expect(instance.violations(ofSchedule: tasks) == [] && tasks.map(\.end).max() == optimum)
  }

  @Test("The native engine finds the optimum of enumeration", arguments: 0..<60)
  func againstEnumeration(seed: Int) async throws {
    let random = RandomTaskGraph(seed: seed, tasks: 2...5, isUniform: seed % 5 == 0)
    let instance = try TaskGraphScheduling(
      name: "random", processors: random.startUps.enumerated().map { ("P\($0)", $1) },
      bandwidths: random.bandwidths.map {
        $0.map { TaskGraphScheduling.Bandwidth(volume: $0.volume, ticks: $0.ticks) }
      },
      tasks: random.durations.enumerated().map { ("t\($0)", $1) },
      arcs: random.arcs.map { TaskGraphScheduling.Arc(before: $0.before, after: $0.after, volume: $0.volume) })
    let result = try await instance.model().result(workers: 1, seed: UInt64(seed))
    guard case .optimal(let solution) = result else {
      Issue.record("\(result.status)")
      return
    }
    let tasks = instance.tasks(of: solution)
    #expect(instance.violations(ofSchedule: tasks) == [])
    #expect(tasks.map(\.end).max() == random.leastMakespan)
  }
}
