import ApusCheck
import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// The whole solver against enumeration, on random models that use every corner of the language.
@Suite struct SolverAgainstEnumeration {
  @Test func a() throws {
    var n = 0; var judged: [String: Int] = [:]; var o = EngineOptions(); o.checksInferences = true
    var feasible = 0
    for seed in 0..<10000 {
      let model = RandomModel.data(seed: seed)
      guard let truth = Enumeration(model, limit: 300_000) else { continue }
      n += 1
      feasible += truth.isFeasible ? 1 : 0
      let checker = SolutionChecker(model)
      let board = Board(accept: { solution, value in
        let sign = model.objective?.sense == .maximize ? -1 : 1
        let v = checker.violations(of: solution, claiming: model.objective == nil ? nil : sign * value)
        return v.isEmpty ? nil : "\(v)"
      })
      let strategy: LearningStrategy
      do {
        strategy = try LearningStrategy(model, name: "l", engine: o, search: SearchOptions())
      } catch { print(seed, error); continue }
      var turns = 0; defer { if let c = strategy.search.compilation.core.inferenceCheck { for f in c.faults.prefix(2) { print("fault seed \(seed)", f) }; for (k, v) in c.judged { judged[k, default: 0] += v }; for (k, v) in c.undecided { judged["undecided " + k, default: 0] += v } } }
      while !board.isStopped, strategy.run(work: 1_000_000, board: board), turns < 3 { turns += 1 }
      let state = board.current
      let sign = model.objective?.sense == .maximize ? -1 : 1
      let ok = state.refusal == nil && state.isClosed && (state.solution != nil) == truth.isFeasible
        && (truth.optimum == nil || state.value == sign * truth.optimum!)
      if !ok { print("seed \(seed): refusal \(state.refusal ?? "-") closed \(state.isClosed) value \(state.value) truth \(truth.isFeasible) \(truth.optimum ?? -99)") }
      #expect(ok)
    }
    print(n, feasible, judged)
  }
}
