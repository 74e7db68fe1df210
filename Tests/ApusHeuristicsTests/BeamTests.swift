import ApusHeuristics
import ApusModel
import ApusStructure
import Testing

@Suite("Beam search over a rule")
struct BeamTests {
  @Test("A beam of one partial schedule and one choice is the rule", arguments: 0..<200)
  func narrow(seed: Int) {
    let shop = randomShop(seed: UInt64(seed) &+ 9000)
    for rule in DispatchingRule.allCases {
      #expect(shop.beamSchedule(by: rule, width: 1, choices: 1).start == shop.schedule(by: rule, .active).start)
    }
  }

  @Test("Schedules are active, whatever the width", arguments: 0..<60)
  func properties(seed: Int) {
    let shop = randomShop(seed: UInt64(seed) &+ 11000)
    for width in [1, 3, 20] {
      let schedule = shop.beamSchedule(by: .mwkr, width: width, choices: 2)
      #expect(schedule.fault(in: shop) == nil)
      #expect(schedule.leftShift(in: shop, isIdleOnly: false) == nil)
      #expect(schedule.objective >= shop.trivialBound)
    }
  }

  @Test("A beam that keeps everything finds the optimum", arguments: 0..<40)
  func wide(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let jobs = (0..<3).map { _ in
      (0..<3).map { _ in
        Shop.Operation(machine: Int.random(in: 0..<2, using: &random), duration: Int.random(in: 1...9, using: &random))
      }
    }
    let shop = Shop(jobs: jobs, machineCount: 2)
    #expect(shop.beamSchedule(by: .spt, width: 100_000, choices: 3).objective == leastMakespan(of: shop))
  }

  @Test("ft10: a wider beam is better than the rule")
  func classic() throws {
    let shop = try PublishedShops.carried("ft10")
    let rule = shop.schedule(by: .mwkr, .active).objective
    let beam = shop.beamSchedule(by: .mwkr, width: 200).objective
    #expect(beam < rule && beam >= 930)
  }

  /// By trying every order.
  private func leastMakespan(of shop: Shop) -> Int {
    var best = Int.max
    func extend(_ next: [Int32], _ ready: [Int], _ free: [Int]) {
      if next.indices.allSatisfy({ next[$0] == shop.jobStart[$0 + 1] }) { best = min(best, ready.max() ?? 0) }
      for job in next.indices where next[job] < shop.jobStart[job + 1] {
        let operation = Int(next[job])
        let machine = Int(shop.machine[operation])
        let end = max(ready[job], free[machine]) + Int(shop.duration[operation])
        var (next, ready, free) = (next, ready, free)
        next[job] += 1
        ready[job] = end
        free[machine] = end
        extend(next, ready, free)
      }
    }
    extend(Array(shop.jobStart.dropLast()), [Int](repeating: 0, count: shop.jobCount), [0, 0])
    return best
  }
}
