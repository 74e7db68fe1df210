import ApusModel

/// Judges every inference of a run by what its constraint means: each event once its level is complete, each conflict and each
/// learned clause when it is made.
///
/// For each event the explanation is asked for, once for the limit that was set and once for a weaker one; its premises must have
/// held before the event and must imply what was asked. Faults are recorded and the run goes on.
final class InferenceCheck {
  /// The first faults found, at most ``mostFaults``.
  private(set) var faults: [InferenceFault] = []
  /// How many inferences of each rule were judged.
  private(set) var judged: [String: Int] = [:]
  /// How many of them the judge gave up on.
  private(set) var undecided: [String: Int] = [:]
  /// By variable, the values of a solution that no learned clause may exclude: only while better solutions than it are asked for too.
  /// Nil for a variable whose scope is void there.
  var reference: [Int32?]?
  /// Called for every explanation, so that tests can judge it by their own means.
  var observe: ((_ rule: String, _ premises: [Bound], _ conclusion: Bound?) -> Void)?
  /// Whether to try explanations without each of their premises.
  var triesFewerPremises = false
  /// How many explanations of each rule do not hold without any one of their premises.
  private(set) var minimal: [String: Int] = [:]
  /// How many were tried so. Above the root only: what holds at the root is never explained.
  private(set) var tried: [String: Int] = [:]

  static let mostFaults = 20
  private var random = SplitMix64(seed: 1)

  /// Judges the events of the present level.
  func judgeLevel(of core: borrowing Core) {
    let root = RootDomains(of: core)
    let first = core.level == 0 ? 0 : Int(core.levelStart[core.level - 1])
    for index in first..<max(first, core.trail.count) {
      let event = core.trail[index]
      guard event.reason.kind != Reason.decision else { continue }
      judge(event.bound, event.reason, at: Int32(index), core, root)
      let weakest = event.previousLimit - 1
      if weakest > event.limit {
        let limit = event.limit + 1 + Int32(random.next() % UInt64(weakest - event.limit))
        judge(Bound(event.signed, limit), event.reason, at: Int32(index), core, root)
      }
    }
  }

  /// Judges the premises of the conflict, and the events that led to it.
  func judgeConflict(of core: borrowing Core) {
    judgeLevel(of: core)
    let root = RootDomains(of: core)
    let premises = core.conflict.array
    let now = Int32(core.trail.count)
    var (rule, verdict) = ("conflict", Judgement.notImplied)
    if let attempt = core.failedAttempt, core.judgesCrossing(attempt, premises, nil, root) == .implied {
      (rule, verdict) = ("conflict at a bound", .implied)
    }
    if verdict != .implied {
      for propagator in core.propagators where verdict != .implied {
        switch propagator.judge(premises, nil, root: root) {
        case .implied:
          (rule, verdict) = ("conflict of \(type(of: propagator))", .implied)
          countMinimal(rule, premises, core.level, root) { propagator.judge($0, nil, root: root) }
        case .undecided: verdict = .undecided
        case .notImplied: break
        }
      }
    }
    if verdict != .implied {
      var edges = EdgeJudgement(core, root, premises: premises, butNot: nil)
      if edges.isContradictory() { (rule, verdict) = ("conflict of edges", .implied) }
    }
    record(rule, premises, nil, at: now, verdict, core, root)
  }

  /// Judges a learned clause by the reference solution.
  func judgeLearned(_ clause: [Bound]) {
    guard let reference else { return }
    // A literal on a variable with a scope is the opposite of "present implies ...": it says that the variable is present.
    let holds = clause.contains { literal in
      guard let value = reference[Int(literal.signed >> 1)] else { return false }
      return (literal.signed & 1 == 0 ? value : -value) <= literal.limit
    }
    judged["learned clause", default: 0] += 1
    if !holds { add(InferenceFault(.excludedSolution, "learned clause", clause.map { !$0 }, nil)) }
  }

  private func judge(
    _ asked: Bound, _ reason: Reason, at time: Int32, _ core: borrowing Core, _ root: RootDomains
  ) {
    var column = Column<Bound>()
    core.explain(asked, reason, at: time, into: &column)
    let premises = column.array
    let verdict = core.judges(reason, premises, asked, root)
    countMinimal(core.rule(of: reason), premises, core.level, root) { core.judges(reason, $0, asked, root) }
    record(core.rule(of: reason), premises, asked, at: time, verdict, core, root)
  }

  /// Premises that hold at the root cost nothing and do not count.
  private func countMinimal(
    _ rule: String, _ premises: [Bound], _ level: Int32, _ root: RootDomains, _ judge: ([Bound]) -> Judgement
  ) {
    guard triesFewerPremises, level > 0 else { return }
    tried[rule, default: 0] += 1
    for (place, premise) in premises.enumerated() where root.limits[Int(premise.signed)] > premise.limit {
      var fewer = premises
      fewer.remove(at: place)
      if judge(fewer) == .implied { return }
    }
    minimal[rule, default: 0] += 1
  }

  private func record(
    _ rule: String, _ premises: [Bound], _ conclusion: Bound?, at time: Int32, _ verdict: Judgement,
    _ core: borrowing Core, _ root: RootDomains
  ) {
    judged[rule, default: 0] += 1
    observe?(rule, premises, conclusion)
    for premise in premises where core.limit(of: premise.signed, at: time) > premise.limit {
      add(InferenceFault(.prematurePremise, rule, premises, conclusion))
      break
    }
    switch verdict {
    case .implied: break
    case .notImplied: add(InferenceFault(.notImplied, rule, premises, conclusion))
    case .undecided: undecided[rule, default: 0] += 1
    }
  }

  private func add(_ fault: InferenceFault) {
    if faults.count < InferenceCheck.mostFaults { faults.append(fault) }
  }
}

extension RootDomains {
  /// The root of a core that may have gone on from there.
  init(of core: borrowing Core) {
    limits = []
    limits.reserveCapacity(core.limit.count)
    for signed in 0..<Int32(core.limit.count) { limits.append(core.rootLimit(of: signed)) }
    scopes = core.scope.array
  }
}
