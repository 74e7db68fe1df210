import Apus
import Foundation
import Synchronization

/// One solve from the first event to the last byte of output.
///
/// Three things can end it: the run itself; a signal or the clock, politely; and, when the run does not come back soon, a
/// countdown that takes the best solution so far and ends the process without it.
final class SolveSession: Sendable {
  /// How long a run may take to come back after a signal, and after the time limit.
  private static let patience = (signal: 0.5, timeLimit: 0.4)

  private let plan: SolvePlan
  private let run: SolveRun
  private let progress: SolveProgress
  private let answer: AnswerWriter
  private let isEnding = Atomic<Bool>(false)
  private let isMemoryUsedUp = Atomic<Bool>(false)

  init(_ plan: SolvePlan) throws {
    self.plan = plan
    let events = try plan.eventsPath.map { try EventLog($0, plan) }
    let log = ProgressLog(plan)
    let offset = ProcessClock.seconds
    let progress = SolveProgress(offset: offset, plan.model.objectives)
    answer = AnswerWriter(plan, log: log, events: events)
    self.progress = progress
    var options = plan.options
    options.timeLimit = plan.timeLimit.map { .seconds(max(0, $0 - offset)) }
    run = SolveRun(plan.model, options) { event in
      progress.take(event)
      log.take(event, offset: offset)
      events?.take(event, offset: offset)
    }
  }

  /// Solves, writes and prints; returns the status to end with.
  func solve() throws -> ExitStatus {
    Signals.onFirst { [self] _ in
      run.cancel()
      endSoon(after: Self.patience.signal)
    }
    if let limit = plan.timeLimit {
      endSoon(after: max(0, limit - ProcessClock.seconds) + Self.patience.timeLimit)
    }
    let memoryGuard = guardMemory()
    defer { memoryGuard?.cancel() }
    let report: SolveReport
    do {
      report = try run.run()
    } catch {
      claimEnd()
      answer.close()
      throw failure(error)
    }
    claimEnd()
    return answer.finish(Outcome(report, offset: progress.offset, ending: ending(isOutOfMemory: report.isOutOfMemory)))
  }

  /// A model that cannot be solved is a fault of its file.
  private func failure(_ error: SolveError) -> any Error {
    guard case .model(let error) = error else { return error }
    return Failure(.badInput, "\(plan.source.path ?? plan.source.title): the model cannot be solved: \(error)")
  }

  private func ending(isOutOfMemory: Bool) -> Outcome.Ending {
    if Signals.received != nil { return .signal }
    if isOutOfMemory || isMemoryUsedUp.load(ordering: .relaxed) { return .memoryLimit }
    if let limit = plan.timeLimit, ProcessClock.seconds >= limit { return .timeLimit }
    if !plan.options.isSearching { return .startsOnly }
    return plan.options.work != nil && plan.options.stopRules.isEmpty ? .workLimit : .stopRule
  }

  // MARK: Ending from outside

  /// Only one thread ends the process; a second that comes here waits for the first to do so.
  private func claimEnd() {
    if isEnding.exchange(true, ordering: .acquiringAndReleasing) { while true { sleep(1000) } }
  }

  /// Ends the process with the best solution so far unless the run has come back by itself until then.
  private func endSoon(after seconds: Double) {
    DispatchQueue.global(qos: .userInitiated).asyncAfter(deadline: .now() + seconds) { [self] in
      claimEnd()
      let outcome = progress.outcome(ending: ending(isOutOfMemory: false))
      _exit(answer.finish(outcome).code)
    }
  }

  /// Watches the memory of the whole process, which the engine's own count of its columns does not see.
  private func guardMemory() -> Pulse? {
    guard let limit = plan.options.memory else { return nil }
    return Pulse(every: 0.05) { [self] in
      guard peakMemory > limit else { return }
      isMemoryUsedUp.store(true, ordering: .relaxed)
      run.cancel()
    }
  }
}
