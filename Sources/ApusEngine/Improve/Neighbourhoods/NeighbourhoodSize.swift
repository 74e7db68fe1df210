/// How much a neighbourhood relaxes: larger after a sub-problem that was closed within its budget, smaller after one that was not, so that
/// about half of them are.
///
/// The steps shrink each time that the direction turns: first the right size is found, then it is followed.
struct NeighbourhoodSize: Sendable {
  /// A share of the solution, in `least...1`.
  private(set) var share: Double
  private let least: Double
  private var step = 2.0
  private var wasClosed: Bool?

  private static let shortestStep = 1.05

  init(_ share: Double, least: Double) {
    self.least = min(least, 1)
    self.share = min(max(share, least), 1)
  }

  mutating func adapt(isClosed: Bool) {
    if let wasClosed, wasClosed != isClosed { step = max(step.squareRoot(), Self.shortestStep) }
    wasClosed = isClosed
    share = isClosed ? min(1, share * step) : max(least, share / step)
  }
}
