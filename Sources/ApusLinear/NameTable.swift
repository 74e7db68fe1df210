/// Names of columns or rows: unique, and such that every program that reads LP or MPS reads them as one word.
///
/// Letters, digits, `_` and `.` stay; what else there is becomes `_`. Every name begins with a prefix of letters, so that none is a
/// number, an exponent or a keyword of the LP format. A name that is taken gets `_2`, `_3` and so on.
struct NameTable {
  /// The longest that GLPK takes is 255.
  private static let longest = 200

  private var taken: Set<String> = []
  private var next: [String: Int] = [:]

  /// A name of a prefix and words.
  mutating func name(_ prefix: String, _ words: [String]) -> String {
    var bytes = Array(prefix.utf8)
    for word in words {
      bytes.append(UInt8(ascii: "_"))
      for byte in word.utf8 { bytes.append(Self.isPlain(byte) ? byte : UInt8(ascii: "_")) }
    }
    let base = String(decoding: bytes.prefix(Self.longest), as: UTF8.self)
    var candidate = base
    while !taken.insert(candidate).inserted {
      let number = next[base, default: 2]
      next[base] = number + 1
      candidate = "\(base)_\(number)"
    }
    return candidate
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
