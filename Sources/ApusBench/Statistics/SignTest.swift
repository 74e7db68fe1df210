import Foundation

extension Statistics {
  /// The sign test: the probability that `n` fair coins fall at least as unevenly as `wins` to `losses`, ties left out; two-sided, exact.
  ///
  /// min(1, 2 · P(B ≤ min(wins, losses))) with B binomial (n, ½). It asks only which side won, never by how much.
  ///
  /// W. J. Conover, "Practical Nonparametric Statistics", 3rd edition 1999, section 3.4.
  ///
  /// - Returns: 1 where there is neither win nor loss.
  public static func signTest(wins: Int, losses: Int) -> Double {
    let n = wins + losses
    let fewer = min(wins, losses)
    guard n > 0, fewer >= 0 else { return 1 }
    // ln C(n, k) term by term, so that neither binomials overflow nor powers of ½ vanish.
    var logarithm = -Double(n) * log(2)
    var tail = exp(logarithm)
    for k in 0..<fewer {
      logarithm += log(Double(n - k) / Double(k + 1))
      tail += exp(logarithm)
    }
    return min(1, 2 * tail)
  }
}
