import ApusHeuristics
import ApusStructure
import Foundation
import Testing

/// The averages of `Docs/DispatchingRules.md`. Without the published data the suite is skipped, and says so.
@Suite(
  "Published averages of the rules",
  .enabled(if: PublishedShops.isPresent, "no published job shops found; set APUS_DATA to a folder that holds jobshop/"))
struct PublishedAveragesTests {
  struct Family: Sendable, CustomTestStringConvertible {
    var name: String
    var testDescription: String { name }
    var instances: [String]
    /// Mean excess over the best known makespan in percent, rule by rule as in `DispatchingRule.classic`, and of the best rule.
    var excess: [Double]
  }

  static let families: [Family] = [
    Family(
      name: "la", instances: PublishedShops.names("la", 1...40),
      excess: [18.9, 20.0, 32.0, 12.6, 35.8, 13.9, 11.5, 8.9, 7.2]),
    Family(
      name: "orb", instances: PublishedShops.names("orb", 1...10),
      excess: [29.7, 26.3, 34.9, 25.2, 33.1, 29.1, 19.8, 16.6, 14.9]),
    Family(
      name: "swv", instances: PublishedShops.names("swv", 1...20),
      excess: [37.4, 23.1, 44.7, 28.4, 32.6, 35.9, 29.9, 19.4, 17.1]),
    Family(
      name: "yn", instances: PublishedShops.names("yn", 1...4),
      excess: [25.9, 30.7, 31.2, 19.7, 42.7, 22.8, 20.9, 16.8, 15.6]),
    Family(
      name: "ta", instances: PublishedShops.names("ta", 1...80),
      excess: [25.4, 27.5, 43.1, 19.6, 45.7, 19.7, 18.0, 14.5, 14.0]),
  ]

  /// Mean makespans of FIFO, SPT, MWKR, MOPNR, FDD/MWKR and SPT/TWKR on ten instances each.
  static let taillard: [(first: Int, makespans: [Double])] = [
    (1, [1522.8, 1546.1, 1464.3, 1481.3, 1447.0, 1432.7]),
    (11, [1793.3, 1813.5, 1683.6, 1686.7, 1655.5, 1601.1]),
    (21, [2059.9, 2067.0, 1969.8, 1968.3, 1940.2, 1913.2]),
    (31, [2347.7, 2419.3, 2214.8, 2195.8, 2175.0, 2078.7]),
    (41, [2553.5, 2619.1, 2439.0, 2433.6, 2415.6, 2316.9]),
    (51, [3346.4, 3441.0, 3240.0, 3254.5, 3197.1, 3109.4]),
    (61, [3525.0, 3570.8, 3352.8, 3346.9, 3307.1, 3200.1]),
    (71, [6095.0, 6139.0, 5812.2, 5856.9, 5776.8, 5566.7]),
  ]

  /// Mean excess in percent, rule by rule and of the best rule.
  static func meanExcess(_ instances: [String], _ kind: ScheduleClass) throws -> [Double] {
    let bounds = try PublishedShops.upperBounds()
    var sums = [Double](repeating: 0, count: DispatchingRule.classic.count + 1)
    for name in instances {
      let shop = try PublishedShops.shop(name)
      let bound = Double(try #require(bounds[name]))
      let excess = DispatchingRule.classic.map { 100 * (Double(shop.schedule(by: $0, kind).objective) / bound - 1) }
      for (index, value) in (excess + [excess.min()!]).enumerated() { sums[index] += value }
    }
    return sums.map { $0 / Double(instances.count) }
  }

  @Test("Mean excess over the best known makespans, to 0.1 %", arguments: families)
  func excess(family: Family) throws {
    let measured = try Self.meanExcess(family.instances, .nonDelay)
    for (value, published) in zip(measured, family.excess) { #expect(abs(value - published) <= 0.0501) }
    print(row("\(family.name), non-delay", measured))
    print(row("\(family.name), active", try Self.meanExcess(family.instances, .active)))
  }

  @Test("Mean makespans by class of Taillard, to 0.1", arguments: taillard)
  func makespans(first: Int, published: [Double]) throws {
    let rules: [DispatchingRule] = [.fifo, .spt, .mwkr, .mopnr, .fddOverMwkr, .sptOverTwkr]
    let shops = try PublishedShops.names("ta", first...first + 9).map { try PublishedShops.shop($0) }
    for (rule, mean) in zip(rules, published) {
      let total = shops.reduce(0) { $0 + $1.schedule(by: rule).objective }
      #expect(abs(Double(total) / 10 - mean) < 0.01, "\(rule.rawValue)")
    }
  }

  @Test("The best of 32 samples, for the record")
  func samples() throws {
    let bounds = try PublishedShops.upperBounds()
    for family in Self.families {
      var excess = 0.0
      for name in family.instances {
        let best = try PublishedShops.shop(name).bestSampledSchedule(by: .sptOverTwkr)
        excess += 100 * (Double(best.objective) / Double(try #require(bounds[name])) - 1)
      }
      print(row("\(family.name), best of 32 samples of SPT/TWKR", [excess / Double(family.instances.count)]))
    }
  }

  private func row(_ name: String, _ values: [Double]) -> String {
    "| \(name) | " + values.map { String(format: "%.2f", $0) }.joined(separator: " | ") + " |"
  }
}
