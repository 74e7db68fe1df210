/// The prices of the jobs in a Lagrangian relaxation, moved along subgradients (Held, Wolfe and Crowder, Mathematical Programming 6, 1974).
///
/// A path through time may leave a job out or do it several times; it is paid its price each time it is done, and costs it once.
struct Multipliers {
  private(set) var price: [Double]
  /// The prices that gave the best bound, and that bound.
  private(set) var bestPrice: [Double]
  private(set) var bound = -Double.infinity
  /// How much jobs have been done too often or too seldom of late.
  private(set) var disorder: [Double]
  private var step = 1.0
  private var movesWithoutGain = 0

  init(count: Int) {
    price = [Double](repeating: 0, count: count)
    bestPrice = price
    disorder = price
  }

  /// The sum of the prices.
  var total: Double { price.reduce(0, +) }

  /// Begins anew at the best prices.
  mutating func restart(step: Double) {
    price = bestPrice
    self.step = step
    movesWithoutGain = 0
    for job in disorder.indices { disorder[job] *= 0.5 }
  }

  /// Whether steps have become too small to matter.
  var isTired: Bool { step < 0.002 }

  /// Takes in the bound at these prices, and how often the path that gave it does each job; moves the prices.
  mutating func move(bound: Double, visits: [Int32], upper: Double) {
    if bound > self.bound {
      if bound > self.bound + 1e-4 * abs(upper - self.bound) { movesWithoutGain = 0 }
      self.bound = bound
      bestPrice = price
    } else {
      movesWithoutGain += 1
    }
    if movesWithoutGain >= 8 {
      step *= 0.6
      movesWithoutGain = 0
    }
    var norm = 0.0
    for job in price.indices {
      let excess = Double(visits[job] - 1)
      norm += excess * excess
      disorder[job] = 0.95 * disorder[job] + abs(excess)
    }
    guard norm > 0 else { return }
    let length = step * Swift.max(1, upper - bound) / norm
    for job in price.indices { price[job] -= length * Double(visits[job] - 1) }
  }
}
