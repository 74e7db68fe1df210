import ApusTestSupport
import Foundation
import Testing

@testable import ApusProblems

/// Every published instance on this machine is read as what its name says.
@Suite struct FlexiblePublishedTests {
  private static func files(_ folder: String) throws -> [URL] {
    guard let url = PublishedData.file("flexible-jobshop", folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  @Test func everyFileIsReadWrittenAndReadAgain() throws {
    let bounds = try PublishedData.makespans("flexible-jobshop")
    for file in try Self.files(".") {
      let shop = try FlexibleJobShop(contentsOf: file)
      let bytes = try InputFile.bytes(of: file)
      #expect(ProblemFamily.all.first { $0.recognizes(bytes) }?.name == "flexible-jobshop", "\(file.path)")
      #expect(shop.hasChainsOnly)
      for format in FlexibleJobShop.Format.allCases {
        #expect(
          try FlexibleJobShop(bytes: Array(shop.text(in: format).utf8), name: shop.name, format: format) == shop)
      }
      #expect(try FlexibleJobShop(bytes: Array(shop.text(in: .fjs).utf8), name: shop.name) == shop, "\(file.path)")
      try expectFirstLine(shop, file)
      try shop.model().data.validate()
      if let upper = bounds[shop.name]?.value {
        for bound in shop.simpleBounds { #expect(bound.value <= upper, "\(shop.name): \(bound)") }
        #expect(upper <= shop.horizon)
      }
    }
  }

  /// The mean number of machines that follows is wrong in many files, by up to 1.
  private func expectFirstLine(_ shop: FlexibleJobShop, _ file: URL) throws {
    let line = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)[0]
    let words = line.split(whereSeparator: \.isWhitespace)
    #expect(words[0] == "\(shop.jobs.count)" && words[1] == "\(shop.machineCount)")
  }

  @Test func assembliesAreReadWrittenAndReadAgain() throws {
    for file in try Self.files("assembly") {
      let shop = try FlexibleJobShop(contentsOf: file)
      #expect(
        ProblemFamily.all.first { $0.recognizes((try? InputFile.bytes(of: file)) ?? []) }?.name == "flexible-jobshop")
      #expect(!shop.hasChainsOnly && shop.jobs.count > 1, "\(shop.name)")
      #expect(
        try FlexibleJobShop(bytes: Array(shop.text(in: .assembly).utf8), name: shop.name) == shop, "\(shop.name)")
      try shop.model().data.validate()
    }
  }

  /// What is carried is what is published, and what is said of it, too.
  @Test(arguments: FlexibleJobShop.carriedNames) func carried(_ name: String) throws {
    let shop = try #require(FlexibleJobShop.named(name))
    guard let file = PublishedData.file("flexible-jobshop", "\(name).txt") else { return }
    #expect(try FlexibleJobShop(contentsOf: file) == shop)
    let known = try PublishedData.makespans("flexible-jobshop")[name]
    #expect(known?.isOptimal == true && known?.value == shop.provenOptimum)
  }

  /// Job shops are not taken for flexible ones.
  @Test func jobShopsStayJobShops() throws {
    guard let folder = PublishedData.folder("jobshop") else { return }
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "txt" {
      #expect(!ProblemFamily.flexibleJobShop.recognizes(try InputFile.bytes(of: file)), "\(file.path)")
    }
  }
}
