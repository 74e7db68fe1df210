/// The least load of the busiest machine, if operations could be split among the machines that can do them.
///
/// With x the share of operation i that machine j does, it is the linear program
///
///     min T,  sum over j of x[i,j] = 1 for each i,  sum over i of p[i,j] x[i,j] <= T for each j,  x >= 0
///
/// of J. K. Lenstra, D. B. Shmoys, É. Tardos, *Approximation algorithms for scheduling unrelated parallel machines*, Mathematical
/// Programming 46 (1990), 259–271. By duality its value is the greatest, over all weights y >= 0 of the machines, of
///
///     sum over i of (min over j of y[j] p[i,j])  /  sum over j of y[j].
///
/// Any weights bound the makespan from below: each operation puts at least its weighted least on a machine, and all machines
/// together have no more room than T for each unit of weight. So weights may be searched for by floating-point
/// arithmetic, and are then judged by whole numbers.
struct BalancedLoad {
  /// The durations of an operation with the machines, without those that have none.
  let operations: [[(machine: Int, duration: Int)]]
  let machineCount: Int

  private static let phases = 8
  private static let longestPhase = 200
  /// The most modes that are looked at in all.
  private static let effort = 40_000_000
  /// Weights are judged as whole numbers up to this: with durations that add up to 10⁹, all sums fit in 64 bits.
  private static let scale = 1_000_000.0

  /// The greatest bound that was found, rounded up.
  ///
  /// Multiplicative weights (S. A. Plotkin, D. B. Shmoys, É. Tardos, *Fast approximation algorithms for fractional packing and covering
  /// problems*, Mathematics of Operations Research 20 (1995), 257–301): all operations go where they weigh least, machines with
  /// more load than the mean become heavier, others lighter. In phases of half the step each, that begin with the best weights so far.
  /// Only sums, products and quotients, so that all machines compute the same.
  ///
  /// - Complexity: O(modes) a round, at most 1600 rounds.
  var bound: Int {
    var best = (value: 0.0, weights: initialWeights)
    let modes = operations.reduce(0) { $0 + $1.count }
    let rounds = max(5, min(Self.longestPhase, Self.effort / Self.phases / max(1, modes)))
    var step = 0.5
    for _ in 0..<Self.phases {
      var weights = best.weights
      for _ in 0..<rounds {
        let (value, loads) = evaluate(weights)
        if value > best.value { best = (value, weights) }
        guard let most = loads.max(), most > 0 else { return 0 }
        var sum = 0.0
        for machine in weights.indices {
          weights[machine] *= 1 + step * (loads[machine] - value) / most
          sum += weights[machine]
        }
        for machine in weights.indices { weights[machine] /= sum }
      }
      step /= 2
    }
    return certified(best.weights)
  }

  /// The same weight for every machine that can do something.
  private var initialWeights: [Double] {
    var weights = [Double](repeating: 0, count: machineCount)
    for modes in operations { for mode in modes { weights[mode.machine] = 1 } }
    let sum = weights.reduce(0, +)
    return sum > 0 ? weights.map { $0 / sum } : weights
  }

  /// The bound of weights that add up to 1, and the loads where every operation goes where it weighs least.
  private func evaluate(_ weights: [Double]) -> (value: Double, loads: [Double]) {
    var loads = [Double](repeating: 0, count: machineCount)
    var value = 0.0
    for modes in operations {
      var least = Double.infinity
      var choice = modes[0]
      for mode in modes {
        let weight = weights[mode.machine] * Double(mode.duration)
        if weight < least { (least, choice) = (weight, mode) }
      }
      loads[choice.machine] += Double(choice.duration)
      value += least
    }
    return (value, loads)
  }

  /// The bound of weights, exactly, rounded up.
  private func certified(_ weights: [Double]) -> Int {
    guard let most = weights.max(), most > 0 else { return 0 }
    let whole = weights.map { Int(($0 / most * Self.scale).rounded()) }
    let room = whole.reduce(0, +)
    let work = operations.reduce(0) { sum, modes in
      sum + modes.reduce(.max) { min($0, whole[$1.machine] * $1.duration) }
    }
    return (work + room - 1) / room
  }
}
