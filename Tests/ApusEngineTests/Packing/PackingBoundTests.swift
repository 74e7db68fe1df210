import ApusModel
import ApusStructure
import ApusTestSupport
import Testing

@testable import ApusEngine

@Suite struct PackingBoundTests {
  /// Bounds of small clusters never pass the truth, and nothing that a best packing has is ruled out.
  @Test func boundsHold() throws {
    var tight = 0
    for seed in 0..<400 {
      let cluster = try RandomCluster.make(seed: seed)
      let truth = RandomCluster.bestLevels(cluster)
      var data = cluster.model().data
      let levels = data.objectives
      for (level, value) in zip(levels, truth).dropLast() { data.addGroup("", (level.expression >= value).constraints) }
      data.objective = levels.last.map { Objective($0.sense, $0.expression) }
      let model = try #require(PackingModel(recognizing: data), "seed \(seed)")
      let least = truth[truth.count - 1]
      let packing = model.packing
      guard packing.binCount > 0 else { continue }

      var search = DisturbanceSearch(packing, counts: model.floors, limit: least, nodes: 1_000_000) { false }
      guard case .packed(let best) = search.answer() else {
        Issue.record("seed \(seed): no packing of disturbance \(least)")
        continue
      }
      #expect(model.isFeasible(best) && model.value(of: best) <= least, "seed \(seed)")
      if least > 0 {
        var below = DisturbanceSearch(packing, counts: model.floors, limit: least - 1, nodes: 1_000_000) { false }
        #expect(below.answer() == .impossible, "seed \(seed)")
      }

      var prices = AssignmentBound(packing, floors: model.floors)
      prices.improve(rounds: 60, target: least) { false }
      #expect(prices.value <= least, "seed \(seed)")
      tight += prices.value == least ? 1 : 0
      let reduced = try #require(prices.allowed(upTo: least) { false })
      for (item, bin) in best.enumerated() {
        if bin >= 0 { #expect(reduced.allowed[item * packing.binCount + bin], "seed \(seed)") }
        if bin != packing.home[item] { #expect(!reduced.stays[item], "seed \(seed)") }
      }
      var again = DisturbanceSearch(
        packing, counts: model.floors, limit: least, nodes: 1_000_000, reduced: reduced
      ) { false }
      #expect(again.answer() != .impossible, "seed \(seed)")

      if zip(model.floors, packing.tierSizes).allSatisfy({ $0 >= $1 }) {
        #expect(MergeBound(packing).value <= least, "seed \(seed)")
      }
    }
    #expect(tight > 100, "prices find a good bound often")
  }
}
