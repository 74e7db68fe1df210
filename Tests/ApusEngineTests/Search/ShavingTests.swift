import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Shaving at every visit of the root: what it fixes is right, and explained.
@Suite struct ShavingTests {
  @Test func theOptimumStays() throws {
    var fixed = 0
    for seed in 0..<2_000 {
      let model = RandomModel.data(seed: seed)
      guard model.objective != nil, let truth = Enumeration(model, limit: 100_000), let optimum = truth.optimum else {
        continue
      }
      var engine = EngineOptions()
      engine.checksInferences = true
      let compilation = try Compiler.compile(model, options: engine)
      guard compilation.isConsistent else { continue }
      var options = SearchOptions()
      options.shavingPortion = 0
      options.restartUnit = 1
      var search = LearningSearch(compilation, options: options)
      let board = Board()
      let outcome = search.run(work: 2_000_000, board: board, name: "shaving")
      #expect(outcome == .exhausted || board.isStopped, "seed \(seed)")
      #expect(board.value == (model.objective?.sense == .maximize ? -1 : 1) * optimum, "seed \(seed)")
      let faults = search.compilation.core.inferenceCheck?.faults.map(\.description) ?? []
      #expect(faults == [], "seed \(seed)")
      fixed += search.shaving.count
    }
    #expect(fixed > 15)
  }
}
