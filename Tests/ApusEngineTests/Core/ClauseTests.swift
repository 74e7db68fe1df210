import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// Clauses, watches and learning on formulas in conjunctive normal form.
@Suite struct ClauseTests {
  /// Literals as DIMACS has them: 3 is the third variable, -3 its negation.
  private typealias Formula = [[Int]]

  private func formula(_ seed: Int, variables: Int, clauses: Int, size: ClosedRange<Int>) -> Formula {
    var random = SplitMix64(seed: seed)
    return (0..<clauses).map { _ in
      (0..<random.draw(size)).map { _ in random.draw(1...variables) * (random.chance(50) ? 1 : -1) }
    }
  }

  /// A model found by the engine as a set of true variables, or nil where there is none.
  private func solve(_ formula: Formula, variables: Int, reducingEvery period: Int) -> Set<Int>? {
    var core = Core()
    core.inferenceCheck = InferenceCheck()
    let truths = (0..<variables).map { _ in core.addBoolean() }
    for clause in formula {
      let literals = clause.map { Bound($0 > 0 ? truths[$0 - 1] : truths[-$0 - 1] ^ 1) }
      if !core.addClause(literals) { return nil }
    }
    var conflicts = 0
    while true {
      if !core.propagate() {
        if !core.learn() { return nil }
        conflicts += 1
        if conflicts % period == 0 { core.backtrack(to: 0) }
        continue
      }
      if core.level == 0 {
        core.settleRoot()
        if conflicts % period == 0 { core.reduceClauses(keepingLBD: 1) }
      }
      guard let variable = core.activity.pop() else { break }
      if !core.isFixed(variable) { core.decide(Bound(2 * variable)) }
    }
    expect(core.inferenceCheck?.faults.map(\.description) == [])
    return Set((1...variables).filter { core.holds(truths[$0 - 1]) })
  }

  private func isModel(_ model: Set<Int>, _ formula: Formula) -> Bool {
    formula.allSatisfy { $0.contains { model.contains(abs($0)) == ($0 > 0) } }
  }

  @Test func smallFormulasAgreeWithBruteForce() {
    var satisfiable = 0
    for seed in 0..<400 {
      let variables = 3 + seed % 10
      let formula = formula(seed, variables: variables, clauses: variables * 3, size: 1...4)
      let exists = (0..<1 << variables).contains { bits in
        formula.allSatisfy { $0.contains { (bits >> (abs($0) - 1) & 1 == 1) == ($0 > 0) } }
      }
      let model = solve(formula, variables: variables, reducingEvery: 3)
      #expect((model != nil) == exists, "seed \(seed)")
      if let model { #expect(isModel(model, formula), "seed \(seed)") }
      satisfiable += exists ? 1 : 0
    }
    #expect((50..<350).contains(satisfiable))
  }

  /// Near the threshold of 4.26 clauses a variable, where half of them have a model.
  @Test func threeSatAgreesWithASimpleSearch() {
    var satisfiable = 0
    for seed in 0..<300 {
      let formula = formula(seed, variables: 50, clauses: 215, size: 3...3)
      let model = solve(formula, variables: 50, reducingEvery: 20)
      if let model {
        #expect(isModel(model, formula), "seed \(seed)")
        satisfiable += 1
      } else {
        #expect(!hasModel(formula), "seed \(seed)")
      }
    }
    #expect((50..<250).contains(satisfiable))
  }

  /// Davis, Logemann and Loveland (1962): unit propagation, and both values of a literal of a shortest clause.
  private func hasModel(_ formula: Formula) -> Bool {
    var formula = formula
    while let unit = formula.first(where: { $0.count == 1 }) { formula = assume(unit[0], formula) }
    guard let shortest = formula.min(by: { $0.count < $1.count }) else { return true }
    guard let literal = shortest.first else { return false }
    return hasModel(assume(literal, formula)) || hasModel(assume(-literal, formula))
  }

  private func assume(_ literal: Int, _ formula: Formula) -> Formula {
    formula.compactMap { clause in clause.contains(literal) ? nil : clause.filter { $0 != -literal } }
  }
}
