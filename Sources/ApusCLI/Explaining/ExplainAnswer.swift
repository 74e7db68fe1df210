import Apus
import ApusModel
import ApusProblems

/// What `apus explain` answers, for people and as JSON.
struct ExplainAnswer {
  private let session: ExplainSession
  private let result: ConflictResult
  private let repair: Repair?
  private let seconds = ProcessClock.seconds

  init(_ session: ExplainSession, _ result: ConflictResult, _ repair: Repair?) {
    self.session = session
    self.result = result
    self.repair = repair
  }

  var status: ExitStatus {
    switch result {
    case .conflict: .infeasible
    case .feasible: .done
    case .unknown: .unknown
    }
  }

  // MARK: For people

  var text: String {
    let title = session.source.title
    let time = TimeText.short(seconds)
    switch result {
    case .unknown: return "\(title): not known whether there is a solution, after \(time)"
    case .feasible(let solution):
      return (["\(title): there is a solution, found in \(time)" + value(of: solution)] + places(in: solution))
        .joined(separator: "\n")
    case .conflict(let conflict):
      var lines = [heading(conflict, time)]
      lines += "\(conflict)".split(separator: "\n").map { "  \($0)" }
      if session.wantsRepair { lines += repairLines }
      return lines.joined(separator: "\n")
    }
  }

  private func heading(_ conflict: Conflict, _ time: String) -> String {
    let title = session.source.title
    let isAboutCondition = conflict.groups.contains(where: \.isCondition)
    let what =
      if session.conditions.isEmpty {
        "infeasible"
      } else if isAboutCondition {
        "no solution meets the condition"
      } else {
        "infeasible whatever the condition"
      }
    let proof =
      conflict.isMinimal
      ? "these cannot be met together, each is needed for that" : "these cannot be met together; some may not be needed"
    return "\(title): \(what), explained in \(time) by \(conflict.solves) solves; \(proof):"
  }

  private var repairLines: [String] {
    guard let repair else { return ["no repair was found"] }
    let smallest = repair.isSmallest ? "the least to give up" : "enough to give up, perhaps not the least"
    let amounts =
      repair.concessions.contains { $0.amount != nil } ? (repair.isLeast ? ", by as little as can be" : "") : ""
    return ["\(smallest)\(amounts):"] + "\(repair)".split(separator: "\n").map { "  \($0)" }
  }

  private func value(of solution: Solution) -> String {
    guard let objective = session.model.objective, let value = solution.value(of: objective.expression) else {
      return ""
    }
    return ", \(session.source.instance.objectiveName) \(value)"
  }

  private func places(in solution: Solution) -> [String] {
    let lines = solution.intervals.enumerated().map { index, span in
      "  \(session.model.nameOfInterval(index)) " + (span.map { "[\($0.start), \($0.end))" } ?? "absent")
    }
    return lines.count <= 40 ? lines : lines.prefix(40) + ["  ... (\(lines.count) intervals)"]
  }

  // MARK: As JSON

  var json: String {
    var members: [(key: String, value: String)] = [
      ("version", "1"), ("instance", JSONText.string(session.source.name)),
      ("family", JSONText.string(session.source.instance.family)),
      ("conditions", JSONText.array(session.conditions.map { JSONText.string($0) })),
    ]
    switch result {
    case .unknown: members.append(("status", JSONText.string("unknown")))
    case .feasible(let solution):
      members.append(("status", JSONText.string("feasible")))
      let objective = session.model.objective.flatMap { solution.value(of: $0.expression) }
      members.append(("objective", JSONText.number(objective)))
    case .conflict(let conflict):
      members += [
        ("status", JSONText.string("infeasible")), ("minimal", JSONText.boolean(conflict.isMinimal)),
        ("solves", "\(conflict.solves)"), ("conflict", JSONText.array(conflict.groups.map(Self.object))),
      ]
      if session.wantsRepair { members.append(("repair", repair.map(Self.object) ?? "null")) }
    }
    members.append(("seconds", JSONText.seconds(seconds)))
    return JSONText.object(members)
  }

  private static func object(_ group: Conflict.Group) -> String {
    JSONText.object([
      ("group", JSONText.string(group.name)), ("necessary", JSONText.boolean(group.isNecessary)),
      ("condition", JSONText.boolean(group.isCondition)),
      (
        "members",
        JSONText.array(
          group.members.map {
            JSONText.object([
              ("text", JSONText.string($0.text)), ("necessary", JSONText.boolean($0.isNecessary)),
            ])
          })
      ),
    ])
  }

  private static func object(_ repair: Repair) -> String {
    JSONText.object([
      ("smallest", JSONText.boolean(repair.isSmallest)), ("weight", "\(repair.weight)"),
      ("least", JSONText.boolean(repair.isLeast)),
      (
        "concessions",
        JSONText.array(
          repair.concessions.map {
            JSONText.object([
              ("group", JSONText.string($0.group)), ("text", JSONText.string($0.text)),
              ("amount", JSONText.number($0.amount)),
            ])
          })
      ),
    ])
  }
}
