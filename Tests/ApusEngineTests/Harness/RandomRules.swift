import ApusModel
import ApusTestSupport

@testable import ApusEngine

extension NoOverlapRules {
  /// The rules on and off in all ways, also those that short resources would not need.
  static func random(seed: Int) -> NoOverlapRules {
    var random = SplitMix64(seed: seed &* 31)
    var rules = NoOverlapRules()
    rules.overload = random.chance(80)
    rules.precedenceEnergy = random.chance(70)
    rules.edgeFinding = random.chance(50)
    rules.notLast = random.chance(50)
    rules.longestEager = random.chance(30) ? 0 : 120
    rules.longestScanned = random.chance(50) ? 0 : 64
    return rules
  }
}

extension CumulativeRules {
  /// The rules on and off in all ways, in long steps and short ones.
  static func random(seed: Int) -> CumulativeRules {
    var random = SplitMix64(seed: seed &* 37)
    var rules = CumulativeRules()
    rules.pushes = random.chance(85)
    rules.limitsDemands = random.chance(80)
    rules.findsEdges = random.chance(60)
    rules.mostSteps = random.pick([0, 1, 8])
    rules.smallestClique = random.pick([2, 3, .max])
    rules.ordersPairs = random.chance(30)
    return rules
  }
}

extension EngineOptions {
  /// The rules of all constraints on and off in all ways.
  static func random(seed: Int) -> EngineOptions {
    var options = EngineOptions()
    options.noOverlapRules = .random(seed: seed)
    options.cumulativeRules = .random(seed: seed)
    var random = SplitMix64(seed: seed &* 41)
    options.alternativeRules.hull = random.chance(75)
    options.reservoirRules.pushes = random.chance(80)
    return options
  }
}
