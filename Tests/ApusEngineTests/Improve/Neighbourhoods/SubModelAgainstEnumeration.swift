import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

/// A sub-problem means the same in both ways, and the core of a regular one has the same makespans.
@Suite struct SubModelAgainstEnumeration {
  /// A relaxation of a random solution.
  private struct Case {
    let structure: NeighbourhoodStructure
    let solution: OrderedSolution
    let relaxation: Relaxation
    let random: SplitMix64

    init(_ model: ModelData, _ solutions: [Solution], _ neighbourhood: any Neighbourhood, seed: Int) {
      var random = SplitMix64(seed: seed)
      structure = NeighbourhoodStructure(model)
      solution = OrderedSolution(solutions[random.draw(0...solutions.count - 1)], structure)
      relaxation = neighbourhood.select(random.nextUnit(), of: solution, structure, using: &random)
      self.random = random
    }

    func subModel(of model: ModelData) -> ModelData {
      var random = random
      return SubModel(of: model, structure, relaxation, solution, using: &random).data
    }
  }

  private func cases(_ model: ModelData, _ solutions: [Solution], seed: Int) -> [Case] {
    let structure = NeighbourhoodStructure(model)
    return NeighbourhoodStrategy.allNeighbourhoods.filter { type(of: $0).applies(to: structure) }.enumerated().map {
      Case(model, solutions, $1, seed: 100 * seed + $0)
    }
  }

  /// Which of the solutions the assumptions allow.
  private func allowed(_ solutions: [Solution], _ model: ModelData, _ given: Case) throws -> Set<Solution>? {
    var search = LearningSearch(try Compiler.compile(model, options: EngineOptions()), options: SearchOptions())
    guard search.compilation.isConsistent else { return nil }
    var random = given.random
    var part = KeptPart(given.structure, search.compilation.map)
    let literals = part.literals(
      of: given.relaxation, in: given.solution, &search, using: &random)
    let map = search.compilation.map
    let noOverlaps = search.compilation.noOverlaps
    var integers: [Int32: Int] = [:]
    for (index, variable) in map.integers.enumerated() { integers[variable] = index }
    // Before whom a pair's literal, when it fails, lets a task go.
    var pairs: [Truth: (first: Int32, second: Int32)] = [:]
    for noOverlap in noOverlaps {
      let starts = noOverlap.startVariables
      for pair in noOverlap.pairs.all { pairs[pair.truth ^ 1] = (starts[pair.second], starts[pair.first]) }
    }
    let links = Dictionary(uniqueKeysWithValues: part.links.map { ($1, $0) })
    return Set(
      solutions.filter { solution in
        let spans = map.spans(of: solution)
        return literals.allSatisfy { literal in
          if let index = integers[literal.signed >> 1] {
            let value = Int32(solution.integers[index])
            return (literal.signed & 1 == 0 ? value : -value) <= literal.limit
          }
          let truth = literal.limit == 0 ? literal.signed : literal.signed
          if let link = links[truth], let before = solution.intervals[Int(link.before)],
            let after = solution.intervals[Int(link.after)]
          {
            return before.end <= after.start
          }
          guard let pair = pairs[truth] else {
            Issue.record("\(model.name): a literal of neither a variable nor a pair")
            return true
          }
          guard let first = spans[pair.first], let second = spans[pair.second] else { return true }
          return first.end <= second.start
        }
      })
  }

  @Test func bothWaysHaveTheSameSolutions() throws {
    var compared = 0
    var strict = 0
    for seed in 0..<8_400 {
      let kinds: [[RandomModel.Kind]] = [[], [.usage], [.alternative], [.span], [.setup], [.reservoir], [.sameOrder]]
      let size = RandomModel.Size(kinds: kinds[seed / 4 % kinds.count])
      let model =
        seed % 4 == 0 ? TightMachine.data(seed: seed, tasks: 3...5) : RandomModel.data(seed: seed, size: size)
      guard let solutions = Enumeration.solutions(of: model, limit: 20_000), !solutions.isEmpty, solutions.count < 2_000
      else { continue }
      for given in cases(model, solutions, seed: seed) {
        guard let expected = try allowed(solutions, model, given) else { continue }
        let sub = try #require(Enumeration.solutions(of: given.subModel(of: model), limit: 200_000))
        #expect(Set(sub) == expected, "seed \(seed)")
        #expect(expected.contains(given.solution.solution), "seed \(seed)")
        compared += 1
        if expected.count < solutions.count, expected.count > 1 { strict += 1 }
      }
    }
    #expect(compared > 3_000)
    #expect(strict > 500)
  }

  @Test func theCoreOfARegularModelHasTheSameMakespans() throws {
    var compared = 0
    var refuted = 0
    for seed in 0..<6_000 {
      let model = seed % 2 == 0 ? TightMachine.data(seed: seed, tasks: 3...5) : RandomModel.data(seed: seed)
      guard RegularModel.describes(model) else { continue }
      guard let solutions = Enumeration.solutions(of: model, limit: 20_000), !solutions.isEmpty else { continue }
      let objective = try #require(model.objective)
      for given in cases(model, solutions, seed: seed) {
        let sub = given.subModel(of: model)
        let incumbent = Incumbent(
          given.solution.solution, value: given.solution.solution[objective.expression], given.structure)
        let limit = incumbent.value - objective.expression.constant - 1
        guard let contraction = Contraction(sub, order: incumbent.intervalsInTime, limit: limit) else { continue }
        let best = try #require(Enumeration(sub)?.optimum) - objective.expression.constant
        compared += 1
        guard let core = contraction.data, let coreSolutions = Enumeration.solutions(of: core), !coreSolutions.isEmpty
        else {
          #expect(best > limit, "seed \(seed)")
          refuted += 1
          continue
        }
        let coreObjective = try #require(core.objective)
        var least = Int.max
        for solution in coreSolutions {
          let value = solution[coreObjective.expression]
          least = min(least, value)
          guard value <= limit else { continue }
          let whole = contraction.whole(of: solution, integersOf: given.solution.solution)
          #expect(Enumeration.isSolution(whole, of: sub) && Enumeration.isSolution(whole, of: model), "seed \(seed)")
          #expect(whole[objective.expression] == value + objective.expression.constant, "seed \(seed)")
        }
        #expect(least <= limit ? least == best : best > limit, "seed \(seed)")
      }
    }
    #expect(compared > 500)
    #expect(refuted > 50 && refuted < compared)
  }
}
