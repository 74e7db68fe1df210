/// The random numbers that the scheduling literature generates its instances with.
///
/// A linear congruential generator, x' = 16807 x mod (2³¹ - 1), computed as Bratley, Fox and Schrage do (*A Guide to
/// Simulation*, 1983) and published with the instances it generates by É. Taillard, *Benchmarks for basic scheduling
/// problems*, European Journal of Operational Research 64 (1993), 278–285. The same seed gives the same instance on every
/// machine, which is the point; as a source of randomness it is weak.
public struct TaillardRandom: Sendable {
  /// 2³¹ - 1, the modulus.
  private static let modulus = 2_147_483_647
  /// The seeds that are allowed; 0 and the modulus would give zeros only.
  public static let seeds = 1...2_147_483_646

  private var state: Int

  /// Starts the sequence of a seed.
  ///
  /// - Precondition: `seed` is one of ``seeds``.
  public init(seed: Int) {
    precondition(Self.seeds.contains(seed), "a seed must be from 1 to 2147483646")
    state = seed
  }

  /// The next number from `low` to `high`, both included, all equally likely but for rounding: the paper's U[a, b].
  ///
  /// - Precondition: `low <= high`, and `high - low` fits in 31 bits.
  public mutating func unif(_ low: Int, _ high: Int) -> Int {
    precondition(low <= high && high - low < Self.modulus, "a range must be neither empty nor wider than 31 bits")
    let quotient = state / 127_773
    state = 16_807 * (state % 127_773) - quotient * 2_836
    if state < 0 { state += Self.modulus }
    // The paper's arithmetic, in double precision as there: 0 < u < 1.
    let u = Double(state) / Double(Self.modulus)
    return low + Int(u * Double(high - low + 1))
  }
}

extension TaillardRandom {
  /// Derives `count` seeds from one, all of them allowed, by SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  ///
  /// Neighbouring seeds of this generator give neighbouring first numbers; mixing takes that away.
  public static func seeds(from seed: UInt64, count: Int) -> [Int] {
    var state = seed
    return (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      mixed ^= mixed >> 31
      return 1 + Int(mixed % UInt64(modulus - 1))
    }
  }
}
