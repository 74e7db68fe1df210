import Apus
import ApusModel
import ApusProblems

/// What a solve has come to, whether it ended by itself or had to be ended.
struct Outcome: Sendable {
  /// Why it ended.
  enum Ending: Sendable, Equatable {
    case proof, timeLimit, workLimit, stopRule, memoryLimit, signal, startsOnly
  }

  var status: SolutionFile.Status
  var solution: Solution?
  var objective: Int?
  var bound: Int?
  /// Since the process began.
  var seconds: Double
  var secondsToBest: Double?
  /// What found the solution, and what proved the bound.
  var solutionBy: String?
  var boundBy: String?
  var work: Int?
  var conflicts: Int?
  var ending: Ending
  /// The levels of a lexicographic objective; empty where there is one.
  var levels: [LevelReport] = []

  /// |objective − bound| / max(1, |objective|); nil where either is unknown.
  var gap: Double? { Self.gap(objective, bound) }

  static func gap(_ objective: Int?, _ bound: Int?) -> Double? {
    guard let objective, let bound else { return nil }
    return abs(Double(objective) - Double(bound)) / max(1, abs(Double(objective)))
  }

  /// The status of the process, unless a signal decides it.
  var exitStatus: ExitStatus {
    switch status {
    case .optimal: .done
    case .feasible: .feasible
    case .infeasible: .infeasible
    case .unknown: .unknown
    }
  }
}

extension Outcome {
  /// - Parameter offset: seconds of the process before the run began.
  init(_ report: SolveReport, offset: Double, ending: Ending) {
    status = SolutionFile.Status(rawValue: report.result.status) ?? .unknown
    solution = report.result.solution
    objective = report.objective
    bound = report.bound
    seconds = offset + report.seconds
    secondsToBest = report.secondsToBest.map { offset + $0 }
    solutionBy = report.solutionBy
    boundBy = report.boundBy
    work = report.work
    conflicts = report.conflicts
    levels = report.levels
    self.ending = status == .optimal || status == .infeasible ? .proof : ending
  }
}
