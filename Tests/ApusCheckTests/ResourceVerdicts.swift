import ApusCheck
import ApusModel
import ApusTestSupport
import Testing

/// One constraint over more intervals than enumeration could place, in random assignments full of ties, zero lengths and absences.
@Suite struct ResourceVerdicts {
  #if DEBUG
    private let rounds = 1_000
  #else
    private let rounds = 20_000
  #endif

  @Test(arguments: RandomModel.Kind.allCases) func areThoseOfTheDefinition(_ kind: RandomModel.Kind) {
    var size = RandomModel.Size(kinds: [kind])
    size.intervals = 3...6
    size.window = 6
    var (holding, failing, seed) = (0, 0, 0)
    while holding + failing < rounds {
      seed += 1
      let model = RandomModel.data(seed: seed, size: size)
      let constraints = model.constraints.indices.filter { isOf(kind, model.constraints[$0]) }
      guard !constraints.isEmpty else { continue }
      let checker = SolutionChecker(model)
      var random = SplitMix64(seed: seed)
      for _ in 0..<5 {
        let assignment = tied(RandomModel.assignment(for: model, using: &random), model, &random)
        let expected = Set(Enumeration.violatedConstraints(of: model, in: assignment)).intersection(constraints)
        let found = Set(checker.violations(of: assignment).compactMap(\.constraint)).intersection(constraints)
        #expect(found == expected, "seed \(seed): \(assignment)")
        failing += expected.count
        holding += constraints.count - expected.count
      }
    }
    #expect(holding > rounds / 20 && failing > rounds / 20, "\(holding) and \(failing)")
  }

  /// The assignment on few ticks, with spans copied from one interval to another and many of length 0. Whether the domains allow it does
  /// not matter here.
  private func tied(_ solution: Solution, _ model: ModelData, _ random: inout SplitMix64) -> Solution {
    var result = solution
    for index in result.intervals.indices {
      guard let span = result.intervals[index] else { continue }
      let start = random.draw(0...random.pick([2, 4, 8]))
      let length = random.chance(50) ? 0 : max(0, span.length)
      result.intervals[index] = Solution.Span(start: start, end: start + length)
      if random.chance(30), index > 0, let other = result.intervals[random.draw(0...index - 1)] {
        result.intervals[index] = other
      }
    }
    return result
  }

  private func isOf(_ kind: RandomModel.Kind, _ constraint: Constraint) -> Bool {
    switch (kind, constraint) {
    case (.usage, .usage), (.reservoir, .reservoir), (.alternative, .alternative), (.span, .span): true
    case (.sameOrder, .sameOrder), (.pack, .pack), (.within, .within): true
    case (.logic, .condition), (.function, .linear), (.allDifferent, .allDifferent), (.table, .table): true
    case (.circuit, .circuit), (.automaton, .automaton): true
    case (.setup, .noOverlap(let noOverlap)): noOverlap.setup != nil
    default: false
    }
  }
}
