/// A small, fast generator of random bits whose sequence depends on its seed alone, on every platform.
///
/// Good enough for sampling and tests; not for secrets. One step is a few nanoseconds.
///
/// G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
@frozen
public struct SplitMix64: RandomNumberGenerator, Sendable, Hashable {
  @usableFromInline var state: UInt64

  /// A generator that starts at `seed`; equal seeds give equal sequences.
  @inlinable public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  @inlinable public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number drawn uniformly from the multiples of 2⁻⁵³ in 0..<1.
  @inlinable public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
