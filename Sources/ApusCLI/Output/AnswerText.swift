/// The answer as one line for people.
enum AnswerText {
  static func text(_ outcome: Outcome, _ plan: SolvePlan) -> String {
    let end = plan.isRepeatable ? outcome.work.map { "\(TimeText.grouped($0)) ticks of work" } : nil
    let time = end ?? TimeText.short(outcome.seconds)
    let name = plan.source.title
    let value = outcome.objective.map { "\(plan.instance.objectiveName) \($0)" }
    let by = outcome.boundBy.map { " by \($0)" } ?? ""
    if !outcome.levels.isEmpty {
      let levels = outcome.levels.map { level in
        let bound = level.bound.map { "bound \($0)" } ?? "no bound"
        return "  \(level.name): \(level.value), \(level.isProven ? "optimal" : bound)"
      }
      let isProven = outcome.status == .optimal
      let head = "\(name): \(isProven ? "optimal, proven" : "feasible, \(reason(outcome.ending))") after \(time)"
      return ([head] + levels).joined(separator: "\n")
    }
    switch outcome.status {
    case .optimal:
      guard let value else { return "\(name): a solution, found in \(time)" }
      return "\(name): \(value), optimal, proven\(by) in \(time)"
    case .feasible:
      let bound = outcome.bound.map { "bound \($0), gap \(TimeText.percent(outcome.gap))" } ?? "no bound"
      return "\(name): \(value ?? "a solution"), \(bound), \(reason(outcome.ending)) after \(time)"
    case .infeasible: return "\(name): infeasible, proven\(by) in \(time)"
    case .unknown:
      let bound = outcome.bound.map { ", bound \($0)" } ?? ""
      return "\(name): no solution found\(bound), \(reason(outcome.ending)) after \(time)"
    }
  }

  private static func reason(_ ending: Outcome.Ending) -> String {
    switch ending {
    case .proof: "ended"
    case .timeLimit: "time limit"
    case .workLimit: "work limit"
    case .stopRule: "stopped by --until"
    case .memoryLimit: "memory limit"
    case .signal: "interrupted"
    case .startsOnly: "rules only"
    }
  }
}
