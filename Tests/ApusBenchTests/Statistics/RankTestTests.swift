import ApusBench
import ApusModel
import Testing

@Suite struct RankTestTests {
  @Test func signsByHand() {
    #expect(Statistics.signTest(wins: 0, losses: 0) == 1)
    #expect(agree(Statistics.signTest(wins: 5, losses: 0), 2.0 / 32))
    #expect(agree(Statistics.signTest(wins: 1, losses: 7), 2 * 9.0 / 256))
    #expect(Statistics.signTest(wins: 4, losses: 4) == 1)
    #expect(Statistics.signTest(wins: 3, losses: 9) == Statistics.signTest(wins: 9, losses: 3))
    let many = Statistics.signTest(wins: 4900, losses: 5100)
    #expect(many > 0.04 && many < 0.05)
  }

  @Test func signsAgainstCoins() {
    for n in 1...12 {
      for wins in 0...n {
        let extreme = (0..<1 << n).count { abs(2 * $0.nonzeroBitCount - n) >= abs(2 * wins - n) }
        #expect(agree(Statistics.signTest(wins: wins, losses: n - wins), Double(extreme) / Double(1 << n)))
      }
    }
  }

  @Test func signedRanksByHand() throws {
    let test = try #require(Statistics.signedRank([1, 2, -3, 4, 5, 0]))
    #expect(test.count == 5 && test.positive == 12 && test.negative == 3)
    // Of 32 patterns, {}, {1}, {2}, {3}, {1, 2} add up to at most 3.
    #expect(agree(test.p, 2 * 5.0 / 32))
    let tied = try #require(Statistics.signedRank([1, 1, -1, 3]))
    #expect(tied.positive == 8 && tied.negative == 2)
    // Ranks 2, 2, 2, 4: {} and three of {2} add up to at most 2.
    #expect(agree(tied.p, 2 * 4.0 / 16))
    #expect(Statistics.signedRank([]) == Statistics.signedRank([0, 0]))
    #expect(Statistics.signedRank([0])?.p == 1)
    #expect(Statistics.signedRank([1, .nan]) == nil)
    #expect(Statistics.signedRank([1, -1], method: .normal)?.p == 1)
  }

  /// Every pattern of signs on the same sizes, ties among them.
  @Test func signedRanksAgainstPatterns() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<60 {
      let sizes = (0..<Int.random(in: 1...10, using: &random)).map { _ in Double(Int.random(in: 1...6, using: &random))
      }
      func sums(_ pattern: Int) -> (Double, Double) {
        var sums = (0.0, 0.0)
        for (place, size) in sizes.enumerated() {
          let rank = Double(sizes.count { $0 < size }) + Double(sizes.count { $0 == size } + 1) / 2
          if pattern >> place & 1 == 1 { sums.0 += rank } else { sums.1 += rank }
        }
        return sums
      }
      let pattern = Int.random(in: 0..<1 << sizes.count, using: &random)
      let (positive, negative) = sums(pattern)
      let least = min(positive, negative)
      let below = (0..<1 << sizes.count).count { sums($0).0 <= least }
      let p = min(1, 2 * Double(below) / Double(1 << sizes.count))
      let differences = sizes.enumerated().map { pattern >> $0 & 1 == 1 ? $1 : -$1 }
      let test = try #require(Statistics.signedRank(differences, method: .exact))
      #expect(test.positive == positive && test.negative == negative)
      #expect(agree(test.p, p))
    }
  }

  /// At forty differences the approximation is close to the exact probability.
  @Test func normalIsCloseToExact() throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<20 {
      let differences = (0..<40).map { _ in random.nextUnit() - 0.42 }
      let exact = try #require(Statistics.signedRank(differences, method: .exact)).p
      let normal = try #require(Statistics.signedRank(differences, method: .normal)).p
      #expect(abs(exact - normal) < 0.01)
    }
  }
}
