import Apus
import ApusProblems
import Foundation
import Testing

/// Proofs of published job shops: carried ones always, the others where the data folder is present.
@Suite struct PublishedOptimaTests {
  @Test(arguments: ["ft06", "ft10", "ft20", "la01", "la02", "la03", "la04", "la05"])
  func carriedClassicsAreProven(name: String) async throws {
    try await prove(#require(JobShop.named(name)), optimum: #require(JobShop.provenOptimum(of: name)))
  }

  @Test func publishedOptimaAreReached() async throws {
    guard let folder = Self.folder, let bounds = try? Self.optima(folder) else { return }
    let names = (6...20).map { String(format: "la%02d", $0) } + (1...10).map { String(format: "orb%02d", $0) }
    for name in names + ["abz5", "abz6"] {
      guard let optimum = bounds[name] else { continue }
      let file = folder.appending(path: "\(name).txt")
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      try await prove(JobShop(contentsOf: file), optimum: optimum)
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

  /// `$APUS_DATA/jobshop`, or the data sets beside the project.
  private static var folder: URL? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let places = [
      ProcessInfo.processInfo.environment["APUS_DATA"].map { URL(filePath: $0) },
      root.appending(path: "../shared/datasets"),
    ]
    return places.compactMap { $0?.appending(path: "jobshop") }
      .first { FileManager.default.fileExists(atPath: $0.appending(path: "bounds.csv").path) }
  }

  private static func optima(_ folder: URL) throws -> [String: Int] {
    let table = try String(contentsOf: folder.appending(path: "bounds.csv"), encoding: .utf8)
    var result: [String: Int] = [:]
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields.count > 4, fields[4] == "1", let value = Int(fields[3]) { result[String(fields[0])] = value }
    }
    return result
  }
}
