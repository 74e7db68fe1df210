import ApusHeuristics
import Testing

@Suite("Heuristics by name")
struct ShopHeuristicTests {
  @Test(
    "A name is a heuristic",
    arguments: [
      ("spt", ShopHeuristic.rule(.spt)), ("SPT/TWKR", .rule(.sptOverTwkr)), ("fdd-mwkr", .rule(.fddOverMwkr)),
      ("rollouts", .rollouts(.sptOverTwkr, count: 32)), ("Rollouts:mwkr", .rollouts(.mwkr, count: 32)),
      ("rollouts:5", .rollouts(.sptOverTwkr, count: 5)), ("rollouts:spttwkr:7", .rollouts(.sptOverTwkr, count: 7)),
      ("beam", .beam(.sptOverTwkr, width: 50)), ("beam:LPT:3", .beam(.lpt, width: 3)),
    ])
  func names(name: String, heuristic: ShopHeuristic) {
    #expect(ShopHeuristic(name: name) == heuristic)
    #expect(ShopHeuristic(name: heuristic.name) == heuristic)
  }

  @Test(
    "Anything else is not",
    arguments: [
      "", "sp", "spt:3", "beam:", "beam:0", "beam:-1", "beam:x", "beam:3:spt", "beam:spt:3:4", "rollouts:9999999",
    ])
  func others(name: String) { #expect(ShopHeuristic(name: name) == nil) }

  @Test("Each makes what it says")
  func schedules() throws {
    let shop = try PublishedShops.carried("la01")
    #expect(shop.schedule(by: .rule(.mwkr)) == shop.schedule(by: .mwkr))
    #expect(
      shop.schedule(by: .rollouts(.spt, count: 4), seed: 3) == shop.bestSampledSchedule(by: .spt, count: 4, seed: 3))
    #expect(shop.schedule(by: .beam(.spt, width: 6)) == shop.beamSchedule(by: .spt, width: 6))
  }
}
