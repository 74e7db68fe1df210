/// The BLAKE2b digest of RFC 7693, without a key.
///
/// Our own for the reason that ``SHA256`` is: published generators derive their seeds by it, and one digest is no reason for a package.
enum BLAKE2b {
  /// The digest of `bytes` in as many bytes as are asked for, 1 to 64. O(bytes).
  static func digest(of bytes: [UInt8], length: Int) -> [UInt8] {
    precondition(1...64 ~= length, "a digest has 1 to 64 bytes")
    var hash = initial
    hash[0] ^= 0x0101_0000 ^ UInt64(length)
    var start = 0
    while bytes.count - start > 128 {
      compress(&hash, bytes[start..<start + 128], counter: start + 128, isLast: false)
      start += 128
    }
    compress(&hash, bytes[start...], counter: bytes.count, isLast: true)
    return Array(
      hash.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }.prefix(length))
  }

  /// The function F of section 3.2; a block of less than 128 bytes is filled with zeros.
  private static func compress(_ hash: inout [UInt64], _ block: ArraySlice<UInt8>, counter: Int, isLast: Bool) {
    var message = [UInt64](repeating: 0, count: 16)
    for (place, byte) in block.enumerated() { message[place / 8] |= UInt64(byte) << UInt64(8 * (place % 8)) }
    var v = hash + initial
    v[12] ^= UInt64(counter)
    if isLast { v[14] = ~v[14] }
    func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: UInt64, _ y: UInt64) {
      v[a] = v[a] &+ v[b] &+ x
      v[d] = rotated(v[d] ^ v[a], 32)
      v[c] = v[c] &+ v[d]
      v[b] = rotated(v[b] ^ v[c], 24)
      v[a] = v[a] &+ v[b] &+ y
      v[d] = rotated(v[d] ^ v[a], 16)
      v[c] = v[c] &+ v[d]
      v[b] = rotated(v[b] ^ v[c], 63)
    }
    for round in 0..<12 {
      let s = schedule[round % 10]
      for column in 0..<4 {
        mix(column, 4 + column, 8 + column, 12 + column, message[s[2 * column]], message[s[2 * column + 1]])
      }
      for row in 0..<4 {
        mix(
          row, 4 + (row + 1) % 4, 8 + (row + 2) % 4, 12 + (row + 3) % 4, message[s[8 + 2 * row]],
          message[s[9 + 2 * row]])
      }
    }
    for i in 0..<8 { hash[i] ^= v[i] ^ v[i + 8] }
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word >> count | word << (64 - count) }

  /// The fractional parts of the square roots of the first eight primes (2.6).
  private static let initial: [UInt64] = [
    0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1,
    0x510E_527F_ADE6_82D1, 0x9B05_688C_2B3E_6C1F, 0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179,
  ]

  /// The message word schedule (2.7).
  private static let schedule: [[Int]] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
  ]
}
