import ApusModel
import ApusTestSupport
import Testing

@testable import ApusEngine

@Suite struct NeighbourhoodChoiceTests {
  @Test func whatEarnsMoreIsChosenMoreAndNothingIsForgotten() {
    var bandit = NeighbourhoodBandit(count: 4)
    #expect(bandit.chances == [0.25, 0.25, 0.25, 0.25])
    for _ in 0..<50 { for arm in 0..<4 { bandit.note(arm, solutions: arm == 2 ? 1 : 0, work: 1) } }
    #expect(bandit.chances[2] > 0.5)
    #expect(bandit.chances.allSatisfy { $0 >= 0.05 })
    #expect(abs(bandit.chances.reduce(0, +) - 1) < 1e-9)
    var random = SplitMix64(seed: 2)
    let draws = (0..<2_000).map { _ in bandit.next(using: &random) }
    for arm in 0..<4 {
      let share = Double(draws.count { $0 == arm }) / 2_000
      #expect(abs(share - bandit.chances[arm]) < 0.05)
    }
  }

  @Test func cheapSolutionsAreWorthMoreThanDearOnes() {
    var bandit = NeighbourhoodBandit(count: 2)
    for _ in 0..<20 {
      bandit.note(0, solutions: 1, work: 0.1)
      bandit.note(1, solutions: 1, work: 1)
    }
    #expect(bandit.chances[0] > bandit.chances[1])
  }

  @Test func oldRewardFades() {
    var bandit = NeighbourhoodBandit(count: 2)
    for _ in 0..<20 { bandit.note(0, solutions: 1, work: 1) }
    let before = bandit.chances[0]
    for _ in 0..<100 { for arm in 0..<2 { bandit.note(arm, solutions: 0, work: 1) } }
    #expect(before > 0.6)
    #expect(abs(bandit.chances[0] - 0.5) < 0.05)
  }

  @Test func theSizeSettlesWhereHalfAreExhausted() {
    var random = SplitMix64(seed: 3)
    for right in [0.02, 0.1, 0.5] {
      var size = NeighbourhoodSize(0.1, least: 0.001)
      var exhausted = 0
      for trial in 0..<1_000 {
        // The larger, the less likely to be exhausted.
        let isExhausted = random.nextUnit() < right / (right + size.share)
        if trial >= 200, isExhausted { exhausted += 1 }
        size.adapt(isExhausted: isExhausted)
      }
      #expect((0.45...0.55).contains(Double(exhausted) / 800))
      #expect((right / 2...right * 2).contains(size.share))
    }
  }

  @Test func theSizeStaysWithinItsLimits() {
    var size = NeighbourhoodSize(0.3, least: 0.01)
    for _ in 0..<100 { size.adapt(isExhausted: true) }
    #expect(size.share == 1)
    for _ in 0..<1_000 { size.adapt(isExhausted: false) }
    #expect(size.share == 0.01)
    #expect(NeighbourhoodSize(40, least: 2).share == 1)
  }
}
