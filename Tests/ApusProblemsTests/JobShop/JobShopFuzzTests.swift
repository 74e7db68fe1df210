import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct JobShopFuzzTests {
  /// Valid texts of every shape that the readers know.
  private static let seeds: [String] = {
    let ft06 = JobShop.named("ft06")
    let taillard = (try? ft06?.taillardText()) ?? ""
    return [
      ft06?.standardText ?? "", taillard, taillard + taillard, "# c\r\n2 2\r\n0 4 1 2 0 5\r\n1 0\r\n",
      "2 2\n0 4 1 2 0 5 -1 -1\n1 0 -1 -1\n", "2 2\n1 2\n3 4\n1 2\n2 1\n", "2 3 7 8 9 9\n4 2 5\n3 1 6\n1 2 3\n3 1 2",
    ]
  }()

  private let fuzz = FileFuzz(words: [" -1 -1", "Nb", "Times", "Machines"])

  @Test(arguments: 0..<8)
  func mutatedFilesAreReadOrRefused(part: Int) throws {
    var random = SplitMix64(seed: UInt64(part))
    var accepted = 0
    for round in 0..<700 {
      let format = [nil, JobShop.Format.standard, .taillard].randomElement(using: &random) ?? nil
      let text = fuzz.mutated(Self.seeds[round % Self.seeds.count], &random)
      switch Result(catching: { () throws(InputError) in
        try JobShop.instances(bytes: text, name: "s", format: format)
      }) {
      case .success(let shops):
        accepted += shops.count
        for shop in shops {
          #expect(try JobShop(bytes: Array(shop.standardText.utf8), name: shop.name, format: .standard) == shop)
        }
      case .failure(let error):
        fuzz.expectReadable(error, of: text, in: "s")
      }
    }
    #expect(accepted > 20, "the mutations are too wild to test more than refusal")
  }
}
