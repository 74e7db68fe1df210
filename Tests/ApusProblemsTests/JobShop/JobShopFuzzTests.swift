import ApusModel
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

  /// What insertions are made of: bytes that mean something, and some that must not.
  private static let pieces: [[UInt8]] =
    [
      "-1", " -1 -1", "\n", "\r\n", "#", ".", "e9", "99999999999999999999", "Nb", "Times", "Machines", "0",
      "2147483648",
      "\u{FEFF}", "é", "\t", "-", "+", " ",
    ].map { Array($0.utf8) } + [[0], [0x1B], [0xFF], [0xC3]]

  @Test(arguments: 0..<8)
  func mutatedFilesAreReadOrRefused(part: Int) throws {
    var random = SplitMix64(seed: UInt64(part))
    var accepted = 0
    for round in 0..<700 {
      var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) { Self.mutate(&bytes, &random) }
      let format = [nil, JobShop.Format.standard, .taillard].randomElement(using: &random) ?? nil
      let text = bytes
      switch Result(catching: { () throws(InputError) in
        try JobShop.instances(bytes: text, name: "s", format: format)
      }) {
      case .success(let shops):
        accepted += shops.count
        for shop in shops {
          #expect(try JobShop(bytes: Array(shop.standardText.utf8), name: shop.name, format: .standard) == shop)
        }
      case .failure(let error):
        let description = error.description
        #expect(description.hasPrefix("s:"))
        #expect(description.utf8.count < 400)
        #expect(!description.unicodeScalars.contains { $0.properties.generalCategory == .control })
        if let line = error.line { #expect(line <= bytes.count { $0 == 0x0A } + 1) }
      }
    }
    #expect(accepted > 20, "the mutations are too wild to test more than refusal")
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &random)))
    default: bytes[place] = UInt8.random(in: 0x30...0x39, using: &random)
    }
  }
}
