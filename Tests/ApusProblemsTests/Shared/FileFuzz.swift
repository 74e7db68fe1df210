import ApusModel
import ApusProblems
import ApusTestSupport
import Testing

/// Breaks the texts of instance files, and says what a reader owes to whoever gave it one.
struct FileFuzz {
  /// What insertions are made of: bytes that mean something, and some that must not.
  private let pieces: [[UInt8]]

  /// - Parameter words: what means something in the files of a family.
  init(words: [String]) {
    let anywhere = [
      "-1", "\n", "\r\n", "#", ".", "e9", "99999999999999999999", "0", "2147483648", "\u{FEFF}", "é", "\t", "-", "+",
      " ",
    ]
    pieces = (anywhere + words).map { Array($0.utf8) } + [[0], [0x1B], [0xFF], [0xC3]]
  }

  /// The text with one or two changes.
  func mutated(_ text: String, _ random: inout SplitMix64) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<random.draw(1...2) { mutate(&bytes, &random) }
    return bytes
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    switch random.draw(0...4) {
    case 0: bytes[place] ^= 1 << UInt8(random.draw(0...7))
    case 1: bytes.removeSubrange(place...)
    case 2: bytes.insert(contentsOf: random.pick(pieces), at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.draw(1...8)))
    default: bytes[place] = UInt8(random.draw(0x30...0x39))
    }
  }

  /// A refusal is one short line that names the file, and a line of it.
  func expectReadable(_ error: InputError, of bytes: [UInt8], in file: String) {
    let description = error.description
    #expect(description.hasPrefix("\(file):"))
    #expect(description.utf8.count < 400)
    #expect(!description.unicodeScalars.contains { $0.properties.generalCategory == .control })
    if let line = error.line { #expect(line <= bytes.count { $0 == 0x0A } + 1) }
  }
}
