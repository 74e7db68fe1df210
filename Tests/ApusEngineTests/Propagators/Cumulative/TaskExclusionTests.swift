import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Tasks that exclude each other on a resource: only such, and all that there are.
@Suite struct TaskExclusionTests {
  private func tasks(_ lengths: [Int32]) -> [CumulativeTask] {
    lengths.enumerated().map { index, length in
      let variable = Int32(index + 1)
      return CumulativeTask(
        start: variable, end: variable, endOffset: length, length: length, presence: Core.always, demand: .constant(1))
    }
  }

  @Test func setsAreCliquesAndWithPairsNoneIsMissing() {
    var cliques = 0
    for seed in 0..<2_000 {
      var random = SplitMix64(seed: seed)
      let count = random.draw(1...7)
      let capacity = Int64(random.draw(0...8))
      let demands = (0..<count).map { _ in Int64(random.draw(0...8)) }
      let tasks = tasks((0..<count).map { _ in Int32(random.draw(0...3)) })
      var rules = CumulativeRules()
      rules.smallestClique = random.draw(2...4)
      rules.ordersPairs = random.chance(50)
      let sets = TaskExclusion(tasks, leastDemands: demands, capacity: capacity).sets(rules)
      var found = Set<[Int]>()
      for set in sets {
        let members = set.map { Int($0.start) - 1 }.sorted()
        #expect(Set(members).count == members.count)
        for (first, second) in members.enumerated().flatMap({ place, x in members[(place + 1)...].map { (x, $0) } }) {
          #expect(demands[first] + demands[second] > capacity, "seed \(seed)")
          #expect(tasks[first].length > 0 && tasks[second].length > 0, "seed \(seed)")
          #expect(found.insert([first, second]).inserted, "seed \(seed): a pair twice")
        }
        if members.count > 2 { cliques += 1 }
      }
      if rules.ordersPairs {
        for second in 0..<count {
          for first in 0..<second
          where tasks[first].length > 0 && tasks[second].length > 0 && demands[first] > 0 && demands[second] > 0
            && demands[first] + demands[second] > capacity
          {
            #expect(found.contains([first, second]), "seed \(seed)")
          }
        }
      }
    }
    #expect(cliques > 200)
  }

  /// An interval listed twice does not exclude itself.
  @Test func anIntervalIsListedOnce() throws {
    let model = Model()
    let power = model.integer(2...3)
    let a = model.interval(lasting: 2, within: 0...20)
    let b = model.interval(lasting: 2, within: 0...20)
    model.require("resource") { Usage([a.pulse(2), a.pulse(power), b.pulse(3), b.pulse(1)], capacity: 6) }
    let compilation = try Compiler.compile(model.data, options: EngineOptions())
    expect(compilation.noOverlaps.isEmpty)
    expect(compilation.cumulatives[0].tasks.count == 3)
  }
}
