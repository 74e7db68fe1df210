import ApusStructure

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The keys of one rule on one shop, from plain arrays.
struct DispatchingKeys {
  private let rule: DispatchingRule
  /// The keys of all operations, where they depend on the operation alone.
  private let fixed: [Double]
  /// For rules that depend on time: due date and weight of the job, work remaining, duration, and the mean duration of the machine.
  private let aspects: [Aspect]

  private struct Aspect {
    var due: Double
    var weight: Double
    var remaining: Double
    var duration: Double
    var mean: Double
  }

  /// Complexity: O(*operations*).
  init(_ rule: DispatchingRule, for shop: Shop) {
    self.rule = rule
    var fixed: [Double] = []
    var aspects: [Aspect] = []
    let means = rule == .atc ? shop.meanDurations : [Double](repeating: 1, count: shop.machineCount)
    for job in 0..<shop.jobCount {
      let operations = shop.operations(ofJob: job)
      let total = operations.reduce(0) { $0 + Int(shop.duration[$1]) }
      let (due, weight) = shop.dueAndWeight(ofJob: job)
      var remaining = total
      for operation in operations {
        let duration = Int(shop.duration[operation])
        let divisor = Double(max(1, remaining))
        switch rule {
        case .spt: fixed.append(Double(duration))
        case .lpt: fixed.append(Double(-duration))
        case .mwkr: fixed.append(Double(-remaining))
        case .lwkr: fixed.append(Double(remaining))
        case .mopnr: fixed.append(Double(operation - operations.upperBound))
        case .fddOverMwkr: fixed.append(Double(total - remaining + duration) / divisor)
        case .sptOverTwkr: fixed.append(Double(duration) / divisor)
        case .edd: fixed.append(due)
        case .fifo: break
        case .mdd, .atc:
          aspects.append(
            Aspect(
              due: due, weight: weight, remaining: Double(remaining), duration: Double(duration),
              mean: means[Int(shop.machine[operation])]))
        }
        remaining -= duration
      }
    }
    self.fixed = fixed
    self.aspects = aspects
  }

  /// Whether keys change while an operation waits.
  var dependOnTime: Bool { rule.dependsOnTime }

  /// The key of an operation that became ready at `ready`, at time `time`; the least goes first.
  func key(_ operation: Int, ready: Int, time: Int) -> Double {
    switch rule {
    case .fifo: return Double(ready)
    case .mdd: return max(aspects[operation].due, Double(time) + aspects[operation].remaining)
    case .atc:
      let aspect = aspects[operation]
      let toCome = aspect.duration + 3 * (aspect.remaining - aspect.duration)
      let slack = max(0, aspect.due - Double(time) - toCome)
      return -aspect.weight / max(1, aspect.duration) * exp(-slack / (3 * max(1, aspect.mean)))
    default: return fixed[operation]
    }
  }
}

extension Shop {
  fileprivate func dueAndWeight(ofJob job: Int) -> (due: Double, weight: Double) {
    switch objective {
    case .makespan: return (0, 1)
    case .weightedTardiness(let due, let weight): return (Double(due[job]), Double(weight[job]))
    }
  }

  /// The mean duration of the operations of every machine; 0 for a machine without operations.
  fileprivate var meanDurations: [Double] {
    var sum = [Double](repeating: 0, count: machineCount)
    var count = [Double](repeating: 0, count: machineCount)
    for operation in 0..<operationCount {
      sum[Int(machine[operation])] += Double(duration[operation])
      count[Int(machine[operation])] += 1
    }
    return zip(sum, count).map { $1 == 0 ? 0 : $0 / $1 }
  }
}
