import ApusBench
import ApusModel
import Foundation

/// Runs as tests need them.
enum Runs {
  /// A run that proved `objective` in `seconds`.
  static func proven(_ instance: String, seed: Int = 0, _ seconds: Double, objective: Double = 100) -> RunRecord {
    RunRecord(
      suite: "s", instance: instance, family: "f", solver: "apus", status: .optimal, objective: objective,
      bound: objective, seconds: seconds, verified: true, limit: 1000, seed: seed, host: "h",
      started: "2026-03-01T12:00:00Z")
  }

  /// A run that stopped at its limit, with or without an answer.
  static func stopped(_ instance: String, seed: Int = 0, objective: Double?, limit: Double = 1000) -> RunRecord {
    var run = proven(instance, seed: seed, limit)
    run.status = objective == nil ? .unknown : .feasible
    run.objective = objective
    run.bound = 1
    run.verified = objective != nil
    run.limit = limit
    return run
  }

  /// Two sets of runs on `instances` instances of very unlike hardness with `seeds` seeds each, the new ones slower by a factor that is
  /// `slowdown` on average and spreads over instances; every time carries noise of about `noise`.
  static func synthetic(
    instances: Int, seeds: Int, slowdown: Double, noise: Double, spread: Double = 0, random: inout SplitMix64
  ) -> (base: [RunRecord], new: [RunRecord]) {
    var base: [RunRecord] = []
    var new: [RunRecord] = []
    for instance in 0..<instances {
      let time = exp(random.normal() * 1.2 + 3)
      let factor = slowdown * exp(spread * random.normal())
      for seed in 0..<seeds {
        let name = "i\(instance)"
        base.append(proven(name, seed: seed, time * exp(noise * random.normal())))
        new.append(proven(name, seed: seed, time * factor * exp(noise * random.normal())))
      }
    }
    return (base, new)
  }
}
