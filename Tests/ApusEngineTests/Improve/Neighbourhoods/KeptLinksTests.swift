import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Links along which tasks hand on units of a cumulative resource.
@Suite struct KeptLinksTests {
  private func links(_ model: ModelData, _ solution: Solution, free: [Int32] = []) -> [KeptLink] {
    let structure = NeighbourhoodStructure(model)
    var relaxation = Relaxation(structure)
    for interval in free { relaxation.free(interval: interval, structure) }
    var random = SplitMix64(seed: 1)
    return KeptOrders(structure, relaxation, OrderedSolution(solution, structure)).links(using: &random)
  }

  /// Three units: 0 takes two of them and 1 one, then 2 needs all three, then 3 one.
  @Test func unitsAreHandedOn() throws {
    let model = Model()
    let tasks = [4, 2, 3, 1].map { model.interval(lasting: $0, within: 0...20) }
    model.require("crew") { Usage(zip(tasks, [2, 1, 3, 1]).map { $0.pulse($1) }, capacity: 3) }
    model.minimize(.makespan)
    let starts = [0, 0, 4, 7]
    let solution = Solution(
      integers: [],
      intervals: zip(starts, [4, 2, 3, 1]).map { Solution.Span(start: $0, end: $0 + $1) })
    #expect(Set(links(model.data, solution).map { [$0.before, $0.after] }) == [[0, 2], [1, 2], [2, 3]])
    // Without the third, nobody waits for the first: a unit is idle for the fourth only once the second has ended.
    #expect(links(model.data, solution, free: [2]).map { [$0.before, $0.after] } == [[1, 3]])
    #expect(links(model.data, solution, free: [1, 2]).isEmpty)
  }

  /// Whatever is kept, the solution stays possible, and with everything kept the links alone keep within the capacities: in the model without its
  /// resources they allow solutions of the model only.
  @Test func linksStandForTheResources() throws {
    var judged = 0
    for seed in 0..<150 {
      let project = RandomProject(seed: seed, tasks: 3...4, resources: 1...2)
      let model = project.model.data
      let solutions = Enumeration.solutions(of: model, limit: 60_000) ?? []
      guard let first = solutions.first else { continue }
      var random = SplitMix64(seed: seed)
      let solution = solutions.count > 1 ? random.pick(solutions) : first
      for free in [[], [Int32(random.draw(0...project.durations.count - 1))]] {
        let kept = links(model, solution, free: free)
        for link in kept {
          let (before, after) = (solution.intervals[Int(link.before)], solution.intervals[Int(link.after)])
          #expect(try #require(before).end <= #require(after).start, "seed \(seed)")
          #expect(!free.contains(link.before) && !free.contains(link.after))
        }
        guard free.isEmpty else { continue }
        var open = ModelData(name: "without resources")
        for domain in model.intervals { open.addInterval(domain, name: nil) }
        let precedences = model.constraints.filter { if case .usage = $0 { false } else { true } }
        let added = kept.map { Constraint.precedence(Precedence(before: $0.before, after: $0.after)) }
        open.addGroup("", precedences + added)
        guard let allowed = Enumeration.solutions(of: open, limit: 60_000) else { continue }
        #expect(allowed.contains(solution))
        #expect(allowed.allSatisfy { Enumeration.isSolution($0, of: model) }, "seed \(seed)")
        judged += 1
      }
    }
    #expect(judged > 40)
  }
}
