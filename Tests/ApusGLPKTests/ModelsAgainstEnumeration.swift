import ApusLinear
import ApusModel
import ApusTestSupport
import Testing

@testable import ApusGLPK

/// Whole models against enumeration: status, optimum, bounds that never lie, and every solution offered on the way.
@Suite struct ModelsAgainstEnumeration {
  @Test(arguments: Formulation.allCases)
  func randomModelsAreSolvedToTheTruth(_ formulation: Formulation) throws {
    var solved = 0
    for seed in 0..<400 { solved += try solve(RandomModel.data(seed: seed), seed, formulation) ? 1 : 0 }
    #expect(solved > 300)
  }

  @Test(arguments: RandomModel.Kind.allCases, [Formulation.order, .timeIndexed, .flow])
  func randomModelsWithAKindAreSolvedToTheTruth(_ kind: RandomModel.Kind, _ formulation: Formulation) throws {
    var solved = 0
    let size = RandomModel.Size(kinds: [kind])
    for seed in 0..<300 { solved += try solve(RandomModel.data(seed: seed, size: size), seed, formulation) ? 1 : 0 }
    #expect(solved > 200)
  }

  @Test func mixedModelsAreSolvedToTheTruth() throws {
    var solved = 0
    let size = RandomModel.Size(kinds: RandomModel.Kind.allCases)
    for seed in 1000..<2000 {
      let formulation = Formulation.allCases[seed % Formulation.allCases.count]
      solved += try solve(RandomModel.data(seed: seed, size: size), seed, formulation) ? 1 : 0
    }
    #expect(solved > 700)
  }

  /// Returns false where enumeration takes too long.
  private func solve(_ model: ModelData, _ seed: Int, _ formulation: Formulation) throws -> Bool {
    guard let truth = Enumeration(model, limit: 300_000) else { return false }
    let board = JudgedBoard(model)
    var options = GLPKOptions()
    options.cuts = seed % 2 == 0 ? .all : []
    options.presolves = seed % 3 == 0
    let outcome = try ModelSearch(model, formulation, on: board).run(options)
    let state = board.current
    #expect(state.isClosed, "seed \(seed), \(formulation): \(outcome.ending)")
    #expect(state.refusals == 0, "seed \(seed), \(formulation)")
    #expect((state.best != nil) == truth.isFeasible, "seed \(seed), \(formulation)")
    if let objective = model.objective, let optimum = truth.optimum {
      #expect(state.best?.value == optimum, "seed \(seed), \(formulation)")
      if let bound = state.bound {
        #expect(
          !objective.isBetter(optimum, than: bound), "seed \(seed), \(formulation): bound \(bound), optimum \(optimum)")
      }
    }
    return true
  }
}
