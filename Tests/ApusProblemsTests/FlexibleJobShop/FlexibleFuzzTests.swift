import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct FlexibleFuzzTests {
  private let fuzz = FileFuzz(words: ["1 1 1\n", "nan", "inf"])

  @Test(arguments: 0..<8)
  func mutatedFilesAreReadOrRefused(part: Int) throws {
    var random = SplitMix64(seed: part)
    var accepted = 0
    for round in 0..<700 {
      let (own, text) = FlexibleExamples.all[round % FlexibleExamples.all.count]
      let mutated = fuzz.mutated(text, &random)
      let format = random.chance(60) ? own : random.chance(50) ? nil : random.pick(FlexibleJobShop.Format.allCases)
      _ = ProblemFamily.flexibleJobShop.recognizes(mutated)
      switch Result(catching: { () throws(InputError) in
        try FlexibleJobShop(bytes: mutated, name: "f", format: format)
      }) {
      case .success(let shop):
        accepted += 1
        #expect(try FlexibleExamples.read(shop.text(in: .assembly), .assembly) == shop)
        if shop.hasChainsOnly { #expect(try FlexibleExamples.read(shop.text(in: .fjs), .fjs) == shop) }
        try shop.model().data.validate()
        #expect(shop.simpleBounds.allSatisfy { 0...shop.horizon ~= $0.value })
      case .failure(let error):
        fuzz.expectReadable(error, of: mutated, in: "f")
      }
    }
    #expect(accepted > 20, "the mutations are too wild to test more than refusal")
  }
}
