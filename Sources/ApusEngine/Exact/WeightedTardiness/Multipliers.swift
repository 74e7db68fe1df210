/// The prices of the jobs in a Lagrangian relaxation, moved along subgradients that lean on those before (P. M. Camerini, L. Fratta, F. Maffioli, "On
/// improving relaxation methods by modified gradient techniques", Mathematical Programming Study 3, 1975).
///
/// A path through time may leave a job out or do it several times; it is paid its price each time it is done, and costs it once.
struct Multipliers {
  private(set) var price: [Double]
  /// The prices that gave the best bound, and that bound.
  private(set) var bestPrice: [Double]
  private(set) var bound = -Double.infinity
  /// How much jobs have been done too often or too seldom of late.
  private(set) var disorder: [Double]
  private var direction: [Double]
  private var step = 1.0
  private var movesWithoutGain = 0

  /// How much of the last direction is kept where the subgradient turns against it.
  private static let deflection = 1.5
  /// Moves without gain after which steps become shorter, and by how much.
  private static let patience = 15
  private static let decay = 0.8
  private static let leastStep = 0.002

  init(count: Int) {
    price = [Double](repeating: 0, count: count)
    (bestPrice, disorder, direction) = (price, price, price)
  }

  /// The sum of the prices.
  var total: Double { price.reduce(0, +) }

  /// Begins anew at the best prices.
  mutating func restart(step: Double) {
    price = bestPrice
    self.step = step
    movesWithoutGain = 0
    for job in disorder.indices {
      disorder[job] *= 0.5
      direction[job] = 0
    }
  }

  /// Whether steps have become too small to matter.
  var isTired: Bool { step < Self.leastStep }

  /// Takes in the bound at these prices, and how often the path that gave it does each job; moves the prices.
  mutating func move(bound: Double, visits: [Int32], upper: Double) {
    if bound > self.bound {
      if bound > self.bound + 1e-4 * abs(upper - self.bound) { movesWithoutGain = 0 }
      self.bound = bound
      bestPrice = price
    } else {
      movesWithoutGain += 1
    }
    if movesWithoutGain >= Self.patience {
      step *= Self.decay
      movesWithoutGain = 0
    }
    var (turn, length) = (0.0, 0.0)
    for job in price.indices {
      let excess = Double(visits[job] - 1)
      turn += excess * direction[job]
      length += direction[job] * direction[job]
      disorder[job] = 0.95 * disorder[job] + abs(excess)
    }
    let kept = turn < 0 ? -Self.deflection * turn / length : 0
    length = 0
    for job in price.indices {
      direction[job] = Double(visits[job] - 1) + kept * direction[job]
      length += direction[job] * direction[job]
    }
    guard length > 0 else { return }
    let scale = step * Swift.max(1, upper - bound) / length
    for job in price.indices { price[job] -= scale * direction[job] }
  }
}
