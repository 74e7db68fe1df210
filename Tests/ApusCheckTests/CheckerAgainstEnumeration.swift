import ApusCheck
import ApusModel
import ApusTestSupport
import Testing

/// The checker against the definitions as the enumeration reads them. The two share no code.
@Suite struct CheckerAgainstEnumeration {
  /// Without the kinds that have to be asked for, with each of them, and with all at once.
  static let mixes: [[RandomModel.Kind]] = [[]] + RandomModel.Kind.allCases.map { [$0] } + [RandomModel.Kind.allCases]

  #if DEBUG
    private let models = 400
  #else
    private let models = 3_000
  #endif

  @Test(arguments: mixes) func verdictsOnRandomAssignmentsAreThoseOfTheDefinitions(_ kinds: [RandomModel.Kind]) {
    var solutions = 0
    for seed in 0..<models {
      let model = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: kinds))
      let checker = SolutionChecker(model)
      var random = SplitMix64(seed: ~seed)
      for _ in 0..<8 {
        let assignment = RandomModel.assignment(for: model, using: &random)
        let isSolution = Enumeration.isSolution(assignment, of: model)
        solutions += isSolution ? 1 : 0
        expectAgreement(checker, assignment, isSolution, seed)
      }
    }
    // Otherwise most of the test would be about one verdict only.
    #expect((models / 3..<7 * models).contains(solutions), "\(solutions)")
  }

  @Test(arguments: mixes) func everySmallChangeOfASolutionIsJudgedByTheDefinitions(
    _ kinds: [RandomModel.Kind]
  ) throws {
    var (kept, broken) = (0, 0)
    for seed in 0..<models {
      let model = RandomModel.data(seed: seed, size: RandomModel.Size(kinds: kinds))
      guard let best = try #require(Enumeration(model)).best else { continue }
      let checker = SolutionChecker(model)
      #expect(
        checker.violations(of: best, claiming: Enumeration.objective(of: model, in: best)).isEmpty, "seed \(seed)")
      var random = SplitMix64(seed: seed)
      for _ in 0..<10 {
        let mutant = RandomModel.mutation(of: best, of: model, using: &random)
        let isSolution = Enumeration.isSolution(mutant, of: model)
        if isSolution { kept += 1 } else { broken += 1 }
        expectAgreement(checker, mutant, isSolution, seed)
      }
    }
    #expect(kept > models / 3 && broken > models, "\(kept) and \(broken)")
  }

  @Test func aWrongClaimIsTheOnlyViolationOfASolution() throws {
    var claims = 0
    for seed in 0..<200 {
      let model = RandomModel.data(seed: seed)
      guard let best = try #require(Enumeration(model)).best else { continue }
      let claim = (Enumeration.objective(of: model, in: best) ?? 0) + 1
      let violations = SolutionChecker(model).violations(of: best, claiming: claim)
      #expect(violations.map(\.kind) == [.objective])
      #expect(violations.first?.amount == 1)
      claims += 1
    }
    #expect(claims > 50)
  }

  private func expectAgreement(_ checker: SolutionChecker, _ assignment: Solution, _ isSolution: Bool, _ seed: Int) {
    let violations = checker.violations(of: assignment)
    #expect(violations.isEmpty == isSolution, "seed \(seed): \(assignment), \(violations)")
    #expect(violations.allSatisfy { $0.amount > 0 })
    // Which constraints are violated, not only whether any is. Spans that end before they start are left out of NoOverlap.
    guard assignment.intervals.allSatisfy({ $0.map { $0.start <= $0.end } ?? true }) else { return }
    let expected = Enumeration.violatedConstraints(of: checker.model, in: assignment)
    let found = Set(violations.compactMap(\.constraint)).sorted()
    #expect(found == expected, "seed \(seed): \(assignment)")
  }
}
