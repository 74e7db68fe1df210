import Testing

@testable import ApusProblems

@Suite struct PythonRandomTests {
  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// `hashlib.blake2b(b"abc").hexdigest()`, RFC 7693, appendix A, and shorter and longer inputs of the same function.
  @Test func digestsAreThoseOfTheStandard() {
    #expect(
      hexadecimal(BLAKE2b.digest(of: Array("abc".utf8), length: 64))
        == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923")
    #expect(hexadecimal(BLAKE2b.digest(of: [], length: 16)) == "cae66941d9efbd404e4d88758ea67670")
    #expect(
      hexadecimal(BLAKE2b.digest(of: (0..<300).map { UInt8($0 % 251) }, length: 16))
        == "a021a719dabbbce707bec49e7a6c9865")
    #expect(
      hexadecimal(BLAKE2b.digest(of: (0..<128).map { UInt8($0) }, length: 16))
        == "a74787004ef589e31149183900d0294a")
  }

  /// `random.Random(n).getrandbits(32)`, by CPython.
  @Test func wordsAreThoseOfPython() {
    var zero = MersenneTwister(bigEndian: [UInt8]())
    #expect((0..<3).map { _ in zero.next() } == [3_626_764_237, 1_654_615_998, 3_255_389_356])
    var large = MersenneTwister(bigEndian: (1...16).map { UInt8($0) })
    #expect((0..<3).map { _ in large.next() } == [3_265_120_510, 372_153_784, 976_489_136])
    for _ in 0..<1000 { _ = large.next() }
    #expect(large.next() == 1_689_561_546)
  }

  /// `random.Random(7).randint(a, b)` for narrow ranges, one of a single value and one of more than 32 bits.
  @Test func integersAreThoseOfPython() {
    var random = MersenneTwister(bigEndian: [7])
    #expect((0..<8).map { _ in random.integer(in: 1...4) } == [3, 2, 4, 1, 1, 1, 3, 1])
    #expect((0..<3).map { _ in random.integer(in: 5...5) } == [5, 5, 5])
    #expect(
      (0..<3).map { _ in random.integer(in: -10...1_000_000_000_000) } == [
        461_423_994_704, 262_293_031_813, 605_979_998_159,
      ])
    #expect((0..<3).map { _ in random.integer(in: 100...1000) } == [534, 160, 946])
  }
}
