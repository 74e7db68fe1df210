import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Search under assumptions: nothing better is left that agrees with them, and nothing of it stays.
@Suite struct AssumptionTests {
  @Test func refutedAssumptionsSayNothingOfTheModel() throws {
    var refuted = 0
    for seed in 0..<6_000 {
      var model = RandomModel.data(seed: seed)
      guard model.objective != nil, let truth = Enumeration(model, limit: 100_000), let optimum = truth.optimum else {
        continue
      }
      var random = SplitMix64(seed: seed)
      // Some variables at random values: not those of a solution, as a neighbourhood's are, and so refuted more often.
      var kept: [(index: Int, value: Int)] = []
      for (index, domain) in model.integers.enumerated() where random.chance(60) {
        kept.append((index, random.draw(domain)))
      }
      var engine = EngineOptions()
      engine.checksInferences = true
      let compilation = try Compiler.compile(model, options: engine)
      guard compilation.isConsistent else { continue }
      let literals = kept.flatMap { item -> [Bound] in
        let variable = compilation.map.integers[item.index]
        return [Bound(2 * variable, Int32(item.value)), Bound(2 * variable + 1, Int32(-item.value))]
      }
      var options = SearchOptions()
      options.probes = false
      var search = LearningSearch(compilation, options: options)
      search.assume(literals)
      let board = Board()
      let sign = model.objective?.sense == .maximize ? -1 : 1
      let outcome = search.run(work: 2_000_000, board: board, name: "assumed")
      #expect(outcome != .more || board.isStopped, "seed \(seed)")
      if outcome == .refuted {
        refuted += 1
        let values = kept.map { Linear(IntegerExpression(.integer(Int32($0.index))) - $0.value, .equal) }
        model.addGroup("kept", values.map { .linear($0) })
        // Literals that fail at the root are left out, so what was found may be better still.
        if let best = Enumeration(model, limit: 200_000)?.optimum {
          #expect(board.value <= sign * best, "seed \(seed)")
        }
      }
      // A search that has exhausted the root is at its end.
      if outcome == .refuted {
        search.assume([])
        let last = search.run(work: 2_000_000, board: board, name: "free")
        #expect(last == .exhausted || board.isStopped, "seed \(seed)")
      }
      #expect(board.value == sign * optimum, "seed \(seed)")
      let faults = search.compilation.core.inferenceCheck?.faults.map(\.description) ?? []
      #expect(faults == [], "seed \(seed)")
    }
    #expect(refuted > 60)
  }
}
