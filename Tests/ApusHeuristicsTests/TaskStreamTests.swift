import ApusHeuristics
import ApusModel
import ApusProblems
import ApusStructure
import Testing

/// Streams of jobs under every policy.
@Suite struct TaskStreamTests {
  private func graphs() throws -> [TaskGraph] {
    try ["topcuoglu10", "arabnejad10"].map { name in
      let instance = try #require(TaskGraphScheduling.named(name))
      return try #require(TaskGraph(recognizing: instance.model().data))
    }
  }

  @Test("Every job ends, no sooner than its longest path, and the same way again", arguments: [0, 0.3])
  func everyJobEnds(noise: Double) throws {
    let graphs = try graphs()
    for gap in [20.0, 80, 300] {
      let stream = TaskStream(of: graphs, gap: gap, length: 2000, limit: 3, noise: noise, seed: 4)
      for policy in StreamPolicy.allCases {
        let result = try stream.run(policy)
        #expect(try result == stream.run(policy))
        #expect(result.latencies.count == stream.jobs.count && (0...3).contains(result.meanQueue))
        guard noise == 0 else { continue }
        for (latency, job) in zip(result.latencies, stream.jobs) { #expect(latency >= graphs[job.graph].criticalPath) }
      }
    }
  }

  @Test("A job that is alone takes as long as HEFT's schedule of it")
  func alone() throws {
    let graphs = try graphs()
    let stream = TaskStream(of: [graphs[0]], gap: 1e6, length: 1, limit: 3, noise: 0, seed: 1)
    let result = try stream.run(.heft)
    #expect(stream.jobs.count == 1 && result.latencies == [80])
  }

  @Test("Fewer jobs at a time wait longer at the door, and latency counts from the arrival")
  func theDoor() throws {
    let graphs = try graphs()
    let one = try TaskStream(of: graphs, gap: 40, length: 3000, limit: 1, noise: 0, seed: 2).run(.heft)
    let three = try TaskStream(of: graphs, gap: 40, length: 3000, limit: 3, noise: 0, seed: 2).run(.heft)
    #expect(one.meanQueue <= 1 && one.meanLatency > three.meanLatency)
  }

  @Test("The solver gets a model whose solution is the plan of HEFT, and what it gives is followed")
  func theSolver() throws {
    let stream = TaskStream(of: try graphs(), gap: 60, length: 1000, limit: 3, noise: 0.2, seed: 3)
    var calls = 0
    let same = try stream.run(.plan) { model, start in
      calls += 1
      #expect(model.intervals.count == start.intervals.count && model.integers.count == start.integers.count)
      return start
    }
    #expect(try calls >= stream.jobs.count && same == stream.run(.heft))
  }
}
