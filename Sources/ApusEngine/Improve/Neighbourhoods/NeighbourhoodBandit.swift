import ApusModel

/// Which neighbourhood is next: drawn with a chance in proportion to the solutions that it found for its work of late, and never less than a
/// fixed share of an even chance.
///
/// Laborie and Godard, "Self-adapting large neighborhood search: application to single-mode scheduling problems", MISTA 2007: weights that
/// are learned from reward for effort, and a roulette wheel. Here old reward and old work fade at the same rate, and a prior of one
/// solution for the work of some trials keeps the estimate defined.
struct NeighbourhoodBandit: Sendable {
  /// Faded rewards and work, by arm, and the prior's share of both.
  private var reward: [Double]
  private var work: [Double]

  /// What remains of the past at each trial of an arm.
  private static let memory = 0.95
  /// The trials that the prior's one solution stands for.
  private static let priorTrials = 4.0
  /// The part of the wheel that is shared out evenly.
  private static let evenPart = 0.2

  init(count: Int) {
    reward = [Double](repeating: 0, count: count)
    work = [Double](repeating: 0, count: count)
  }

  /// The chance of each arm to be next; they sum to 1.
  var chances: [Double] {
    let rates = zip(reward, work).map { (1 + $0) / (Self.priorTrials + $1) }
    let total = rates.reduce(0, +)
    return rates.map { Self.evenPart / Double(rates.count) + (1 - Self.evenPart) * $0 / total }
  }

  func next(using random: inout SplitMix64) -> Int {
    var left = random.nextUnit()
    let chances = chances
    for (arm, chance) in chances.enumerated() {
      left -= chance
      if left < 0 { return arm }
    }
    return chances.count - 1
  }

  /// Takes note of a trial: the solutions it found, and its work as a part of its budget.
  mutating func note(_ arm: Int, solutions: Int, work part: Double) {
    reward[arm] = reward[arm] * Self.memory + Double(solutions)
    work[arm] = work[arm] * Self.memory + part
  }
}
