import ApusProblems
import Testing

@testable import ApusBench

/// The table of best-known bounds, and its reader.
@Suite struct BestKnownTests {
  @Test func theJobShops() throws {
    let known = try packageBenchmarks.bestKnown(family: "jobshop")
    #expect(known.entries.count == 173)
    for entry in known.entries {
      let (lower, upper) = (try #require(entry.lowerBound), try #require(entry.upperBound))
      #expect(0 < lower && lower <= upper, "\(entry.instance)")
      #expect(entry.isOptimal == (lower == upper), "\(entry.instance)")
    }
    #expect(known["ft10"]?.optimum == 930 && known["swv07"]?.optimum == nil && known["nothing"] == nil)
  }

  @Test func theOthers() throws {
    let flexible = try packageBenchmarks.bestKnown(family: "flexible-jobshop")
    #expect(flexible.entries.count == 402 && flexible.entries.count { !$0.isOptimal } == 59)
    #expect(flexible["mk01"]?.optimum == 40 && flexible["orb7_edata"]?.optimum == 389)
    let projects = try packageBenchmarks.bestKnown(family: "rcpsp")
    #expect(projects.entries.count == 867 && projects["j301_1"]?.optimum == 43)
    let graphs = try packageBenchmarks.bestKnown(family: "task-graph")
    #expect(graphs.entries.count == 1440 && graphs["stg50-rand0000#4"]?.optimum == 66)
    // Without bounds are those that have no schedule.
    #expect(projects.entries.allSatisfy { ($0.upperBound == nil) == $0.source.hasSuffix(": infeasible") })
    for name in FlexibleJobShop.carriedNames {
      let shop = try #require(FlexibleJobShop.named(name))
      #expect(shop.provenOptimum == flexible[name]?.optimum)
    }
  }

  /// Where Apus carries or generates an instance, the table agrees with what follows from the instance itself.
  @Test func theBoundsFitTheInstances() throws {
    for entry in try packageBenchmarks.bestKnown(family: "jobshop").entries {
      guard let shop = JobShop.named(entry.instance) else { continue }
      let simple = shop.simpleBounds.map(\.value).max() ?? 0
      #expect(simple <= entry.upperBound ?? 0, "\(entry.instance)")
      if let optimum = shop.provenOptimum { #expect(optimum == entry.optimum, "\(entry.instance)") }
    }
  }

  @Test func excess() throws {
    let known = try Self.read("a,10,200,0,2026-01-01,x\nb,,,0,2026-01-01,x\nc,0,0,1,2026-01-01,x\r\n")
    #expect(known["a"]?.excess(of: 210).map { abs($0 - 0.05) < 1e-12 } == true && known["a"]?.excess(of: 200) == 0)
    #expect(known["b"]?.excess(of: 7) == nil)
    #expect(known["c"]?.excess(of: 0) == 0 && known["c"]?.excess(of: 1) == nil)
  }

  private static func read(_ rows: String, header: String = BestKnown.header) throws(InputError) -> BestKnown {
    try BestKnown(bytes: Array("\(header)\n\(rows)".utf8), file: "b.csv")
  }

  @Test(arguments: [
    "a,2,1,0,2026-01-01,x", "a,1,1,0,2026-01-01,x", "a,1,2,1,2026-01-01,x", "a,1,2,yes,2026-01-01,x",
    "a,one,2,0,2026-01-01,x", "a,1,2,0,lately,x", "a,1,2,0,2026-01-01", "a,1,2,0,2026-01-01,x,y",
    ",1,2,0,2026-01-01,x", "ok,1,2,0,2026-01-01,x", "a,1,2,0,2026-01-01,\"x\"", "a,,,1,2026-01-01,x",
    "a,1,99999999999999999999,0,2026-01-01,x",
  ])
  func whatIsBrokenHasALine(_ row: String) {
    let error = #expect(throws: InputError.self) { try Self.read("ok,1,2,0,2026-01-01,x\n\(row)\n") }
    #expect(error?.line == 3)
  }

  @Test func otherFiles() {
    #expect(throws: InputError.self) { try Self.read("", header: "instance,objective") }
    #expect(throws: InputError.self) { try BestKnown(bytes: [], file: "b.csv") }
    #expect(throws: InputError.self) { try BestKnown(bytes: [0xFF, 0xFE], file: "b.csv") }
    #expect(throws: InputError.self) { try packageBenchmarks.bestKnown(family: "nothing") }
  }
}
