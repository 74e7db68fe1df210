import ApusStructure

/// The modified due date with three corrections for the length of a job, found by a language model (I. O. Çetinkaya, I. E. Büyüktahtakın, P. Shojaee,
/// C. K. Reddy, "Discovering heuristics with large language models for mixed-integer programs: single-machine scheduling", 2025).
///
/// The next job is the one with the least μ: with μ = max(1.1 *p* + *t*, *d*), ρ = min(1, *p* / (*t* + the longest of *U*)) and
/// θ = ρ² / (1 + ρ²), it is μ (1 + θ) + *p* / (*t* + the mean of *U*).
enum MDDChallenger {
  static func key(for machine: OneMachine) -> (Int, GreedyState) -> Double {
    { job, state in
      let duration = Double(machine.duration[job])
      let ratio = Swift.min(1, duration / Swift.max(1, state.time + state.longest))
      let correction = ratio * ratio / (1 + ratio * ratio)
      let modified = Swift.max(1.1 * duration + state.time, Double(machine.due[job])) * (1 + correction)
      return modified + duration / Swift.max(1, state.time + state.work / state.count)
    }
  }
}
