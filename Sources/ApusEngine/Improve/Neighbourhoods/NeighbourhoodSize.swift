/// How much a neighbourhood relaxes: larger after a sub-problem that was exhausted within its budget, smaller after one that was not, so that
/// about half of them are. A better solution does not count: while they come easily, small sub-problems give them for less work.
///
/// The steps shrink each time that the direction turns: first the right size is found, then it is followed.
struct NeighbourhoodSize: Sendable {
  /// A share of the solution, in `least...1`.
  private(set) var share: Double
  private let least: Double
  private var step = 2.0
  private var wasExhausted: Bool?

  private static let shortestStep = 1.05

  init(_ share: Double, least: Double) {
    self.least = min(least, 1)
    self.share = min(max(share, least), 1)
  }

  mutating func adapt(isExhausted: Bool) {
    if let wasExhausted, wasExhausted != isExhausted { step = max(step.squareRoot(), Self.shortestStep) }
    wasExhausted = isExhausted
    share = isExhausted ? min(1, share * step) : max(least, share / step)
  }
}
