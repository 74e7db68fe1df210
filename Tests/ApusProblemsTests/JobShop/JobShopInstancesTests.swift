import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct JobShopInstancesTests {
  static let optima = [
    "ft06": 55, "ft10": 930, "ft20": 1165, "la01": 666, "la02": 655, "la03": 597, "la04": 590, "la05": 593,
  ]

  @Test func eightyEightNamesAreKnown() {
    #expect(JobShop.carriedNames.count == 88)
    #expect(Set(JobShop.carriedNames).count == 88)
    #expect(JobShop.carriedNames.allSatisfy { JobShop.named($0)?.name == $0 })
    #expect(JobShop.named("ta81") == nil)
    #expect(JobShop.named("") == nil)
    for (name, optimum) in Self.optima { #expect(JobShop.provenOptimum(of: name) == optimum) }
    #expect(JobShop.provenOptimum(of: "ta01") == nil)
  }

  /// The digests are of the published files, with runs of blanks made one; computed outside of Swift.
  @Test func generatedInstancesAreThePublishedOnes() throws {
    func digest(_ text: String) -> String { SHA256.hexDigest(of: Array(text.utf8)) }
    let texts = try JobShop.taillardInstances.map { try #require(JobShop.named($0.name)).standardText }
    #expect(digest(texts[0]) == "0de6b527c2fc37bda105201a7a829d64f80d9cd5c7c612cc9f4c4cb766007eff")
    #expect(digest(texts[40]) == "e6533f2dadf519ef1662f52f95671eace5b2026ee3eee927c3fc8422cd83fc5c")
    #expect(digest(texts[79]) == "ef97b48112a65a760eaddc21bfe5aff170e199abafba184fed72f4597e1a9767")
    #expect(digest(texts.joined()) == "03971f78b728bfceb95d9891887d251a42cd73f54be79b2506cf5b955d38d7c0")
    let ft10 = try #require(JobShop.named("ft10")).standardText
    #expect(digest(ft10) == "125491ec675089d0cda8e4e8677ccebe6273044fb3abdacd2341c982ebb9346b")
  }

  @Test(.enabled(if: PublishedData.folder("jobshop") != nil), arguments: JobShop.carriedNames)
  func carriedInstancesEqualTheDataSet(name: String) throws {
    guard let file = PublishedData.file("jobshop", "\(name).txt") else { return }
    #expect(try JobShop(contentsOf: file) == JobShop.named(name))
  }

  /// Jobs, machines and operations of files that are not carried; `dct` and `bel` are re-entrant.
  @Test(
    .enabled(if: PublishedData.folder("jobshop") != nil),
    arguments: [
      ("abz7", 20, 15, 300), ("yn1", 20, 20, 400), ("tai_10_1000_1", 10, 1000, 10_000),
      ("dct-long-1000-10000-1", 1002, 1000, 10_000), ("dct-short-100-10000-1", 2162, 100, 10_000),
      ("bel00", 792, 48, 5372),
    ])
  func otherShapesOfTheDataSetAreRead(name: String, jobs: Int, machines: Int, operations: Int) throws {
    guard let file = PublishedData.file("jobshop", "\(name).txt") else { return }
    let shop = try JobShop(contentsOf: file)
    #expect((shop.jobs.count, shop.machineCount) == (jobs, machines))
    #expect(shop.operationCount == operations)
    #expect(try JobShop(bytes: Array(shop.standardText.utf8), name: name) == shop)
  }
}
