import Foundation

/// What counts of a run: what its solver says, after it was judged.
struct RunOutcome {
  var status: RunStatus
  var objective: Double?
  var bound: Double?
  var seconds: Double
  var secondsToBest: Double?
  var version: String?
  var isVerified = false
  /// What went wrong, on one line.
  var error: String?

  /// Judges a run.
  ///
  /// An answer counts that was complete when the process ended, even if it had to be stopped. Whatever is wrong with an answer makes
  /// the run an error without objective and bound, so that no reader takes them for results.
  ///
  /// - Parameter verdict: judges the solution that was written.
  init(_ end: ProcessEnd, _ limits: RunLimits, _ sense: RunSense?, verdict: () -> SolutionVerdict) {
    status = .error
    seconds = end.seconds
    if let reason = Self.failure(end, limits) {
      error = reason
      return
    }
    let answer: SolverAnswer
    do { answer = try SolverAnswer(end.output) } catch {
      self.error = Self.stopText(end, limits) ?? "no answer: \(Self.line(error.message))"
      return
    }
    version = answer.solverVersion
    var complaint = answer.contradiction(sense)
    if complaint == nil, answer.status.claimsSolution {
      let verdict = verdict()
      complaint = verdict.complaint
      if complaint == nil, verdict.objective != answer.objective {
        complaint = "the solution's objective is not the one that was claimed"
      }
      isVerified = complaint == nil
    }
    if let complaint {
      error = "wrong answer: \(Self.line(complaint))"
      return
    }
    status = answer.status
    objective = answer.status.claimsSolution ? answer.objective : nil
    bound = answer.status == .infeasible ? nil : answer.bound
    // The solver's own clock leaves out the start of an interpreter, and cannot have run longer than the process.
    seconds = min(answer.seconds ?? end.seconds, end.seconds)
    secondsToBest = isVerified ? answer.secondsToBest.map { min($0, end.seconds) } : nil
  }

  /// Why a process's output is not looked at: a crash, or an end by limits without manners.
  private static func failure(_ end: ProcessEnd, _ limits: RunLimits) -> String? {
    // As apus solve ends: optimal, feasible, infeasible, unknown; and stopped by SIGTERM with an answer.
    if [0, 10, 20, 30].contains(end.status) || end.stop != nil && end.status == 128 + SIGTERM { return nil }
    if let stop = stopText(end, limits) { return stop }
    let detail = end.lastErrorLine.map { ": \(line($0))" } ?? ""
    let cause = end.status > 128 ? "ended by signal \(end.status - 128)" : "ended with status \(end.status)"
    return cause + detail
  }

  private static func stopText(_ end: ProcessEnd, _ limits: RunLimits) -> String? {
    switch end.stop {
    case .wall: "stopped \(limits.grace) s after its time limit"
    case .processorTime: "stopped at \(limits.processorTime) s of processor time, more than its threads may use"
    case .memory: "stopped at the memory limit of \(limits.memory ?? 0) bytes"
    case .cancelled, nil: nil
    }
  }

  /// A text on one line, and not endless.
  private static func line(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 300 ? words.prefix(299) + "…" : words
  }
}
