import ApusModel
import ApusTestSupport
import Testing

@testable import ApusProblems

@Suite struct FlexibleFuzzTests {
  /// What insertions are made of: bytes that mean something, and some that must not.
  private static let pieces: [[UInt8]] =
    [
      "-1", "\n", "\r\n", "#", ".", "e9", "99999999999999999999", "0", "2147483648", "1 1 1\n", "\u{FEFF}", "é", "\t",
      "-", "+",
      " ", "nan", "inf",
    ].map { Array($0.utf8) } + [[0], [0x1B], [0xFF], [0xC3]]

  @Test(arguments: 0..<8)
  func mutatedFilesAreReadOrRefused(part: Int) throws {
    var random = SplitMix64(seed: part)
    var accepted = 0
    for round in 0..<700 {
      let (own, text) = FlexibleExamples.all[round % FlexibleExamples.all.count]
      var bytes = Array(text.utf8)
      for _ in 0..<random.draw(1...2) { Self.mutate(&bytes, &random) }
      let format = random.chance(60) ? own : random.chance(50) ? nil : random.pick(FlexibleJobShop.Format.allCases)
      let mutated = bytes
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
        let description = error.description
        #expect(description.hasPrefix("f:"))
        #expect(description.utf8.count < 400)
        #expect(!description.unicodeScalars.contains { $0.properties.generalCategory == .control })
        if let line = error.line { #expect(line <= bytes.count { $0 == 0x0A } + 1) }
      }
    }
    #expect(accepted > 20, "the mutations are too wild to test more than refusal")
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    switch random.draw(0...4) {
    case 0: bytes[place] ^= 1 << UInt8(random.draw(0...7))
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.insert(contentsOf: random.pick(pieces), at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.draw(1...8)))
    default: bytes[place] = UInt8(random.draw(0x30...0x39))
    }
  }
}
