import Foundation

extension Statistics {
  /// What the Wilcoxon signed-rank test found.
  public struct SignedRank: Sendable, Equatable {
    /// The number of differences that are not zero.
    public let count: Int
    /// The sum of the ranks of positive differences, and of negative ones.
    public let positive, negative: Double
    /// The two-sided probability of sums at least as uneven, were positive and negative equally likely.
    public let p: Double
  }

  /// How a probability is computed.
  public enum SignedRankMethod: Sendable {
    /// Exact up to 50 differences, normal beyond.
    case automatic
    /// From all 2ⁿ signs of the given ranks, ties included, counted by dynamic programming in O(n³).
    case exact
    /// The normal approximation, its variance corrected for ties and its distance from the mean by ½ for continuity.
    case normal
  }

  /// The Wilcoxon signed-rank test of paired differences: do they lie evenly about zero? Two-sided.
  ///
  /// Zeros are left out; the rest are ranked by size and the ranks of each sign added up. For ratios such as times, give differences of
  /// logarithms: the test assumes that differences are symmetric.
  ///
  /// F. Wilcoxon, "Individual comparisons by ranking methods", Biometrics Bulletin 1 (1945) 80-83; corrections as in M. Hollander,
  /// D. A. Wolfe, E. Chicken, "Nonparametric Statistical Methods", 3rd edition 2014, section 3.1.
  ///
  /// - Returns: a probability of 1 where no difference is left; `nil` where one is not a number.
  public static func signedRank(_ differences: [Double], method: SignedRankMethod = .automatic) -> SignedRank? {
    guard !differences.contains(where: \.isNaN) else { return nil }
    let kept = differences.filter { $0 != 0 }
    let ranks = doubledRanks(kept.map(abs))
    let positive = zip(kept, ranks).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
    let negative = ranks.reduce(0, +) - positive
    let exact = method == .exact || method == .automatic && kept.count <= 50
    let p = exact ? exactTail(ranks, min(positive, negative)) : normalTail(ranks, positive)
    return SignedRank(count: kept.count, positive: Double(positive) / 2, negative: Double(negative) / 2, p: p)
  }

  /// Twice the share of sign patterns whose positive ranks add up to `least` or less.
  private static func exactTail(_ ranks: [Int], _ least: Int) -> Double {
    // share[s]: the share of patterns of the ranks so far with sum s. Sums beyond `least` are never needed.
    var share = [Double](repeating: 0, count: least + 1)
    share[0] = 1
    for rank in ranks {
      for sum in stride(from: least, through: 0, by: -1) {
        share[sum] = (share[sum] + (sum >= rank ? share[sum - rank] : 0)) / 2
      }
    }
    return min(1, 2 * share.reduce(0, +))
  }

  private static func normalTail(_ ranks: [Int], _ positive: Int) -> Double {
    // Of every rank r, half is expected and r² / 4 is its variance; the sum of squares of shared ranks contains the correction for ties.
    let variance = ranks.reduce(0) { $0 + Double($1 * $1) } / 16
    let distance = abs(Double(positive) / 2 - Double(ranks.reduce(0, +)) / 4)
    guard variance > 0, distance > 0 else { return 1 }
    return min(1, erfc((distance - 0.5) / variance.squareRoot() / 2.0.squareRoot()))
  }
}
