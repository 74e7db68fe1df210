import Apus
import ApusTestSupport
import Testing

/// Conflicts and repairs of random models, judged by trying every assignment.
@Suite struct ConflictsAgainstEnumeration {
  /// Small models that are often infeasible.
  private static func model(_ seed: Int) -> ModelData {
    var size = RandomModel.Size(kinds: RandomModel.Kind.allCases)
    size.groups = 2...5
    return RandomModel.data(seed: seed, size: size)
  }

  private static func infeasible(_ count: Int) -> [(seed: Int, model: ModelData)] {
    var found: [(seed: Int, model: ModelData)] = []
    for seed in 0..<100_000 {
      let model = model(seed)
      // With nothing required it has more assignments than with anything; that many can be tried too.
      guard Enumeration(model.keepingConstraints { _ in false }, limit: 2_000_000) != nil else { continue }
      if Enumeration(model, limit: 200_000)?.isFeasible == false { found.append((seed, model)) }
      if found.count == count { break }
    }
    return found
  }

  private static func explainer(_ model: ModelData) -> Explainer { Explainer(model, workers: 1) }

  @Test func membersOfTwoHundredConflictsAreInfeasibleAloneAndEachIsNeeded() throws {
    var sizes: [Int] = []
    for (seed, model) in Self.infeasible(200) {
      let result = try Self.explainer(model).conflict()
      let conflict = try #require(result.conflict, "seed \(seed)")
      let core = conflict.members.compactMap { member -> Int? in
        guard case .constraint(let index) = member.requirement else { return nil }
        return index
      }
      #expect(core.count == conflict.members.count && Set(core).count == core.count, "seed \(seed)")
      #expect(conflict.isMinimal, "seed \(seed)")
      #expect(Self.isFeasible(model, core) == false, "seed \(seed): not infeasible alone")
      for member in core {
        #expect(Self.isFeasible(model, core.filter { $0 != member }) != false, "seed \(seed): \(member) is not needed")
      }
      sizes.append(core.count)
    }
    #expect(sizes.count == 200)
    #expect(sizes.contains { $0 > 1 } && sizes.contains(1), "too easy to say anything")
  }

  @Test func groupsOfConflictsAreInfeasibleAloneAndEachIsNeeded() throws {
    for (seed, model) in Self.infeasible(60) {
      let conflict = try #require(try Self.explainer(model).conflict(detail: .groups).conflict, "seed \(seed)")
      let names = Set(conflict.groups.map(\.name))
      #expect(conflict.isMinimal && names.count == conflict.groups.count, "seed \(seed)")
      func members(without name: String?) -> [Int] {
        model.groups.filter { names.contains($0.name) && $0.name != name }.flatMap { Array($0.members) }
      }
      #expect(Self.isFeasible(model, members(without: nil)) == false, "seed \(seed)")
      for name in names { #expect(Self.isFeasible(model, members(without: name)) != false, "seed \(seed): \(name)") }
    }
  }

  @Test func repairsGiveUpNoMoreThanAnyOther() throws {
    for (seed, model) in Self.infeasible(60) {
      let weights = Dictionary(
        model.groups.enumerated().map { ($1.name, 1 + ($0 + seed) % 3) }, uniquingKeysWith: { first, _ in first })
      let repair = try Self.explainer(model).repair(detail: .groups, includingWindows: false) { weights[$0] ?? 1 }
      let least = Self.leastWeight(model, weights)
      guard let repair else {
        #expect(least == nil, "seed \(seed): a repair of weight \(least ?? 0) was not found")
        continue
      }
      #expect(repair.isSmallest && repair.weight == least, "seed \(seed): \(repair.weight), not \(least ?? -1)")
      let broken = Set(Enumeration.violatedConstraints(of: model, in: repair.solution))
      let named = Set(
        repair.concessions.compactMap { concession -> Int? in
          guard case .constraint(let index) = concession.requirement else { return nil }
          return index
        })
      #expect(broken == named, "seed \(seed)")
      #expect(repair.concessions.allSatisfy { $0.amount != 0 }, "seed \(seed)")
    }
  }

  @Test func aFeasibleModelHasNoConflict() throws {
    for seed in 0..<60 {
      let model = Self.model(seed)
      guard Enumeration(model, limit: 200_000)?.isFeasible == true else { continue }
      guard case .feasible(let solution) = try Self.explainer(model).conflict() else {
        Issue.record("seed \(seed): not feasible")
        continue
      }
      #expect(Enumeration.isSolution(solution, of: model), "seed \(seed)")
    }
  }

  // MARK: By enumeration

  private static func isFeasible(_ model: ModelData, _ kept: [Int]) -> Bool? {
    let kept = Set(kept)
    return Enumeration(model.keepingConstraints { kept.contains($0) }, limit: 2_000_000)?.isFeasible
  }

  private static func leastWeight(_ model: ModelData, _ weights: [String: Int]) -> Int? {
    var least: Int?
    for chosen in 0..<(1 << model.groups.count) {
      let kept = model.groups.enumerated().filter { chosen >> $0.offset & 1 == 0 }.flatMap { Array($0.element.members) }
      let weight = model.groups.enumerated().filter { chosen >> $0.offset & 1 == 1 && !$0.element.members.isEmpty }
        .reduce(0) { $0 + (weights[$1.element.name] ?? 1) }
      if least.map({ weight < $0 }) ?? true, isFeasible(model, kept) == true { least = weight }
    }
    return least
  }
}
