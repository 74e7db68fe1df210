import Apus
import ApusProblems
import ApusTestSupport
import Foundation
import Testing

/// Proofs of published instances of all families: carried ones always, the others where the data folder is present.
@Suite struct PublishedOptimaTests {
  @Test(arguments: ["ft06", "ft10", "ft20", "la01", "la02", "la03", "la04", "la05"])
  func carriedClassicsAreProven(name: String) async throws {
    try await prove(#require(JobShop.named(name)), optimum: #require(JobShop.provenOptimum(of: name)))
  }

  @Test func publishedOptimaAreReached() async throws {
    let bounds = try PublishedData.makespans("jobshop")
    let names = (6...20).map { String(format: "la%02d", $0) } + (1...10).map { String(format: "orb%02d", $0) }
    for name in names + ["abz5", "abz6"] {
      let plainName = String(name.split(separator: "/").last ?? "")
      guard let known = bounds[name] ?? bounds[plainName], known.isOptimal,
        let file = PublishedData.file("jobshop", "\(name).txt")
      else {
        continue
      }
      try await prove(JobShop(contentsOf: file), optimum: known.value)
    }
  }

  @Test(arguments: ["kacem1", "mk01"]) func carriedFlexibleShopsAreProven(name: String) async throws {
    let shop = try #require(FlexibleJobShop.named(name))
    let solution = try await prove(shop.model(), name, optimum: #require(FlexibleJobShop.provenOptimum(of: name)))
    #expect(shop.violations(ofSchedule: shop.tasks(of: solution)).isEmpty)
  }

  /// Two of each dialect: precedences and resources, several modes, maximum lags, reservoirs.
  @Test(arguments: [
    "j30/j301_1.sm", "j30/j305_2.sm", "mm/j10/j102_2.mm", "mm/j20/j203_2.mm", "max/j10/psp1.sch", "max/j10/psp5.sch",
    "consprod/BL/ConsProd_bl2003.rcp", "consprod/BL/ConsProd_bl2013.rcp", "patterson/pat1.rcp", "patterson/pat20.rcp",
  ]) func publishedProjectsAreProven(path: String) async throws {
    let name = String(path.prefix { $0 != "." })
    let bounds = try PublishedData.makespans("rcpsp", kindSuffix: "makespan")
    let plainName = String(name.split(separator: "/").last ?? "")
    guard let known = bounds[name] ?? bounds[plainName], known.isOptimal, let file = PublishedData.file("rcpsp", path)
    else { return }
    let project = try ProjectScheduling(contentsOf: file)
    let solution = try await prove(project.model(), name, optimum: known.value)
    #expect(project.violations(ofSchedule: project.tasks(of: solution)).isEmpty)
  }

  private func prove(_ shop: JobShop, optimum: Int) async throws {
    let solution = try await prove(shop.model(), shop.name, optimum: optimum)
    #expect(shop.violations(ofSchedule: shop.tasks(of: solution)).isEmpty, "\(shop.name)")
  }

  private func prove(_ model: Model, _ name: String, optimum: Int) async throws -> Solution {
    var options = SolveOptions()
    options.timeLimit = .seconds(120)
    let report = try await model.report(options)
    #expect(report.result.status == "optimal", "\(name)")
    #expect(report.objective == optimum, "\(name)")
    return try #require(report.result.solution)
  }
}
