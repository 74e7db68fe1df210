import ApusModel
import ApusTestSupport
import Foundation
import Testing

/// Broken files are refused with a decoding error or read as a model that is valid; nothing traps.
@Suite struct ModelFormatFuzz {
  private static let pieces: [String] =
    [
      "-1", "0", "2147483648", "9223372036854775807", "-9223372036854775808", "1e30", "1.5", "null", "true", "\"\"",
      "[]",
      "{}", "[[0]]", "{\"integer\":0}", "{\"not\":0}", ",", ":", "[", "]", "{", "}", "\"",
    ]
    + ["usage", "reservoir", "alternative", "span", "sameOrder", "setup", "members", "steps", "times", "types", "from"]
    .map { "\"\($0)\"" }

  @Test(arguments: 0..<4) func mutatedFilesAreReadOrRefused(part: Int) throws {
    var random = SplitMix64(seed: part)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var (accepted, refused) = (0, 0)
    for round in 0..<800 {
      let model = RandomModel.data(seed: round, size: RandomModel.Size(kinds: RandomModel.Kind.allCases))
      var bytes = Array(try encoder.encode(model))
      for _ in 0..<random.draw(1...2) { Self.mutate(&bytes, &random) }
      do {
        let copy = try JSONDecoder().decode(ModelData.self, from: Data(bytes))
        try copy.validate()
        let text = try encoder.encode(copy)
        #expect(try encoder.encode(JSONDecoder().decode(ModelData.self, from: text)) == text)
        accepted += 1
      } catch is DecodingError { refused += 1 }
    }
    #expect(accepted > 20 && refused > 20, "\(accepted) and \(refused)")
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    let place = random.draw(0...bytes.count - 1)
    switch random.draw(1...6) {
    case 1: bytes[place] = UInt8(random.draw(0x20...0x7E))
    case 2: bytes.insert(contentsOf: random.pick(pieces).utf8, at: place)
    case 3...5:
      // Another number in place of one: what is most often still JSON.
      guard let digit = bytes[place...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
      let end = bytes[digit...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.endIndex
      bytes.replaceSubrange(digit..<end, with: random.pick(pieces).utf8)
    default: bytes.removeSubrange(place..<min(bytes.count, place + random.draw(1...12)))
    }
    if bytes.isEmpty { bytes = [0x7B] }
  }
}
