import Testing

@testable import ApusProblems

@Suite struct TaillardRandomTests {
  @Test func firstNumbersAreThoseOfTheRecurrence() {
    // Computed with exact integers outside of Swift.
    var random = TaillardRandom(seed: 123_456_789)
    let numbers = (0..<10).map { _ in random.unif(1, 99) }
    #expect(numbers == [22, 95, 83, 56, 42, 7, 26, 11, 5, 63])
  }

  @Test func tenThousandthStateIsParkAndMillers() {
    // Park and Miller (1988): from seed 1, the state is 1043618065 after 10000 steps; unif scales it by 1 - 1 / (2^31 - 1).
    var random = TaillardRandom(seed: 1)
    for _ in 1..<10_000 { _ = random.unif(0, 1) }
    let scaled = random.unif(0, 2_147_483_645)
    #expect(scaled == 1_043_618_064)
  }

  @Test(arguments: [1, 2_147_483_646])
  func extremeSeedsStayInRange(seed: Int) {
    var random = TaillardRandom(seed: seed)
    let numbers = Set((0..<1000).map { _ in random.unif(-3, 3) })
    #expect(numbers == Set(-3...3))
    let only = random.unif(5, 5)
    #expect(only == 5)
  }

  @Test func derivedSeedsAreAllowedAndDiffer() {
    let seeds =
      (0..<500).flatMap { TaillardRandom.seeds(from: $0, count: 2) } + TaillardRandom.seeds(from: .max, count: 2)
    #expect(seeds.allSatisfy(TaillardRandom.seeds.contains))
    #expect(Set(seeds).count == seeds.count)
  }
}
