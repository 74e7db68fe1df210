import Testing

@testable import ApusBench

/// Parts of a plan.
@Suite struct ShardTests {
  @Test(arguments: 1...9) func theUnionIsThePlan(_ count: Int) throws {
    let plan = RunPlan.sample(instances: 5, seeds: 3)
    let all = plan.runs()
    #expect(Set(all.map(\.id)).count == 5 * 3 * 2)
    let parts = (1...count).compactMap { Shard(index: $0, count: count) }.map { plan.runs(of: $0) }
    #expect(parts.joined().count == all.count && Set(parts.joined()) == Set(all))
    for part in parts {
      // All solvers of an instance and a seed are together.
      #expect(part.count.isMultiple(of: 2) && part == all.filter(Set(part).contains))
    }
    #expect((parts.map(\.count).max() ?? 0) - (parts.map(\.count).min() ?? 0) <= 2)
  }

  @Test func text() {
    #expect(Shard("2/4") == Shard(index: 2, count: 4) && Shard("1/1")?.description == "1/1")
    for text in ["", "0/4", "5/4", "1", "1/", "a/b", "1/2/3", "-1/2", "1/0", "1/100000"] { #expect(Shard(text) == nil) }
  }

  @Test func slurm() throws {
    func shard(_ variables: [String: String]) throws -> Shard? {
      try Shard.slurm(Dictionary(uniqueKeysWithValues: variables.map { ("SLURM_ARRAY_TASK_" + $0, $1) }))
    }
    #expect(try shard([:]) == nil)
    #expect(try shard(["ID": "1", "MIN": "1", "MAX": "4", "COUNT": "4"]) == Shard(index: 1, count: 4))
    #expect(try shard(["ID": "0", "MIN": "0", "MAX": "3"]) == Shard(index: 1, count: 4))
    #expect(try shard(["ID": "5", "MIN": "1", "MAX": "7", "STEP": "2", "COUNT": "4"]) == Shard(index: 3, count: 4))
    #expect(try shard(["ID": "2", "COUNT": "3"]) == Shard(index: 2, count: 3))
    // A list with gaps, a number outside, no end, no number.
    for variables in [
      ["ID": "3", "MIN": "1", "MAX": "7", "COUNT": "3"], ["ID": "9", "MIN": "1", "MAX": "4"], ["ID": "2"],
      ["ID": "x", "MIN": "1", "MAX": "4"],
    ] {
      #expect(throws: RunRefusal.self) { try shard(variables) }
    }
  }
}

extension RunPlan {
  /// A plan with Apus and one peer, and instances that nobody has.
  static func sample(instances: Int = 2, seeds: Int = 1) -> RunPlan {
    RunPlan(
      suite: "sample", family: "jobshop",
      instances: (0..<instances).map {
        PlannedInstance(name: "i\($0)", source: "i\($0)", sha256: "\($0)", file: "i\($0).txt", sense: .minimize)
      },
      solvers: [PlannedSolver(name: "apus", backend: "native"), PlannedSolver(name: "mine", command: "false")],
      seeds: Array(0..<seeds), limits: RunLimits(limit: 1, threads: 1))
  }
}
