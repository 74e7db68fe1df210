import Apus
import ApusProblems
import ApusTestSupport
import Foundation
import Testing

/// Proofs of published job shops: carried ones always, the others where the data folder is present.
@Suite struct PublishedOptimaTests {
  @Test(arguments: ["ft06", "ft10", "ft20", "la01", "la02", "la03", "la04", "la05"])
  func carriedClassicsAreProven(name: String) async throws {
    try await prove(#require(JobShop.named(name)), optimum: #require(JobShop.provenOptimum(of: name)))
  }

  @Test func publishedOptimaAreReached() async throws {
    let bounds = try PublishedData.makespans("jobshop")
    let names = (6...20).map { String(format: "la%02d", $0) } + (1...10).map { String(format: "orb%02d", $0) }
    for name in names + ["abz5", "abz6"] {
      guard let known = bounds[name], known.isOptimal, let file = PublishedData.file("jobshop", "\(name).txt") else {
        continue
      }
      try await prove(JobShop(contentsOf: file), optimum: known.value)
    }
  }

  private func prove(_ shop: JobShop, optimum: Int) async throws {
    var options = SolveOptions()
    options.timeLimit = .seconds(120)
    let report = try await shop.model().report(options)
    #expect(report.result.status == "optimal", "\(shop.name)")
    #expect(report.objective == optimum, "\(shop.name)")
    let solution = try #require(report.result.solution)
    #expect(shop.violations(ofSchedule: shop.tasks(of: solution)).isEmpty, "\(shop.name)")
  }
}
