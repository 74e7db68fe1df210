import ApusProblems

/// The answer as one JSON object; `Docs/CommandLine.md` lists its keys.
enum AnswerJSON {
  static func text(_ outcome: Outcome, _ plan: SolvePlan) -> String {
    let isTimed = !plan.isRepeatable
    var members: [(key: String, value: String)] = [
      ("version", "1"),
      ("instance", JSONText.string(plan.source.name)),
      ("family", JSONText.string(plan.instance.family)),
      ("status", JSONText.string(outcome.status.rawValue)),
      ("objective", JSONText.number(outcome.objective)),
      ("bound", JSONText.number(outcome.bound)),
      ("gap", JSONText.number(outcome.gap)),
      ("seconds", JSONText.seconds(isTimed ? outcome.seconds : nil)),
      ("secondsToBest", JSONText.seconds(isTimed ? outcome.secondsToBest : nil)),
      ("backend", JSONText.string(plan.backend.used)),
      ("solutionBy", JSONText.string(outcome.solutionBy)),
      ("boundBy", JSONText.string(outcome.boundBy)),
      ("threads", "\(plan.threads)"),
      ("seed", "\(plan.options.seed)"),
      ("verified", JSONText.boolean(outcome.solution == nil ? nil : true)),
    ]
    if !outcome.levels.isEmpty {
      let levels = outcome.levels.map {
        JSONText.object([
          ("name", JSONText.string($0.name)), ("status", JSONText.string($0.isProven ? "optimal" : "feasible")),
          ("objective", "\($0.value)"), ("bound", JSONText.number($0.bound)),
        ])
      }
      members.append(("levels", JSONText.array(levels)))
    }
    if plan.isRepeatable { members.append(("work", JSONText.number(outcome.work))) }
    return JSONText.object(members)
  }
}
