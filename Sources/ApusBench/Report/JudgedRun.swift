/// A run together with what it is measured by.
public struct JudgedRun: Sendable {
  public let record: RunRecord
  /// What is known of its instance.
  public let known: BestKnown.Entry?
  /// What excess is measured from: the best-known objective, or where there is none, the best checked answer of the report.
  public let reference: Double?
  /// How the checked answer came about: ever better objectives, the last of which is the answer. Empty without an answer.
  public let progress: [RunEvent]
  /// Whether any of ``progress`` was told while it happened.
  public let hasEvents: Bool
  /// How long the run could have taken, in seconds: its limit, or where it had none, the longest run of the report.
  public let limit: Double

  init(_ record: RunRecord, events: [RunEvent], known: BestKnown.Entry?, reference: Double?, longest: Double) {
    self.record = record
    self.known = known
    self.reference = reference
    hasEvents = events.contains { $0.objective != nil }
    limit = record.limit ?? longest
    progress = Self.progress(of: record, events)
  }

  /// The answer's excess over the reference, as a fraction.
  var excess: Double? { record.answer.flatMap(excess) }

  /// The excess of any objective over the reference, as a fraction.
  func excess(_ objective: Double) -> Double? {
    guard let reference, let sense = record.sense else { return nil }
    return Statistics.excess(objective: objective, best: reference, sense: sense)
  }

  /// The proven bound: that of a checked optimum is its objective.
  var bound: Double? { record.status == .optimal ? record.answer ?? record.bound : record.bound }

  /// The seconds to the proof; nil without one.
  var secondsToProof: Double? { record.isProven ? record.seconds : nil }

  /// The seconds to the proof, or without one, what the run is charged: its limit, or its time where that is longer.
  var chargedSeconds: Double { secondsToProof ?? max(record.seconds, limit) }

  /// The seconds to the first solution, or to a proof that there is none.
  var secondsToAnswer: Double? {
    guard record.isSolved else { return nil }
    return progress.first?.t ?? record.seconds
  }

  /// The primal integral until the limit, in seconds; see ``Statistics/primalIntegral(_:reference:end:sense:)``.
  var primalIntegral: Double? {
    guard let reference, let sense = record.sense, record.status != .infeasible else { return nil }
    return Statistics.primalIntegral(progress, reference: reference, end: limit, sense: sense)
  }

  /// Events do not say whether their solutions were checked, so none that is better than the checked answer counts. A run without events
  /// had its answer when it says, or at its end.
  private static func progress(of record: RunRecord, _ events: [RunEvent]) -> [RunEvent] {
    guard let answer = record.answer, let sense = record.sense else { return [] }
    var steps: [RunEvent] = []
    for event in events.sorted(by: { $0.t < $1.t }) {
      guard let objective = event.objective, !sense.isBetter(objective, than: answer) else { continue }
      if let last = steps.last?.objective, !sense.isBetter(objective, than: last) { continue }
      steps.append(RunEvent(run: event.run, t: event.t, objective: objective))
    }
    if steps.last?.objective != answer {
      let end = max(record.secondsToBest ?? record.seconds, steps.last?.t ?? 0)
      steps.append(RunEvent(run: record.id, t: end, objective: answer))
    }
    return steps
  }
}
