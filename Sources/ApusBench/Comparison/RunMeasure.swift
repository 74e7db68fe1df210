/// What the runs of one instance are measured by.
struct RunMeasure {
  let sense: RunSense?
  /// The best objective of all runs and of what was known before.
  let reference: Double?
  /// What an unproven run without a time limit is charged, in seconds.
  let longest: Double

  init(_ pairs: [RunPair], known: Double?, longest: Double) {
    let sense = pairs.first?.base.sense
    self.sense = sense
    self.longest = longest
    let answers = pairs.flatMap { [$0.base.answer, $0.new.answer] }.compactMap(\.self)
    reference = (answers + [known].compactMap(\.self)).reduce(nil as Double?) { best, next in
      guard let best, let sense else { return next }
      return sense.better(best, next)
    }
  }

  /// The time of a proof, or the time limit where there is none: a crash after a second is not fast.
  func seconds(_ run: RunRecord) -> Double {
    run.isProven ? run.seconds : max(run.seconds, run.limit ?? longest)
  }

  /// The distance of the answer from the reference, from 0 to 1; 1 without an answer.
  func quality(_ run: RunRecord) -> Double {
    if run.isProven, run.status == .infeasible || sense == nil { return 0 }
    return sense == nil ? 1 : Statistics.boundedGap(run.answer, reference: reference)
  }

  /// The excess over the reference; `nil` without an answer, and where the reference is 0 and the answer is not.
  func excess(_ run: RunRecord) -> Double? {
    guard let sense, let reference, let answer = run.answer else { return nil }
    return Statistics.excess(objective: answer, best: reference, sense: sense)
  }

  /// Which run of a pair is better, as -1 for the new one, 1 for the base, 0 for a tie: by having an answer, by objective, by
  /// having a proof, and between two proofs by time, where shifted times further apart than `threshold` count.
  func order(_ pair: RunPair, shift: Double, threshold: Double) -> Int {
    let (base, new) = (quality(pair.base), quality(pair.new))
    if base != new { return new < base ? -1 : 1 }
    if pair.base.isProven != pair.new.isProven { return pair.new.isProven ? -1 : 1 }
    guard pair.new.isProven else { return 0 }
    let (before, after) = (pair.base.seconds + shift, pair.new.seconds + shift)
    if after > before * (1 + threshold) { return 1 }
    return before > after * (1 + threshold) ? -1 : 0
  }
}
