/// The random numbers of Python's `random.Random`, to the bit.
///
/// MT19937 by M. Matsumoto and T. Nishimura, *Mersenne twister*, ACM TOMACS 8 (1998), 3–30, seeded by their `init_by_array` with the
/// words of an integer, least significant first, as CPython does. Generators that were published as Python programs are repeated
/// exactly by it; as a source of randomness it is good and not secret.
struct MersenneTwister: Sendable {
  private static let size = 624
  private static let offset = 397

  private var state: [UInt32]
  private var position = size

  /// Python's `Random(n)` for a number of any length, given by its bytes, most significant first. O(bytes).
  init(bigEndian bytes: some BidirectionalCollection<UInt8>) {
    var key: [UInt32] = []
    for (place, byte) in bytes.reversed().enumerated() {
      if place % 4 == 0 { key.append(0) }
      key[place / 4] |= UInt32(byte) << UInt32(8 * (place % 4))
    }
    while key.count > 1, key.last == 0 { key.removeLast() }
    self.init(key: key.isEmpty ? [0] : key)
  }

  /// The reference implementation's `init_by_array`.
  ///
  /// - Precondition: The key has at least one word.
  init(key: [UInt32]) {
    precondition(!key.isEmpty, "a key has at least one word")
    state = [19_650_218]
    for i in 1..<Self.size {
      state.append(1_812_433_253 &* (state[i - 1] ^ (state[i - 1] >> 30)) &+ UInt32(i))
    }
    var i = 1
    var j = 0
    func mixed(_ factor: UInt32) -> UInt32 { state[i] ^ ((state[i - 1] ^ (state[i - 1] >> 30)) &* factor) }
    func step(_ state: inout [UInt32]) {
      i += 1
      guard i == Self.size else { return }
      state[0] = state[Self.size - 1]
      i = 1
    }
    for _ in 0..<max(Self.size, key.count) {
      state[i] = mixed(1_664_525) &+ key[j] &+ UInt32(j)
      step(&state)
      j = j + 1 == key.count ? 0 : j + 1
    }
    for _ in 1..<Self.size {
      state[i] = mixed(1_566_083_941) &- UInt32(i)
      step(&state)
    }
    state[0] = 0x8000_0000
  }

  /// The next 32 bits.
  mutating func next() -> UInt32 {
    if position == Self.size { twist() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  /// Python's `randint(a, b)` for the bounds of a range: as many bits as the count needs, drawn again until they are below it.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    let count = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
    precondition(count != 0, "a range of all integers has no count")
    let width = UInt64.bitWidth - count.leadingZeroBitCount
    while true {
      let value = bits(width)
      if value < count { return range.lowerBound &+ Int(bitPattern: UInt(value)) }
    }
  }

  /// Python's `getrandbits` for 1 to 64 bits: whole words first, the least significant ones.
  private mutating func bits(_ count: Int) -> UInt64 {
    if count <= 32 { return UInt64(next() >> UInt32(32 - count)) }
    let low = UInt64(next())
    return UInt64(next() >> UInt32(64 - count)) << 32 | low
  }

  private mutating func twist() {
    for i in 0..<Self.size {
      let word = (state[i] & 0x8000_0000) | (state[(i + 1) % Self.size] & 0x7FFF_FFFF)
      state[i] = state[(i + Self.offset) % Self.size] ^ (word >> 1) ^ (word & 1 == 0 ? 0 : 0x9908_B0DF)
    }
    position = 0
  }
}
