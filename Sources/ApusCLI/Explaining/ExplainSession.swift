import Apus
import ApusModel
import ApusProblems
import Foundation
import Synchronization

/// One explanation, from the question to the answer.
struct ExplainSession: Sendable {
  let source: LoadedInstance
  let model: ModelData
  let conditions: [String]
  let wantsRepair: Bool
  let detail: Conflict.Detail
  let includesWindows: Bool
  /// Of the whole process; nil for none.
  let timeLimit: Double?
  let threads: Int
  let seed: UInt64

  /// A signal ends the search; what has been found by then is told.
  func explain() throws -> ExplainAnswer {
    let explainer = Explainer(
      model, within: timeLimit.map { .seconds(max(0, $0 - ProcessClock.seconds)) }, workers: threads, seed: seed)
    Signals.onFirst { _ in explainer.cancel() }
    let result = try explainer.conflict(
      detail: detail, includingWindows: includesWindows, conditions: conditions.count)
    var repair: Repair?
    if wantsRepair, case .conflict = result {
      // What was asked for is not what is given up, unless there is nothing else.
      let asked = Set(conditions.map { "--why-not \($0)" })
      repair = try explainer.repair(detail: detail, includingWindows: true) { asked.contains($0) ? 0 : 1 }
    }
    return ExplainAnswer(self, result, repair)
  }
}
