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

  @Test(arguments: ["pinedo4", "pinedo5", "mddc6"]) func carriedTardinessIsProven(name: String) async throws {
    let machine = try #require(SingleMachine.named(name))
    try await prove(machine, optimum: #require(machine.provenOptimum))
  }

  /// Some of each size; the optima of 200 and 500 jobs are those of the files' headers.
  @Test func publishedTardinessIsProven() async throws {
    for (size, numbers) in [
      (20, stride(from: 1, through: 800, by: 40)), (100, stride(from: 1, through: 200, by: 10)),
      (200, stride(from: 1, through: 200, by: 20)), (500, stride(from: 1, through: 200, by: 50)),
    ] {
      guard let file = PublishedData.file("tardiness", "total-tardiness/uniform-\(size).txt") else { continue }
      let instances = try SingleMachine.instances(bytes: InputFile.bytes(of: file), name: "uniform-\(size)")
      for number in numbers {
        try await prove(instances[number - 1], optimum: #require(instances[number - 1].statedOptimum))
      }
    }
  }

  /// Proofs take longer.
  @Test func publishedWeightedTardinessIsReached() async throws {
    let bounds = try PublishedData.makespans("tardiness", kindSuffix: "total-weighted-tardiness")
    for size in [40, 50] {
      guard let file = PublishedData.file("tardiness", "wt\(size).txt") else { continue }
      let instances = try SingleMachine.instances(bytes: InputFile.bytes(of: file), name: "wt\(size)")
      for number in stride(from: 1, through: 125, by: 31) {
        let known = try #require(bounds[String(format: "wt%d_%03d", size, number)])
        var options = SolveOptions()
        options.timeLimit = .seconds(5)
        let report = try await instances[number - 1].model().report(options)
        #expect(
          report.objective == known.value && report.bound.map { $0 <= known.value } == true, "wt\(size) #\(number)")
      }
    }
  }

  private func prove(_ machine: SingleMachine, optimum: Int) async throws {
    let solution = try await prove(machine.model(), machine.name, optimum: optimum)
    #expect(machine.violations(ofSchedule: machine.tasks(of: solution)).isEmpty, "\(machine.name)")
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
